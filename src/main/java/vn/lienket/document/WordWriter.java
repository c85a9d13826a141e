package vn.lienket.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes the XHTML of an official document as DOCX: A4, Times New Roman, the number of each page but the first at its head. */
final class WordWriter implements AutoCloseable {

    static final String FONT = "Times New Roman";

    private static final double PAGE_WIDTH = 210;
    private static final double PAGE_HEIGHT = 297;
    private static final double TOP = 20;
    private static final double BOTTOM = 20;
    private static final double LEFT = 30;
    private static final double RIGHT = 18;
    private static final double HEADER = 10;
    private static final double TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT;
    private static final int NUMBER_SIZE = 13;
    private static final double SIGNATURE_SPACE = 28;
    private static final double BEHIND_HEADING = 14;
    private static final int CELL_PADDING = 2;
    private static final double ISSUERS = 0.38;
    private static final double MM_OF_POINT = 25.4 / 72;

    private static final Set<String> BLOCKS = Set.of("p", "div", "table");
    private static final Pattern WIDTH = Pattern.compile("width: (\\d+)mm");
    private static final Pattern ABOVE = Pattern.compile("margin-top: (\\d+)pt");
    private static final Pattern HEIGHT = Pattern.compile("height: (\\d+)pt");

    private final XWPFDocument document = new XWPFDocument();

    /** Where paragraphs go: how wide it is in millimetres, and whether they stay on one page. */
    private record Place(Supplier<XWPFParagraph> paragraphs, double width, boolean together) {}

    byte[] write(Document html) throws IOException {
        page();
        fonts();
        document.getProperties().getCoreProperties().setTitle(text(html, "title"));
        Element body = (Element) html.getElementsByTagName("body").item(0);
        blocks(body, "", new Place(document::createParagraph, TEXT_WIDTH, false));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.write(file);
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(PAGE_WIDTH));
        size.setH(twips(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(TOP));
        margins.setBottom(twips(BOTTOM));
        margins.setLeft(twips(LEFT));
        margins.setRight(twips(RIGHT));
        margins.setHeader(twips(HEADER));
        margins.setFooter(twips(HEADER));
        margins.setGutter(BigInteger.ZERO);
        XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        numberRun(number).getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        numberRun(number).getCTR().addNewInstrText().setStringValue("PAGE");
        numberRun(number).getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
    }

    private static XWPFRun numberRun(XWPFParagraph number) {
        XWPFRun run = number.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(NUMBER_SIZE);
        return run;
    }

    private void fonts() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(TemplateText.VIETNAMESE.toLanguageTag());
    }

    private void blocks(Element around, String styleClass, Place place) {
        for (Element child : elements(around)) {
            String name = child.getTagName();
            String own = child.getAttribute("class");
            if (name.equals("table")) {
                table(child, styleClass, place);
            } else if (elements(child).stream().anyMatch(inner -> BLOCKS.contains(inner.getTagName()))) {
                boolean together = place.together() || own.equals("closing");
                blocks(child, own.isEmpty() ? styleClass : own, new Place(place.paragraphs(), place.width(), together));
            } else if (BLOCKS.contains(name)) {
                paragraph(child, styleClass, place);
            }
        }
    }

    private void paragraph(Element element, String around, Place place) {
        String styleClass = element.getAttribute("class");
        Matcher height = HEIGHT.matcher(element.getAttribute("style"));
        if (styleClass.startsWith("rule")) {
            rule(element, place);
        } else if (styleClass.equals("space")) {
            gap(SIGNATURE_SPACE / MM_OF_POINT, place);
        } else if (height.find() && element.getTextContent().isBlank()) {
            gap(Double.parseDouble(height.group(1)), place);
        } else {
            write(element, WordStyle.of(element.getTagName(), styleClass, around), place);
        }
    }

    private void write(Element element, WordStyle style, Place place) {
        XWPFParagraph paragraph = place.paragraphs().get();
        paragraph.setAlignment(style.alignment());
        paragraph.setIndentationFirstLine(twips(style.indent()).intValue());
        Matcher above = ABOVE.matcher(element.getAttribute("style"));
        paragraph.setSpacingBefore(points(above.find() ? Double.parseDouble(above.group(1)) : style.before()));
        paragraph.setSpacingAfter(points(style.after()));
        paragraph.setSpacingBetween(style.line(), LineSpacingRule.AUTO);
        paragraph.setKeepNext(style.together() || place.together());
        runs(element, style, style.bold(), paragraph);
    }

    private static void runs(Node around, WordStyle style, boolean bold, XWPFParagraph paragraph) {
        for (Node node = around.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals("br")) {
                run(style, bold, paragraph).addBreak();
            } else if (node instanceof Element element) {
                runs(element, style, bold || element.getTagName().equals("b"), paragraph);
            } else if (node.getNodeType() == Node.TEXT_NODE) {
                String words = node.getNodeValue().replaceAll("[ \\t\\n\\r]+", " ");
                String before = paragraph.getText();
                words = before.isEmpty() || before.endsWith(" ") || before.endsWith("\n")
                        ? words.stripLeading()
                        : words;
                // capitals do not tell any more what is a name
                String bound = BoundWords.bind(words);
                if (!bound.isEmpty()) {
                    run(style, bold, paragraph)
                            .setText(style.capitals() ? bound.toUpperCase(TemplateText.VIETNAMESE) : bound);
                }
            }
        }
    }

    private static XWPFRun run(WordStyle style, boolean bold, XWPFParagraph paragraph) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(style.size());
        run.setBold(bold);
        run.setItalic(style.italic());
        return run;
    }

    /** A line in the middle, as wide as the template says. */
    private static void rule(Element element, Place place) {
        Matcher width = WIDTH.matcher(element.getAttribute("style"));
        double wide = width.find() ? Double.parseDouble(width.group(1)) : place.width() / 4;
        XWPFParagraph paragraph = gap(3, place);
        int aside = twips(Math.max(0, (place.width() - wide) / 2)).intValue();
        paragraph.setIndentationLeft(aside);
        paragraph.setIndentationRight(aside);
        paragraph.setBorderBottom(Borders.SINGLE);
        if (element.getAttribute("class").contains("about-rule")) {
            paragraph.setSpacingAfter(points(BEHIND_HEADING));
        }
    }

    private static XWPFParagraph gap(double points, Place place) {
        XWPFParagraph paragraph = place.paragraphs().get();
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
        paragraph.setKeepNext(place.together());
        return paragraph;
    }

    private void table(Element element, String around, Place place) {
        List<Element> rows = elements(element);
        int columns = rows.stream()
                .mapToInt(
                        row -> elements(row).stream().mapToInt(WordWriter::span).sum())
                .max()
                .orElse(0);
        if (columns == 0) {
            return;
        }
        XWPFTable table = document.createTable(1, 1);
        table.removeBorders();
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setWidth(twips(place.width()).intValue());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setCellMargins(points(CELL_PADDING), 0, points(CELL_PADDING), 0);
        table.removeRow(0);
        for (Element row : rows) {
            XWPFTableRow written = table.createRow();
            written.setCantSplitRow(true);
            while (!written.getTableCells().isEmpty()) {
                written.removeCell(0);
            }
            List<Element> cells = elements(row);
            for (int column = 0; column < cells.size(); column++) {
                cell(cells.get(column), width(cells, column, place.width()), around, written, place);
            }
        }
    }

    private void cell(Element element, double width, String around, XWPFTableRow row, Place place) {
        XWPFTableCell cell = row.addNewTableCell();
        cell.setWidth(twips(width).toString());
        if (span(element) > 1) {
            cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(span(element)));
        }
        while (!cell.getParagraphs().isEmpty()) {
            cell.removeParagraph(0);
        }
        Place inside = new Place(cell::addParagraph, width, place.together());
        String own = element.getAttribute("class");
        if (elements(element).stream().anyMatch(inner -> BLOCKS.contains(inner.getTagName()))) {
            blocks(element, own.isEmpty() ? around : own, inside);
        } else {
            write(element, WordStyle.of("td", own, around), inside);
        }
    }

    /** What the class of a column says of its width, or an equal share of what the others leave. */
    private static double width(List<Element> cells, int column, double all) {
        double known = cells.stream().mapToDouble(cell -> width(cell, all)).sum();
        long open = cells.stream().filter(cell -> width(cell, all) == 0).count();
        double own = width(cells.get(column), all);
        return own > 0 ? own : (all - known) / open;
    }

    private static double width(Element cell, double all) {
        return switch (cell.getAttribute("class")) {
            case "issuers" -> all * ISSUERS;
            case "label" -> 34;
            default -> 0;
        };
    }

    private static int span(Element cell) {
        return cell.hasAttribute("colspan") ? Integer.parseInt(cell.getAttribute("colspan")) : 1;
    }

    private static List<Element> elements(Element around) {
        List<Element> elements = new ArrayList<>();
        for (Node node = around.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String text(Document html, String tag) {
        return html.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(Math.round(millimetres / MM_OF_POINT * 20));
    }

    private static int points(double points) {
        return (int) Math.round(points * 20);
    }
}
