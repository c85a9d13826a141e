package vn.lienket.signature;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import vn.lienket.command.FileCommand;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.problem.ProblemException;

/** Has a browser on this machine sign with a key of this machine until it is stopped: see {@link SigningAgent}. */
class AgentCommand implements FileCommand {

    private static final String PORT = "--port";
    private static final String ORIGIN = "--origin";
    private static final String KEY = "--key";
    private static final String LIBRARY = "--pkcs11";
    private static final String SLOT = "--slot";
    private static final Set<String> WITH_FILE = Set.of(PORT, ORIGIN, KEY);
    private static final Set<String> WITH_TOKEN = Set.of(PORT, ORIGIN, LIBRARY, SLOT);
    private static final int HIGHEST_PORT = 65_535;
    /** As browsers name where a page comes from: in small letters, without a path. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]+)?/?");

    @Override
    public String name() {
        return "agent";
    }

    @Override
    public String usage() {
        return "--port <cổng> --origin <địa chỉ LienKet> (--pkcs11 <thư viện> --slot <số khe> | --key <tệp .p12>):"
                + " ký trên trang LienKet bằng khóa của máy này";
    }

    @Override
    public int arguments() {
        return 2 * WITH_FILE.size();
    }

    @Override
    public boolean takes(int count) {
        return count == arguments() || count == 2 * WITH_TOKEN.size();
    }

    @Override
    public String run(List<String> arguments) {
        Map<String, String> options = options(arguments);
        int port = port(options.get(PORT));
        String origin = origin(options.get(ORIGIN));
        // a signer reads names with accents, whatever the machine prints in
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        AgentConsole console = AgentConsole.ofMachine(out);
        try (SigningAgent agent = new SigningAgent(port, origin, place(options), console)) {
            console.say("Phần mềm ký đang chờ trang %s ở cổng %d của máy này. Dừng: Ctrl+C."
                    .formatted(origin, agent.port()));
            agent.offered().forEach(key -> console.say("Chứng thư: " + key.words()));
            new CountDownLatch(1).await();
        } catch (ProblemException refused) {
            throw new StartRefusedException(refused.getMessage(), "Chưa ký gì; sửa rồi chạy lại.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return "Phần mềm ký đã dừng.";
    }

    private static KeyPlace place(Map<String, String> options) {
        Path file = Path.of(options.getOrDefault(KEY, options.get(LIBRARY)));
        if (!Files.isRegularFile(file)) {
            throw wrong("Không có tệp %s.".formatted(file));
        }
        return options.containsKey(KEY) ? KeyPlace.file(file) : new KeyToken(file, number(SLOT, options.get(SLOT)));
    }

    private static long number(String option, String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw wrong("%s phải là một số.".formatted(option));
        }
    }

    private static int port(String text) {
        long port = number(PORT, text);
        if (port > HIGHEST_PORT) {
            throw wrong("%s lớn nhất là %d.".formatted(PORT, HIGHEST_PORT));
        }
        return (int) port;
    }

    private static String origin(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw wrong("%s là địa chỉ của LienKet, ví dụ https://lienket.example.".formatted(ORIGIN));
        }
        return address.replaceFirst("/$", "");
    }

    private static StartRefusedException wrong(String sentence) {
        return new StartRefusedException(sentence, "Xem lại rồi chạy lại.");
    }

    private Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int index = 0; index < arguments.size(); index += 2) {
            options.put(arguments.get(index), arguments.get(index + 1));
        }
        if (!options.keySet().equals(WITH_FILE) && !options.keySet().equals(WITH_TOKEN)) {
            throw new StartRefusedException("Lệnh agent thiếu hoặc thừa tham số.", name() + " " + usage());
        }
        return options;
    }
}
