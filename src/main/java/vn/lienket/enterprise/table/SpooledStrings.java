package vn.lienket.enterprise.table;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.util.XMLHelper;

/**
 * The shared strings of a workbook in two temporary files that are mapped, not loaded: POI's own table holds all of them on the heap.
 * One file has the texts one after the other, the other where each begins.
 */
final class SpooledStrings implements AutoCloseable {

    /** A text is written in one piece, and DataOutputStream counts no further than an int. */
    private static final int MAX_TEXTS = Integer.MAX_VALUE - (1 << 20);

    private final Path folder;
    private final ByteBuffer texts;
    private final ByteBuffer starts;

    private SpooledStrings(Path folder) throws IOException {
        this.folder = folder;
        this.texts = map(texts(folder));
        this.starts = map(starts(folder));
    }

    /**
     * Reads the part to its end; a workbook without one has null.
     *
     * @throws UncheckedIOException if the disk does not take it, which is no fault of the workbook
     */
    static SpooledStrings of(InputStream part) throws XMLStreamException {
        try {
            return spooled(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpooledStrings spooled(InputStream part) throws IOException, XMLStreamException {
        Path folder = Files.createTempDirectory("lienket-strings-");
        try (DataOutputStream texts = output(texts(folder));
                DataOutputStream starts = output(starts(folder))) {
            if (part != null) {
                write(XMLHelper.newXMLInputFactory().createXMLStreamReader(part), texts, starts);
            }
            starts.writeInt(texts.size());
        } catch (IOException | XMLStreamException | RuntimeException e) {
            delete(folder);
            throw e;
        }
        return new SpooledStrings(folder);
    }

    /** The text of this number, or empty if the workbook has none such. */
    Optional<String> get(int index) {
        if (index < 0 || (index + 2L) * Integer.BYTES > starts.capacity()) {
            return Optional.empty();
        }
        int start = starts.getInt(index * Integer.BYTES);
        byte[] text = new byte[starts.getInt((index + 1) * Integer.BYTES) - start];
        texts.get(start, text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }

    private static void write(XMLStreamReader xml, DataOutputStream texts, DataOutputStream starts)
            throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        boolean inside = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    phonetic |= xml.getLocalName().equals("rPh");
                    inside = !phonetic && xml.getLocalName().equals("t");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inside = false;
                    phonetic &= !xml.getLocalName().equals("rPh");
                    if (xml.getLocalName().equals("si")) {
                        starts.writeInt(texts.size());
                        texts.write(text.toString().getBytes(StandardCharsets.UTF_8));
                        text.setLength(0);
                    }
                }
                default -> {
                    if (inside) {
                        Cells.append(text, xml);
                    }
                }
            }
            if (texts.size() > MAX_TEXTS) {
                throw new UnreadableTableException("Tệp (file) có quá nhiều chữ.");
            }
        }
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    private static Path texts(Path folder) {
        return folder.resolve("texts");
    }

    private static Path starts(Path folder) {
        return folder.resolve("starts");
    }

    private static void delete(Path folder) throws IOException {
        Files.deleteIfExists(texts(folder));
        Files.deleteIfExists(starts(folder));
        Files.deleteIfExists(folder);
    }
}
