package vn.lienket.signature;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import vn.lienket.content.SpooledFile;

/**
 * Whether a file still shows what a signer saw: his revision is compared with the whole file, object by object from the catalog on. The
 * library compares too, but believes an object that it has met once under a name, and believes names that it knows, wherever they stand;
 * whoever names his objects well can hide a change from it.
 */
final class LaterRevisions {

    /** Nothing that is seen; of the metadata, see {@link FileNames}. */
    private static final Set<COSName> UNSEEN =
            names("Metadata", "PieceInfo", "StructParents", "StructParent", "Tabs", "LastModified");

    private static final Set<COSName> OF_TREE = names("Parent", "Annots", "Type");
    private static final Set<COSName> INHERITED = names("Resources", "MediaBox", "CropBox", "Rotate");
    /** Compared by themselves, or known well by the library. */
    private static final Set<COSName> OF_CATALOG =
            names("Pages", "AcroForm", "DSS", "Extensions", "Version", "Perms", "StructTreeRoot", "Type");

    private static final COSName OUTPUT_INTENTS = COSName.getPDFName("OutputIntents");
    private static final COSName NEED_APPEARANCES = COSName.getPDFName("NeedAppearances");
    private static final Set<COSName> OF_FORM = names("Fields", "SigFlags", "DR", "DA", "NeedAppearances");

    /** The same thing before and after; the same two are compared once. */
    private record Pair(COSBase signed, COSBase later) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.signed == signed && pair.later == later;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(signed) + System.identityHashCode(later);
        }
    }

    private final PDDocument signed;
    private final PDDocument later;
    private final Set<Pair> met = new HashSet<>();

    private LaterRevisions(PDDocument signed, PDDocument later) {
        this.signed = signed;
        this.later = later;
    }

    /**
     * What was changed behind a signature, but for what later signatures, time stamps and their proofs add.
     *
     * @param end behind the last byte that the signature covers
     */
    static Optional<Fault> changes(Path pdf, long end) {
        try (SpooledFile revision = SpooledFile.of(target -> copy(pdf, end, target));
                PDDocument signed = parsed(revision.path());
                PDDocument later = parsed(pdf)) {
            return new LaterRevisions(signed, later).changes();
        } catch (IOException | RuntimeException e) {
            // the parser fails in many ways over what is no PDF
            return Optional.of(Fault.CHANGED);
        }
    }

    private static void copy(Path pdf, long end, OutputStream target) throws IOException {
        try (FileChannel whole = FileChannel.open(pdf)) {
            WritableByteChannel part = Channels.newChannel(target);
            for (long done = 0; done < end; ) {
                long copied = whole.transferTo(done, end - done, part);
                if (copied <= 0) {
                    throw new EOFException();
                }
                done += copied;
            }
        }
    }

    private static PDDocument parsed(Path file) throws IOException {
        return new PDFParser(
                        new RandomAccessReadBufferedFile(file.toFile()),
                        "",
                        null,
                        null,
                        MemoryUsageSetting.setupTempFileOnly().streamCache)
                .parse(false);
    }

    private Optional<Fault> changes() throws IOException {
        List<COSDictionary> before = pages(signed);
        List<COSDictionary> after = pages(later);
        if (before.size() != after.size()) {
            return Optional.of(Fault.PAGES);
        }
        for (int page = 0; page < before.size(); page++) {
            met.add(new Pair(before.get(page), after.get(page)));
        }
        Map<String, PDField> fields = fields(signed);
        Map<String, PDField> laterFields = fields(later);
        fields.forEach((name, field) -> {
            PDField signedNow = laterFields.get(name);
            if (waits(field) && signedNow != null && isSigned(signedNow)) {
                met.add(new Pair(field.getCOSObject(), signedNow.getCOSObject()));
                widgets(field).forEach(widget -> widgets(signedNow).forEach(other -> met.add(new Pair(widget, other))));
            }
        });
        Set<COSDictionary> ofSignatures = widgets(laterFields);
        for (int page = 0; page < before.size(); page++) {
            if (!samePage(before.get(page), after.get(page))) {
                return Optional.of(Fault.CHANGED);
            }
        }
        for (int page = 0; page < before.size(); page++) {
            Optional<Fault> annotated = annotations(before.get(page), after.get(page), ofSignatures);
            if (annotated.isPresent()) {
                return annotated;
            }
        }
        Optional<Fault> filled = fields(fields, laterFields);
        if (filled.isPresent()) {
            return filled;
        }
        return sameForm() && sameCatalog() && FileNames.same(signed, later)
                ? Optional.empty()
                : Optional.of(Fault.CHANGED);
    }

    private Optional<Fault> annotations(COSDictionary before, COSDictionary after, Set<COSDictionary> ofSignatures)
            throws IOException {
        List<COSDictionary> known = dictionaries(before, COSName.ANNOTS);
        List<COSDictionary> found = dictionaries(after, COSName.ANNOTS);
        if (found.size() < known.size()) {
            return Optional.of(Fault.ANNOTATED);
        }
        for (int index = 0; index < known.size(); index++) {
            if (!same(known.get(index), found.get(index))) {
                return Optional.of(faultOf(known.get(index)));
            }
        }
        return found.stream().skip(known.size()).allMatch(ofSignatures::contains)
                ? Optional.empty()
                : Optional.of(Fault.ANNOTATED);
    }

    private Optional<Fault> fields(Map<String, PDField> before, Map<String, PDField> after) throws IOException {
        for (Map.Entry<String, PDField> field : before.entrySet()) {
            PDField other = after.get(field.getKey());
            COSDictionary known = field.getValue().getCOSObject();
            if (other == null || !same(known, other.getCOSObject())) {
                return Optional.of(isSigned(field.getValue()) ? Fault.DICTIONARY : Fault.FORM_FILLED);
            }
        }
        return after.entrySet().stream()
                        .filter(field -> !before.containsKey(field.getKey()))
                        .allMatch(field -> isSigned(field.getValue()))
                ? Optional.empty()
                : Optional.of(Fault.FORM_FILLED);
    }

    private boolean samePage(COSDictionary before, COSDictionary after) throws IOException {
        for (COSName key : INHERITED) {
            if (!same(
                    PDPageTree.getInheritableAttribute(before, key), PDPageTree.getInheritableAttribute(after, key))) {
                return false;
            }
        }
        return sameBut(before, after, union(union(OF_TREE, UNSEEN), INHERITED));
    }

    private boolean sameForm() throws IOException {
        COSDictionary before = form(signed);
        COSDictionary after = form(later);
        return sameBut(before, after, OF_FORM)
                && (before.getBoolean(NEED_APPEARANCES, false) || !after.getBoolean(NEED_APPEARANCES, false))
                && (!before.containsKey(COSName.DA) || same(before.getItem(COSName.DA), after.getItem(COSName.DA)))
                && keeps(before.getCOSDictionary(COSName.DR), after.getCOSDictionary(COSName.DR));
    }

    /** Later signatures bring what they are drawn with. */
    private boolean keeps(COSDictionary before, COSDictionary after) throws IOException {
        if (before == null || after == null) {
            return before == null;
        }
        for (COSName kind : before.keySet()) {
            COSBase known = before.getDictionaryObject(kind);
            COSBase found = after.getDictionaryObject(kind);
            if (known instanceof COSDictionary some && found instanceof COSDictionary more) {
                for (COSName name : some.keySet()) {
                    if (!same(some.getItem(name), more.getItem(name))) {
                        return false;
                    }
                }
            } else if (!same(known, found)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameCatalog() throws IOException {
        COSDictionary before = signed.getDocumentCatalog().getCOSObject();
        COSDictionary after = later.getDocumentCatalog().getCOSObject();
        boolean colours = !before.containsKey(OUTPUT_INTENTS)
                || same(before.getItem(OUTPUT_INTENTS), after.getItem(OUTPUT_INTENTS));
        return colours && sameBut(before, after, union(union(OF_CATALOG, UNSEEN), Set.of(OUTPUT_INTENTS)));
    }

    private boolean sameBut(COSDictionary before, COSDictionary after, Set<COSName> exceptions) throws IOException {
        for (COSName key : union(before.keySet(), after.keySet())) {
            if (!exceptions.contains(key) && !same(before.getItem(key), after.getItem(key))) {
                return false;
            }
        }
        return true;
    }

    /** Not by calls of itself: objects may lie in each other as deep as they like. */
    private boolean same(COSBase before, COSBase after) throws IOException {
        Deque<Pair> open = new ArrayDeque<>();
        open.push(new Pair(before, after));
        while (!open.isEmpty()) {
            Pair next = open.pop();
            COSBase known = resolved(next.signed());
            COSBase found = resolved(next.later());
            if (known instanceof COSDictionary || known instanceof COSArray) {
                if (met.add(new Pair(known, found)) && !sameContainer(known, found, open)) {
                    return false;
                }
            } else if (!sameValue(known, found)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameContainer(COSBase before, COSBase after, Deque<Pair> open) throws IOException {
        if (before instanceof COSArray known && after instanceof COSArray found && known.size() == found.size()) {
            for (int index = 0; index < known.size(); index++) {
                open.push(new Pair(known.get(index), found.get(index)));
            }
            return true;
        }
        if (!(before instanceof COSDictionary known)
                || !(after instanceof COSDictionary found)
                || !sameStream(known, found)) {
            return false;
        }
        union(known.keySet(), found.keySet())
                .forEach(key -> open.push(new Pair(known.getItem(key), found.getItem(key))));
        return true;
    }

    private static boolean sameStream(COSDictionary before, COSDictionary after) throws IOException {
        if (!(before instanceof COSStream known) || !(after instanceof COSStream found)) {
            return before instanceof COSStream == after instanceof COSStream;
        }
        try (InputStream one = known.createRawInputStream();
                InputStream other = found.createRawInputStream()) {
            byte[] bytes;
            do {
                bytes = one.readNBytes(1 << 16);
                if (!Arrays.equals(bytes, other.readNBytes(1 << 16))) {
                    return false;
                }
            } while (bytes.length > 0);
            return true;
        }
    }

    private static boolean sameValue(COSBase before, COSBase after) {
        return before instanceof COSNumber known && after instanceof COSNumber found
                ? known.floatValue() == found.floatValue()
                : Objects.equals(before, after);
    }

    private static COSBase resolved(COSBase value) {
        return value instanceof COSObject reference ? reference.getObject() : value;
    }

    private static Fault faultOf(COSDictionary annotation) {
        if (!COSName.WIDGET.equals(annotation.getCOSName(COSName.SUBTYPE))) {
            return Fault.ANNOTATED;
        }
        boolean signature = COSName.SIG.equals(PDPageTree.getInheritableAttribute(annotation, COSName.FT));
        return signature && PDPageTree.getInheritableAttribute(annotation, COSName.V) != null
                ? Fault.DICTIONARY
                : Fault.FORM_FILLED;
    }

    private static boolean isSigned(PDField field) {
        return field instanceof PDSignatureField
                && field.getCOSObject().getDictionaryObject(COSName.V) instanceof COSDictionary;
    }

    /** By which signatures are seen. */
    private static Set<COSDictionary> widgets(Map<String, PDField> fields) {
        Set<COSDictionary> widgets = new HashSet<>();
        fields.values().stream().filter(LaterRevisions::isSigned).forEach(field -> widgets.addAll(widgets(field)));
        return widgets;
    }

    /** As they are: asked for them, the library adds what it finds missing. */
    private static List<COSDictionary> widgets(PDField field) {
        return field.getCOSObject().containsKey(COSName.KIDS)
                ? dictionaries(field.getCOSObject(), COSName.KIDS)
                : List.of(field.getCOSObject());
    }

    private static boolean waits(PDField field) {
        return field instanceof PDSignatureField && field.getCOSObject().getDictionaryObject(COSName.V) == null;
    }

    private static COSDictionary form(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        return form == null ? new COSDictionary() : form.getCOSObject();
    }

    private static Map<String, PDField> fields(PDDocument document) {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        Map<String, PDField> fields = new HashMap<>();
        if (form != null) {
            form.getFieldTree().forEach(field -> fields.put(field.getFullyQualifiedName(), field));
        }
        return fields;
    }

    private static List<COSDictionary> pages(PDDocument document) {
        List<COSDictionary> pages = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            pages.add(page.getCOSObject());
        }
        return pages;
    }

    private static List<COSDictionary> dictionaries(COSDictionary owner, COSName key) {
        List<COSDictionary> found = new ArrayList<>();
        if (owner.getDictionaryObject(key) instanceof COSArray array) {
            for (int index = 0; index < array.size(); index++) {
                if (array.getObject(index) instanceof COSDictionary dictionary) {
                    found.add(dictionary);
                }
            }
        }
        return found;
    }

    private static Set<COSName> names(String... names) {
        Set<COSName> all = new HashSet<>();
        for (String name : names) {
            all.add(COSName.getPDFName(name));
        }
        return all;
    }

    private static <T> Set<T> union(Set<T> some, Set<T> others) {
        Set<T> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
