package vn.lienket.signature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** The pages of a file on which nothing lies but signatures and time stamps, seen or unseen. */
final class SignaturePages {

    private static final COSName SIGNATURE = COSName.getPDFName("Sig");
    private static final COSName WIDGET = COSName.getPDFName("Widget");

    private SignaturePages() {}

    /** Their objects, as the library calls them in what changed, e.g. {@code 4 0 R}. */
    static Set<String> in(Path pdf) {
        try (RandomAccessReadBufferedFile content = new RandomAccessReadBufferedFile(pdf.toFile());
                PDDocument document = new PDFParser(
                                content, "", null, null, MemoryUsageSetting.setupTempFileOnly().streamCache)
                        .parse(false)) {
            Set<String> pages = new HashSet<>();
            for (PDPage page : document.getPages()) {
                COSObjectKey key = page.getCOSObject().getKey();
                if (key != null && onlySignatures(page.getCOSObject().getCOSArray(COSName.ANNOTS))) {
                    pages.add("%d %d R".formatted(key.getNumber(), key.getGeneration()));
                }
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean onlySignatures(COSArray annotations) {
        if (annotations == null) {
            return false;
        }
        for (int index = 0; index < annotations.size(); index++) {
            if (!(annotations.getObject(index) instanceof COSDictionary annotation)
                    || !WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE))
                    || !isSigned(annotation)) {
                return false;
            }
        }
        return true;
    }

    /** The widget is its field, or lies below it. */
    private static boolean isSigned(COSDictionary widget) {
        COSBase parent = widget.getDictionaryObject(COSName.PARENT);
        COSDictionary field =
                widget.containsKey(COSName.FT) || !(parent instanceof COSDictionary above) ? widget : above;
        return SIGNATURE.equals(field.getCOSName(COSName.FT)) && field.containsKey(COSName.V);
    }
}
