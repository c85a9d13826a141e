package vn.lienket.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a PDF calls itself: viewers show it above its pages. Programs that sign note their name and the time beside it, which is theirs to
 * do.
 */
final class FileNames {

    /** In bytes; longer metadata may not change. */
    private static final int LONGEST = 1 << 20;

    private static final String CORE = "http://purl.org/dc/elements/1.1/";

    /** Of the metadata, with the older properties that mean the same. */
    private static final Map<QName, String> NAMES = Map.of(
            new QName(CORE, "title"),
            "Title",
            new QName(CORE, "creator"),
            "Author",
            new QName(CORE, "description"),
            "Subject",
            new QName("http://ns.adobe.com/pdf/1.3/", "Keywords"),
            "Keywords");

    private FileNames() {}

    /** Whether the names are those of before; metadata that a program adds may repeat the older names. */
    static boolean same(PDDocument before, PDDocument after) throws IOException {
        Map<String, String> known = older(before);
        if (!known.equals(older(after))) {
            return false;
        }
        byte[] metadata = metadata(before);
        byte[] later = metadata(after);
        if (Arrays.equals(metadata, later)) {
            return true;
        }
        known.putAll(newer(metadata));
        return newer(later).entrySet().stream()
                .allMatch(name -> Objects.equals(known.get(name.getKey()), name.getValue()));
    }

    private static Map<String, String> older(PDDocument document) {
        Map<String, String> names = new HashMap<>();
        NAMES.values()
                .forEach(name ->
                        put(names, name, document.getDocumentInformation().getCustomMetadataValue(name)));
        return names;
    }

    private static Map<String, String> newer(byte[] metadata) throws IOException {
        Map<String, String> names = new HashMap<>();
        if (metadata.length == 0) {
            return names;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(metadata));
            String open = null;
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> {
                        for (int index = 0; index < reader.getAttributeCount(); index++) {
                            put(names, NAMES.get(reader.getAttributeName(index)), reader.getAttributeValue(index));
                        }
                        if (NAMES.containsKey(reader.getName())) {
                            open = NAMES.get(reader.getName());
                            text.setLength(0);
                        }
                    }
                    case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(reader.getText());
                    case XMLStreamReader.END_ELEMENT -> {
                        if (NAMES.containsKey(reader.getName())) {
                            put(names, open, text.toString());
                            open = null;
                        }
                    }
                    default -> {}
                }
            }
            return names;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void put(Map<String, String> names, String name, String value) {
        if (name != null && value != null && !value.isBlank()) {
            // programs that write it anew break its lines elsewhere
            names.put(name, value.strip().replaceAll("\\s+", " "));
        }
    }

    private static byte[] metadata(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return new byte[0];
        }
        try (InputStream content = metadata.exportXMPMetadata()) {
            return content.readNBytes(LONGEST);
        }
    }
}
