package vn.lienket.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for what a PDF could run, fetch or carry along. Every object that stands anywhere in the file is looked at, of every
 * revision, in use or not, also inside of object streams, so that it does not matter how a reader finds its way through the file; and
 * every stream is unpacked once and counted. Only what starts of itself is looked up by its number, once the others have been seen.
 */
final class PdfContent implements PdfTokens.Listener {

    private static final String JAVASCRIPT = "mã JavaScript";
    private static final String ATTACHED = "tệp đính kèm";
    private static final String OTHER_FILE = "lệnh mở tệp khác (GoToR, GoToE)";
    private static final String FORM_DATA = "lệnh gửi hoặc nạp dữ liệu biểu mẫu";
    private static final String FETCHED = "dữ liệu lấy từ tệp khác";
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
    private static final Map<String, String> KINDS =
            Map.of("Movie", MEDIA, "Sound", MEDIA, "3D", MEDIA, "Thread", "lệnh mở bài viết (Thread)", "URL", FETCHED);

    private static final Set<String> KIND_KEYS = Set.of("S", "Subtype", "FS");
    /** An action that starts another one, which starts another one: no program writes more of them. */
    private static final int MAX_CHAIN = 5;
    /** Bytes at the end in which the mark of the end stands, whatever a signature has put behind it. */
    private static final int TAIL = 4096;

    private final ByteBuffer file;
    private final PdfBudget budget;
    private final PdfStreams streams;
    private final Set<String> found = new LinkedHashSet<>();
    private final PdfActions actions = new PdfActions(found::add);
    /** Whether there is any object with a number, as there is in what a program wrote. */
    private boolean numbered;
    /** Where in the file those begin that hold objects. */
    private final List<Integer> objectStreams = new ArrayList<>();

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
        PdfTokens tokens = new PdfTokens(file, this, budget);
        for (int at = 0; at + 3 <= file.limit(); at++) {
            if (isObject(at)) {
                object(tokens, at);
            } else if (isTrailer(at)) {
                tokens.object(at + "trailer".length());
            }
        }
        requireEnd();
        for (int chain = 0; actions.wanted(); chain++) {
            if (chain == MAX_CHAIN) {
                throw Refused.active(Set.of("chuỗi lệnh tự chạy quá dài"));
            }
            lookUp(tokens);
        }
    }

    /** What lost its end on the way opens in no program, or only in part. */
    private void requireEnd() {
        byte[] tail = new byte[Math.min(file.limit(), TAIL)];
        file.get(file.limit() - tail.length, tail);
        if (numbered && !new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
            throw Refused.because("tệp PDF bị cắt mất phần cuối, hãy tải lại tệp đầy đủ");
        }
    }

    private void object(PdfTokens tokens, int at) throws IOException {
        budget.object();
        numbered |= numberBefore(at) >= 0;
        Object value = tokens.object(at + 3);
        // without a number it may be anything that looks like an object by chance
        if (value != null && tokens.torn() && numberBefore(at) >= 0) {
            requireEnd();
            throw Refused.damaged();
        }
        if (value instanceof PdfTokens.Name name) {
            // this is what another object is
            name(name.text(), "S");
        }
        if (!(value instanceof Map<?, ?> map) || !tokens.stream()) {
            return;
        }
        Map<String, Object> dictionary = checked(map);
        if (dictionary.containsKey("F") || dictionary.containsKey("Ref")) {
            found.add(FETCHED);
        }
        ByteBuffer data = file.slice(tokens.position(), file.limit() - tokens.position());
        // whatever its type says: this is what a reader finds objects by
        if (dictionary.containsKey("First") && dictionary.containsKey("N")) {
            objectStreams.add(at);
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
        PdfTokens header = new PdfTokens(content, this, budget);
        PdfTokens tokens = new PdfTokens(content, this, budget);
        for (int index = 0; index < count; index++) {
            int number = header.number();
            int offset = header.number();
            if (number < 0 || offset < 0) {
                return;
            }
            budget.object();
            int start = Math.min(content.limit(), (int) Math.min(Integer.MAX_VALUE, (long) first + offset));
            Object value = actions.wants(number) ? tokens.anything(start) : tokens.object(start);
            if (value != null && tokens.torn()) {
                throw Refused.damaged();
            }
            if (value instanceof PdfTokens.Name name) {
                name(name.text(), "S");
            }
            actions.object(number, value);
        }
    }

    /** Goes through the file once more for the objects that are to be started. */
    private void lookUp(PdfTokens tokens) throws IOException {
        actions.next();
        budget.allowReading(file.limit());
        for (int at = 0; at + 3 <= file.limit(); at++) {
            if (isObject(at) && actions.wants(numberBefore(at))) {
                actions.object(numberBefore(at), tokens.anything(at + 3));
            }
        }
        for (int at : objectStreams) {
            if (tokens.object(at + 3) instanceof Map<?, ?> map && tokens.stream()) {
                Map<String, Object> dictionary = checked(map);
                ByteBuffer data = file.slice(tokens.position(), file.limit() - tokens.position());
                objectStream(streams.content(data, dictionary), dictionary);
            }
        }
    }

    @Override
    public void name(String name, String key) {
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

    @Override
    public void dictionary(Map<String, Object> entries) {
        actions.dictionary(entries);
    }

    /** The number of the object whose word {@code obj} stands here, or -1 if there is none in front of it. */
    private int numberBefore(int at) {
        int generation = skipBack(at, false);
        int blanks = skipBack(generation, true);
        int gap = skipBack(blanks, false);
        int start = skipBack(gap, true);
        if (blanks == generation || gap == blanks || start == gap || gap - start > 9) {
            return PdfActions.UNKNOWN;
        }
        int number = 0;
        for (int digit = start; digit < gap; digit++) {
            number = number * 10 + file.get(digit) - '0';
        }
        return number;
    }

    private int skipBack(int from, boolean digits) {
        int at = from;
        while (at > 0) {
            int character = file.get(at - 1);
            if (digits ? character < '0' || character > '9' : !PdfCharacters.blank(character)) {
                break;
            }
            at--;
        }
        return at;
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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> checked(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
