package vn.lienket.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * A file within a PDF that was made from it or speaks of it (PDF/A-3).
 *
 * @param description what it is, for readers
 * @param at when it was stored
 */
public record AttachedFile(String name, String mediaType, String description, Instant at, Path content) {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");
    private static final COSName SOURCE = COSName.getPDFName("Source");

    void addTo(PDDocument pdf) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileUnicode(name);
        file.setFileDescription(description);
        file.getCOSObject().setItem(RELATIONSHIP, SOURCE);
        PDEmbeddedFile embedded = embedded(pdf);
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
        PDEmbeddedFilesNameTreeNode leaf = new PDEmbeddedFilesNameTreeNode();
        leaf.setNames(Map.of(name, file));
        PDEmbeddedFilesNameTreeNode root = new PDEmbeddedFilesNameTreeNode();
        root.setKids(List.of(leaf));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(root);
        pdf.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(file);
        pdf.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED, associated);
    }

    /** As it is, byte for byte, and packed no further. */
    private PDEmbeddedFile embedded(PDDocument pdf) throws IOException {
        try (InputStream bytes = Files.newInputStream(content)) {
            PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, bytes);
            embedded.setSubtype(mediaType);
            embedded.setSize(Math.toIntExact(Files.size(content)));
            embedded.setModDate(GregorianCalendar.from(at.atZone(VIETNAM)));
            return embedded;
        }
    }
}
