package vn.lienket.comparison;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.lienket.document.TestTemplates;

/** Versions of a text as the files in which people hand them in. */
final class Versions {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String PDF = "application/pdf";

    private Versions() {}

    static byte[] docx(String... paragraphs) {
        return docx(List.of(), paragraphs);
    }

    /** @param cells of a table behind the paragraphs, row by row */
    static byte[] docx(List<List<String>> cells, String... paragraphs) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            if (!cells.isEmpty()) {
                XWPFTable table =
                        document.createTable(cells.size(), cells.get(0).size());
                for (int row = 0; row < cells.size(); row++) {
                    for (int column = 0; column < cells.get(row).size(); column++) {
                        table.getRow(row).getCell(column).setText(cells.get(row).get(column));
                    }
                }
            }
            document.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] pdf(String... paragraphs) {
        return pdf(160, paragraphs);
    }

    /** @param width of the lines in millimetres */
    static byte[] pdf(int width, String... paragraphs) {
        Map<String, Object> model = new HashMap<>();
        model.put("paragraphs", List.of(paragraphs));
        model.put("width", width);
        return TestTemplates.pdf().render("comparison/text", model);
    }
}
