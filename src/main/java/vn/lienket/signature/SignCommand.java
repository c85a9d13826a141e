package vn.lienket.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lienket.command.FileCommand;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.problem.ProblemException;

/** Signs a PDF with a key of a file, as a signer does on a machine of his own. */
class SignCommand implements FileCommand {

    private static final String KEY = "--key";
    private static final String PASSWORD = "--password";
    private static final String IN = "--in";
    private static final String OUT = "--out";
    private static final String TSA = "--tsa";
    private static final Set<String> OPTIONS = Set.of(KEY, PASSWORD, IN, OUT);
    private static final Set<String> WITH_STAMP = Set.of(KEY, PASSWORD, IN, OUT, TSA);
    private static final Duration STAMP = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "sign";
    }

    @Override
    public String usage() {
        return "--key <tệp .p12> --password <mật khẩu> --in <tệp PDF> --out <tệp kết quả> [--tsa <địa chỉ>]: thêm một chữ ký số vào tệp PDF, kèm dấu thời gian nếu có địa chỉ của cơ quan cấp";
    }

    @Override
    public int arguments() {
        return 2 * OPTIONS.size();
    }

    @Override
    public boolean takes(int count) {
        return count == arguments() || count == 2 * WITH_STAMP.size();
    }

    @Override
    public String run(List<String> arguments) {
        Map<String, String> options = options(arguments);
        Path pdf = file(options.get(IN));
        Path signed = Path.of(options.get(OUT)).toAbsolutePath();
        if (!Files.isDirectory(signed.getParent())) {
            throw noFile("Không có thư mục %s.", signed.getParent());
        }
        try {
            SigningKey key = SigningKey.open(
                    file(options.get(KEY)), options.get(PASSWORD).toCharArray());
            new PdfSigner(Clock.systemUTC(), Seals.DRAWN, stamping(options.get(TSA))).sign(pdf, signed, key);
            return "Đã ký tệp %s. Người ký: %s.".formatted(options.get(OUT), key.signer());
        } catch (ProblemException refused) {
            throw new StartRefusedException(refused.getMessage(), "Chưa ký gì; sửa rồi chạy lại.");
        }
    }

    private static TimeStamping stamping(String address) {
        return address == null ? TimeStamping.none() : TimeStamping.at(address, STAMP, Clock.systemUTC());
    }

    private Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            options.put(arguments.get(index), arguments.get(index + 1));
        }
        if (!options.keySet().equals(OPTIONS) && !options.keySet().equals(WITH_STAMP)) {
            throw new StartRefusedException("Lệnh sign cần đủ bốn tham số.", name() + " " + usage());
        }
        return options;
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw noFile("Không có tệp %s.", file);
        }
        return file;
    }

    private static StartRefusedException noFile(String sentence, Path path) {
        return new StartRefusedException(sentence.formatted(path), "Xem lại tên rồi chạy lại.");
    }
}
