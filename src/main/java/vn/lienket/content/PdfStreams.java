package vn.lienket.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/** Unpacks the streams of a PDF as far as the budget goes. */
final class PdfStreams {

    private static final Set<String> PACKED = Set.of("FlateDecode", "Fl", "LZWDecode", "LZW", "RunLengthDecode", "RL");
    private static final Set<String> SPELLED = Set.of("ASCIIHexDecode", "AHx", "ASCII85Decode", "A85");
    private static final Set<String> PICTURE =
            Set.of("DCTDecode", "DCT", "CCITTFaxDecode", "CCF", "JBIG2Decode", "JPXDecode");

    /** Columns above all: readers take memory for so many of them. */
    private static final int MAX_PARAMETER = 1 << 17;

    private final PdfBudget budget;

    PdfStreams(PdfBudget budget) {
        this.budget = budget;
    }

    /** Only counts what comes out. Pictures are left as they are: the library never unpacks one. */
    void count(ByteBuffer data, Map<String, Object> dictionary) throws IOException {
        List<String> filters = filters(dictionary);
        boolean picture = dictionary.get("Subtype") instanceof PdfTokens.Name subtype
                && subtype.text().equals("Image");
        if (picture || filters.isEmpty()) {
            return;
        }
        if (filters.stream().anyMatch(PICTURE::contains)) {
            throw Refused.damaged();
        }
        decode(data, filters, dictionary, false);
    }

    /** What an object stream says. */
    ByteBuffer content(ByteBuffer data, Map<String, Object> dictionary) throws IOException {
        List<String> filters = filters(dictionary);
        // readers differ in what they make of one filter twice, and of anything else than these
        if (new HashSet<>(filters).size() < filters.size()
                || !filters.stream().allMatch(filter -> PACKED.contains(filter) || SPELLED.contains(filter))) {
            throw Refused.damaged();
        }
        return filters.isEmpty() ? data : ByteBuffer.wrap(decode(data, filters, dictionary, true));
    }

    /** Each filter reads on to the end that its data tells; the length in the dictionary is not believed. */
    private byte[] decode(ByteBuffer data, List<String> filters, Map<String, Object> dictionary, boolean keep)
            throws IOException {
        COSDictionary parameters = parameters(dictionary);
        InputStream input = new BufferStream(data);
        byte[] result = null;
        for (int index = 0; index < filters.size(); index++) {
            String filter = filters.get(index);
            if (!PACKED.contains(filter) && !SPELLED.contains(filter)) {
                break;
            }
            boolean last = index == filters.size() - 1;
            ByteArrayOutputStream kept = keep || !last ? new ByteArrayOutputStream() : null;
            run(FilterFactory.INSTANCE.getFilter(filter), input, new Counted(kept), parameters, index);
            result = kept == null ? null : kept.toByteArray();
            input = result == null ? null : new ByteArrayInputStream(result);
        }
        return result;
    }

    private static void run(
            Filter filter, InputStream input, OutputStream output, COSDictionary parameters, int index) {
        try {
            filter.decode(input, output, parameters, index);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // readers too take what came out until then
            return;
        }
    }

    private static List<String> filters(Map<String, Object> dictionary) {
        Object given = dictionary.get("Filter");
        if (given == null) {
            return List.of();
        }
        List<?> items = given instanceof List<?> list ? list : List.of(given);
        List<String> filters = new ArrayList<>();
        for (Object item : items) {
            // one that stands elsewhere could become any
            if (!(item instanceof PdfTokens.Name name) || items.size() > 4) {
                throw Refused.damaged();
            }
            filters.add(name.text());
        }
        return filters;
    }

    private static COSDictionary parameters(Map<String, Object> dictionary) {
        COSDictionary result = new COSDictionary();
        Object given = dictionary.get("DecodeParms");
        if (given instanceof List<?> list) {
            COSArray array = new COSArray();
            list.forEach(item -> array.add(cos(item)));
            result.setItem(COSName.DECODE_PARMS, array);
        } else if (given != null) {
            result.setItem(COSName.DECODE_PARMS, cos(given));
        }
        // what tells PDFBox whether one or several parameters are meant
        Object filter = dictionary.get("Filter");
        if (filter instanceof List<?> list) {
            COSArray array = new COSArray();
            list.forEach(item -> array.add(COSName.getPDFName(((PdfTokens.Name) item).text())));
            result.setItem(COSName.FILTER, array);
        } else {
            result.setItem(COSName.FILTER, COSName.getPDFName(((PdfTokens.Name) filter).text()));
        }
        return result;
    }

    private static COSDictionary cos(Object parameters) {
        COSDictionary result = new COSDictionary();
        if (parameters instanceof PdfTokens.Reference) {
            throw Refused.damaged();
        }
        if (parameters instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value instanceof Integer number) {
                    if (number > MAX_PARAMETER) {
                        throw Refused.damaged();
                    }
                    result.setItem(COSName.getPDFName(key.toString()), COSInteger.get(number));
                }
            });
        }
        return result;
    }

    /** Counts on the budget, and keeps what it counts where there is something to keep it in. */
    private final class Counted extends OutputStream {

        private final OutputStream kept;
        private long soFar;

        Counted(OutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int single) throws IOException {
            budget.unpacked(++soFar, 1);
            if (kept != null) {
                kept.write(single);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            soFar += length;
            budget.unpacked(soFar, length);
            if (kept != null) {
                kept.write(bytes, offset, length);
            }
        }
    }

    private final class BufferStream extends InputStream {

        private final ByteBuffer data;

        BufferStream(ByteBuffer data) {
            this.data = data;
        }

        @Override
        public int read() {
            budget.read(1);
            return data.hasRemaining() ? data.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (!data.hasRemaining()) {
                return -1;
            }
            int read = Math.min(length, data.remaining());
            budget.read(read);
            data.get(target, offset, read);
            return read;
        }
    }
}
