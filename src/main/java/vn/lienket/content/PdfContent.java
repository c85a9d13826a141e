package vn.lienket.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what a PDF could run, fetch or carry along. Every object that stands anywhere in the file is looked at, of every
 * revision, in use or not, also inside of object streams, so that it does not matter how a reader finds its way through the file; and
 * every stream is unpacked once and counted.
 */
final class PdfContent {

    private static final String JAVASCRIPT = "mã JavaScript";
    private static final String ATTACHED = "tệp đính kèm";
    private static final String OTHER_FILE = "lệnh mở tệp khác (GoToR, GoToE)";
    private static final String FORM_DATA = "lệnh gửi hoặc nạp dữ liệu biểu mẫu";
    private static final String MEDIA = "nội dung đa phương tiện";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("JavaScript", JAVASCRIPT),
            Map.entry("JS", JAVASCRIPT),
            Map.entry("OnInstantiate", JAVASCRIPT),
            Map.entry("Launch", "lệnh mở chương trình (Launch)"),
            Map.entry("XFA", "biểu mẫu XFA"),
            Map.entry("EmbeddedFile", ATTACHED),
            Map.entry("EmbeddedFiles", ATTACHED),
            Map.entry("EF", ATTACHED),
            Map.entry("FileAttachment", ATTACHED),
            Map.entry("GoToR", OTHER_FILE),
            Map.entry("GoToE", OTHER_FILE),
            Map.entry("SubmitForm", FORM_DATA),
            Map.entry("ImportData", FORM_DATA),
            Map.entry("RichMedia", MEDIA),
            Map.entry("RichMediaExecute", MEDIA),
            Map.entry("Rendition", MEDIA));
    /** Of actions and annotations; elsewhere these may be words of the author's own. */
    private static final Map<String, String> KINDS = Map.of("Movie", MEDIA, "Sound", MEDIA, "3D", MEDIA);

    private static final Set<String> KIND_KEYS = Set.of("S", "Subtype");

    private final ByteBuffer file;
    private final PdfBudget budget;
    private final PdfStreams streams;
    private final Set<String> found = new LinkedHashSet<>();

    private PdfContent(ByteBuffer file, PdfBudget budget) {
        this.file = file;
        this.budget = budget;
        this.streams = new PdfStreams(budget);
    }

    /** 400 that names what was found, or the limit that was broken. */
    static void inspect(Path path, ContentProperties limits) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer file = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            PdfBudget budget = new PdfBudget(
                    limits.maxPdfStream(), limits.maxPdfUnpacked(), limits.maxPdfObjects(), channel.size());
            PdfContent content = new PdfContent(file, budget);
            content.inspect();
            if (!content.found.isEmpty()) {
                throw Refused.active(content.found);
            }
        }
    }

    private void inspect() throws IOException {
        PdfTokens tokens = new PdfTokens(file, this::name, budget);
        for (int at = 0; at + 3 <= file.limit(); at++) {
            if (isObject(at)) {
                object(tokens, at + 3);
            } else if (isTrailer(at)) {
                tokens.object(at + "trailer".length());
            }
        }
    }

    private void object(PdfTokens tokens, int start) throws IOException {
        budget.object();
        Map<String, Object> dictionary = tokens.object(start);
        if (dictionary == null || !tokens.stream()) {
            return;
        }
        ByteBuffer data = file.slice(tokens.position(), file.limit() - tokens.position());
        // whatever its type says: this is what a reader finds objects by
        if (dictionary.containsKey("First") && dictionary.containsKey("N")) {
            objectStream(streams.content(data, dictionary), dictionary);
        } else {
            streams.count(data, dictionary);
        }
    }

    private void objectStream(ByteBuffer content, Map<String, Object> dictionary) {
        if (!(dictionary.get("First") instanceof Integer first) || !(dictionary.get("N") instanceof Integer count)) {
            throw Refused.damaged();
        }
        budget.allowReading(content.limit());
        PdfTokens header = new PdfTokens(content, this::name, budget);
        PdfTokens tokens = new PdfTokens(content, this::name, budget);
        for (int index = 0; index < count; index++) {
            int number = header.number();
            int offset = header.number();
            if (number < 0 || offset < 0) {
                return;
            }
            budget.object();
            tokens.object(Math.min(content.limit(), (int) Math.min(Integer.MAX_VALUE, (long) first + offset)));
        }
    }

    private void name(String name, String key) {
        if (name.equals("Encrypt")) {
            throw Refused.because("PDF đặt mật khẩu hoặc mã hóa nên không kiểm tra được nội dung");
        }
        String reason = NAMES.get(name);
        if (reason == null && key != null && KIND_KEYS.contains(key)) {
            reason = KINDS.get(name);
        }
        if (reason != null) {
            found.add(reason);
        }
    }

    private boolean isObject(int at) {
        return file.get(at) == 'o'
                && file.get(at + 1) == 'b'
                && file.get(at + 2) == 'j'
                && !(at > 0 && file.get(at - 1) == 'd');
    }

    private boolean isTrailer(int at) {
        String word = "trailer";
        if (file.get(at) != 't' || at + word.length() > file.limit()) {
            return false;
        }
        for (int index = 1; index < word.length(); index++) {
            if (file.get(at + index) != word.charAt(index)) {
                return false;
            }
        }
        return true;
    }
}
