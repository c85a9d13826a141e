package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import vn.lienket.support.TestPki;
import vn.lienket.support.TestPki.Entity;
import vn.lienket.support.TestPki.RevocationList;
import vn.lienket.support.TestPki.Wish;

/** Files as they may arrive, good and bad, by the words with which the table of a test calls them. */
public final class SignedFiles implements AutoCloseable {

    private static final String STATE_OF = "O=Sở Thông tin và Truyền thông tỉnh %s,C=VN";
    private static final String COMPANY = "O=Công ty TNHH MTV Phát triển Công viên phần mềm Quang Trung,C=VN";
    private static final String TEXT = "Dieu 1. Pham vi hop tac";
    private static final Instant NOW = Instant.now();

    /** A change that is written behind the signed file, as an incremental update. */
    @FunctionalInterface
    private interface Change {

        /** @return the objects that are written anew */
        COSDictionary[] to(PDDocument document) throws IOException;
    }

    private final TestPki pki = new TestPki();
    private final Path directory;
    private final AtomicInteger files = new AtomicInteger();

    private final Entity stateRoot = pki.root("CN=Gốc chữ ký công vụ (kiểm thử),C=VN");
    private final Entity publicRoot = pki.root("CN=Gốc chữ ký công cộng (kiểm thử),C=VN");
    private final Entity strangeRoot = pki.root("CN=Gốc lạ,C=VN");
    private final Entity stateCa =
            pki.issue(stateRoot, Wish.of("CN=CA công vụ,C=VN").authorised());
    private final Entity publicCa =
            pki.issue(publicRoot, Wish.of("CN=CA công cộng,C=VN").authorised());
    private final Entity binhDuong = pki.issue(stateCa, official("Bình Dương"));
    private final Entity tayNinh = pki.issue(stateCa, official("Tây Ninh"));
    private final Entity company = pki.issue(publicCa, company());
    private final Entity stamps =
            pki.issue(stateCa, Wish.of("CN=Dấu thời gian,C=VN").stamping());

    public SignedFiles(Path directory) throws Exception {
        this.directory = directory;
        TestPki.trust(stateAnchors(), stateRoot);
        TestPki.trust(publicAnchors(), publicRoot);
    }

    Path stateAnchors() {
        return directory.resolve("state");
    }

    Path publicAnchors() {
        return directory.resolve("public");
    }

    TestPki pki() {
        return pki;
    }

    /** The root of the departments. */
    public Entity stateRoot() {
        return stateRoot;
    }

    /** A new file of that name in the table. */
    public Path make(String name) throws Exception {
        return switch (name) {
            // good ones
            case "nobody has signed it" -> plain();
            case "a field for a signature is empty" -> emptyField();
            case "a department" -> signed();
            case "a company" -> Signing.by(company).sign(plain(), next());
            case "a department, then a company" -> both();
            case "three signatures" -> Signing.by(tayNinh).visibleAt(400).sign(both(), next());
            case "unseen, then seen" ->
                Signing.by(company).visibleAt(220).sign(Signing.by(binhDuong).sign(plain(), next()), next());
            case "seen, then unseen" -> Signing.by(company).sign(signed(), next());
            case "both unseen" -> Signing.by(company).sign(Signing.by(binhDuong).sign(plain(), next()), next());
            case "the same department twice" -> Signing.by(binhDuong).sign(signed(), next());
            case "a time stamp" -> Signing.by(binhDuong).stampedBy(stamps).sign(plain(), next());
            case "a time stamp of a strange authority" ->
                Signing.by(binhDuong)
                        .stampedBy(
                                pki.issue(strangeRoot, Wish.of("CN=Dấu lạ,C=VN").stamping()))
                        .sign(plain(), next());
            case "with proofs for years (B-LT)" ->
                Signing.by(binhDuong).stampedBy(stamps).proven(stateRoot).sign(plain(), next());
            case "with proofs for decades (B-LTA)" ->
                Signing.by(binhDuong).stampedBy(stamps).archived(stateRoot).sign(plain(), next());
            case "a short-lived certificate" -> by(shortLived());
            case "a short-lived certificate under a time stamp for decades (B-LTA)" ->
                Signing.by(pki.issue(stateCa, shortLived()))
                        .stampedBy(stamps)
                        .archived(stateRoot)
                        .sign(plain(), next());
            case "not on the list of its authority" -> by(listed(RevocationList.GOOD));
            case "RSA of 2048 bits" -> by(official("Bình Dương").key("RSA-2048"));
            case "a curve of 384 bits" -> by(official("Bình Dương").key("secp384r1"));
            case "SHA-512" ->
                Signing.by(binhDuong).digest(DigestAlgorithm.SHA512).sign(plain(), next());
            case "SHA3-256" ->
                Signing.by(binhDuong).digest(DigestAlgorithm.SHA3_256).sign(plain(), next());
            case "PDF/A" -> Signing.by(binhDuong).sign(pdfA(), next());
            case "without object streams" -> Signing.by(binhDuong).sign(uncompressed(), next());
            case "20 MB" -> Signing.by(binhDuong).sign(huge(20), next());
            case "a field was filled in before" -> Signing.by(binhDuong).sign(filled(form()), next());
            case "links lay over each other before" -> Signing.by(binhDuong).sign(links(), next());
            case "its authority revokes nothing" -> by(official("Bình Dương").neverRevokes());
            case "its root revokes nothing" ->
                Signing.by(pki.issue(stateRoot, official("Bình Dương").neverRevokes()))
                        .sign(plain(), next());
            case "revoked after it arrived" -> {
                Entity signer = pki.issue(stateCa, official("Bình Dương"));
                Path file = Signing.by(signer).sign(plain(), next());
                pki.revoke(signer, NOW.plus(Duration.ofMinutes(30)));
                yield file;
            }
            case "certified, then signed as allowed" ->
                Signing.by(company).sign(certified(CertificationPermission.MINIMAL_CHANGES_PERMITTED), next());
            case "the second signed in a field made for him" ->
                Signing.by(company).into("benB").sign(Signing.by(binhDuong).sign(emptyField(), next()), next());
            case "somebody of no listed organisation" -> by(Wish.of("CN=Người khác,O=Cơ quan khác,C=VN"));
            // certificates
            case "a strange root" ->
                Signing.by(pki.issue(strangeRoot, official("Bình Dương"))).sign(plain(), next());
            case "certified by himself" ->
                Signing.by(pki.issue(null, official("Bình Dương"))).sign(plain(), next());
            case "expired before it was signed" -> by(official("Bình Dương").valid(days(-300), days(-10)));
            case "expired when it arrived, signed before by its own word" ->
                Signing.by(pki.issue(stateCa, official("Bình Dương").valid(days(-300), days(-10))))
                        .at(days(-20))
                        .sign(plain(), next());
            case "not valid yet" -> by(official("Bình Dương").valid(days(10), days(300)));
            case "revoked" -> {
                Entity signer = pki.issue(stateCa, official("Bình Dương"));
                pki.revoke(signer, days(-1));
                yield Signing.by(signer).sign(plain(), next());
            }
            case "on hold" -> {
                Entity signer = pki.issue(stateCa, official("Bình Dương"));
                pki.hold(signer, days(-1));
                yield Signing.by(signer).sign(plain(), next());
            }
            case "its authority is revoked" -> {
                Entity authority =
                        pki.issue(stateRoot, Wish.of("CN=CA bị thu hồi,C=VN").authorised());
                pki.revoke(authority, days(-1));
                yield Signing.by(pki.issue(authority, official("Bình Dương"))).sign(plain(), next());
            }
            case "on the list of its authority" -> {
                Entity signer = pki.issue(stateCa, listed(RevocationList.GOOD));
                pki.revoke(signer, days(-1));
                yield Signing.by(signer).sign(plain(), next());
            }
            case "on a list that is too old" -> {
                Entity signer = pki.issue(stateCa, listed(RevocationList.STALE));
                pki.revoke(signer, days(-35));
                yield Signing.by(signer).sign(plain(), next());
            }
            case "a list that is too old" -> by(listed(RevocationList.STALE));
            case "a list that is too long" -> by(listed(RevocationList.HUGE));
            case "a broken list" -> by(listed(RevocationList.BROKEN));
            case "a list that somebody else has signed" -> by(listed(RevocationList.FOREIGN));
            case "unknown to its authority" -> {
                Entity signer = pki.issue(stateCa, official("Bình Dương"));
                pki.forget(signer);
                yield Signing.by(signer).sign(plain(), next());
            }
            case "no address to ask at" -> by(official("Bình Dương").unasked());
            case "issued by one who is no authority" ->
                Signing.by(pki.issue(
                                pki.issue(stateCa, official("Tây Ninh").usage(KeyUsage.keyCertSign)),
                                official("Bình Dương")))
                        .sign(plain(), next());
            case "a key for encryption only" -> by(official("Bình Dương").usage(KeyUsage.keyEncipherment));
            case "a department under the public root" ->
                Signing.by(pki.issue(publicCa, official("Bình Dương"))).sign(plain(), next());
            case "a company under the root of the state" -> by(company());
            case "signed tomorrow" -> Signing.by(binhDuong).at(days(2)).sign(plain(), next());
            // algorithms
            case "SHA-1" -> Signing.by(binhDuong).digest(DigestAlgorithm.SHA1).sign(plain(), next());
            case "MD5" ->
                Signing.by(pki.issue(stateCa, official("Bình Dương").key("RSA-2048")))
                        .digest(DigestAlgorithm.MD5)
                        .sign(plain(), next());
            case "RSA of 1024 bits" -> by(official("Bình Dương").key("RSA-1024"));
            case "RSA of 1536 bits" -> by(official("Bình Dương").key("RSA-1536"));
            case "an authority with RSA of 1024 bits" ->
                Signing.by(pki.issue(
                                pki.issue(
                                        stateRoot,
                                        Wish.of("CN=CA yếu,C=VN")
                                                .key("RSA-1024")
                                                .authorised()),
                                official("Bình Dương")))
                        .sign(plain(), next());
            case "a curve of 192 bits" -> by(official("Bình Dương").key("secp192r1"));
            case "a curve of 224 bits" -> by(official("Bình Dương").key("secp224r1"));
            // bytes
            case "a comment behind it" -> appended(signed(), "% hop le\n".getBytes(StandardCharsets.US_ASCII));
            case "bytes behind it" -> appended(signed(), random(5000));
            case "a byte of the text changed" ->
                replaced(Signing.by(binhDuong).sign(uncompressed(), next()), TEXT, TEXT.replace('1', '7'));
            case "a byte of the signature changed" -> flipped(signed());
            case "an update that changes nothing" -> changed(signed(), document -> new COSDictionary[0]);
            // incremental updates
            case "its page was drawn anew" -> changed(signed(), SignedFiles::drawAnew);
            case "something was drawn over its page" -> changed(signed(), SignedFiles::drawOver);
            case "a page was added" ->
                changed(signed(), document -> {
                    document.addPage(new PDPage(PDRectangle.A4));
                    return new COSDictionary[] {pages(document)};
                });
            case "a page was taken away" ->
                changed(Signing.by(binhDuong).sign(twoPages(), next()), document -> {
                    document.removePage(1);
                    return new COSDictionary[] {pages(document)};
                });
            case "its pages were exchanged for others" -> changed(signed(), SignedFiles::exchangePages);
            case "a stamp was put over its text" -> changed(signed(), SignedFiles::stamp);
            case "a stamp was put between two signatures" ->
                Signing.by(company).sign(changed(signed(), SignedFiles::stamp), next());
            case "its page was drawn anew between two signatures" ->
                Signing.by(company).sign(changed(signed(), SignedFiles::drawAnew), next());
            case "its font was exchanged" ->
                changed(signed(), document -> {
                    PDResources resources = document.getPage(0).getResources();
                    COSName font = resources.getFontNames().iterator().next();
                    resources.put(font, new PDType1Font(FontName.SYMBOL));
                    return new COSDictionary[] {
                        resources.getCOSObject(), document.getPage(0).getCOSObject()
                    };
                });
            case "a layer was switched off" ->
                changed(Signing.by(binhDuong).sign(layered(), next()), document -> {
                    PDOptionalContentProperties layers =
                            document.getDocumentCatalog().getOCProperties();
                    layers.setGroupEnabled("Điều khoản", false);
                    return new COSDictionary[] {
                        layers.getCOSObject(), document.getDocumentCatalog().getCOSObject()
                    };
                });
            case "a field was filled in" -> filled(Signing.by(binhDuong).sign(form(), next()));
            case "a field was filled in between two signatures" ->
                Signing.by(company).sign(filled(Signing.by(binhDuong).sign(form(), next())), next());
            case "the looks of a field were changed" ->
                changed(Signing.by(binhDuong).sign(filled(form()), next()), document -> {
                    PDAnnotationWidget widget = text(document).getWidgets().get(0);
                    widget.setAppearance(appearance(document, widget.getRectangle()));
                    return new COSDictionary[] {widget.getCOSObject()};
                });
            case "its metadata were changed" ->
                changed(Signing.by(binhDuong).sign(pdfA(), next()), document -> {
                    document.getDocumentCatalog().setMetadata(metadata(document, "2"));
                    return new COSDictionary[] {document.getDocumentCatalog().getCOSObject()};
                });
            case "a script was added" ->
                changed(signed(), document -> {
                    COSDictionary action = new COSDictionary();
                    action.setName(COSName.S, "JavaScript");
                    action.setString(COSName.JS, "app.alert(1)");
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
                    return new COSDictionary[] {document.getDocumentCatalog().getCOSObject()};
                });
            case "what hid the text was taken away" ->
                changed(Signing.by(binhDuong).sign(drawn("Che"), next()), SignedFiles::redrawn);
            case "what hid the text was taken away between two signatures" ->
                between(drawn("Che"), SignedFiles::redrawn);
            case "the letters of its font were exchanged" ->
                between(plain(), document -> {
                    COSDictionary resources = document.getPage(0).getResources().getCOSObject();
                    COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
                    COSDictionary font =
                            fonts.getCOSDictionary(fonts.keySet().iterator().next());
                    COSDictionary letters = new COSDictionary();
                    letters.setItem(COSName.DIFFERENCES, array(COSInteger.get('1'), COSName.getPDFName("nine")));
                    font.setItem(COSName.ENCODING, letters);
                    return new COSDictionary[] {font};
                });
            case "another table shows what lay hidden in it" -> shownByCatalog();
            case "another table shows other bytes for its text" -> shownByOffset();
            case "a note was hidden between two signatures" ->
                between(noted(), document -> {
                    COSDictionary note =
                            document.getPage(0).getAnnotations().get(0).getCOSObject();
                    note.setInt(COSName.F, 2);
                    return new COSDictionary[] {note};
                });
            case "a note lost its looks between two signatures" ->
                between(noted(), document -> {
                    COSDictionary note =
                            document.getPage(0).getAnnotations().get(0).getCOSObject();
                    note.removeItem(COSName.AP);
                    return new COSDictionary[] {note};
                });
            case "a drawing with the name of proofs was changed between two signatures" ->
                between(drawn("DSS"), SignedFiles::redrawn);
            case "a drawing with the name of extensions was changed between two signatures" ->
                between(drawn("Extensions"), SignedFiles::redrawn);
            case "a drawing that a form knows too was changed between two signatures" ->
                between(drawnFromForm(), SignedFiles::redrawn);
            case "its text was exchanged for one that is known by the same name" ->
                between(twoTexts(), document -> {
                    COSDictionary page = document.getPage(0).getCOSObject();
                    COSArray known =
                            document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.CONTENTS);
                    page.setItem(COSName.CONTENTS, array(known.get(1)));
                    return new COSDictionary[] {page};
                });
            case "a drawing that lies very deep was changed between two signatures" ->
                between(deep(), document -> {
                    COSDictionary form = document.getPage(0).getCOSObject();
                    for (COSDictionary inner = inner(form); inner != null; inner = inner(form)) {
                        form = inner;
                    }
                    overwrite((COSStream) form);
                    return new COSDictionary[] {form};
                });
            case "the looks of the first signature were changed by the second" ->
                between(signed(), document -> {
                    PDAnnotationWidget widget =
                            document.getSignatureFields().get(0).getWidgets().get(0);
                    widget.setAppearance(appearance(document, widget.getRectangle()));
                    return new COSDictionary[] {widget.getCOSObject()};
                });
            case "the first signature was moved by the second" ->
                between(signed(), document -> {
                    PDAnnotationWidget widget =
                            document.getSignatureFields().get(0).getWidgets().get(0);
                    widget.setRectangle(new PDRectangle(60, 680, 300, 60));
                    return new COSDictionary[] {widget.getCOSObject()};
                });
            case "the first signature was taken out before the second" ->
                between(signed(), document -> {
                    PDSignatureField field = document.getSignatureFields().get(0);
                    field.getCOSObject().removeItem(COSName.V);
                    return new COSDictionary[] {field.getCOSObject()};
                });
            case "a note with the name of a signature" ->
                Signing.by(company).into("benB").sign(masked(), next());
            case "two fields of the same name" ->
                Signing.by(company).into("benB").sign(twins(), next());
            case "a form of another kind was added between two signatures" ->
                between(form(), document -> {
                    COSDictionary form =
                            document.getDocumentCatalog().getAcroForm().getCOSObject();
                    form.setItem(COSName.getPDFName("XFA"), content(document));
                    return new COSDictionary[] {form};
                });
            case "what fields are drawn with was exchanged between two signatures" ->
                between(filled(form()), document -> {
                    PDResources resources =
                            document.getDocumentCatalog().getAcroForm().getDefaultResources();
                    resources.put(COSName.HELV, new PDType1Font(FontName.SYMBOL));
                    return new COSDictionary[] {
                        resources.getCOSObject(),
                        document.getDocumentCatalog().getAcroForm().getCOSObject()
                    };
                });
            case "a field that waits for a signature was made to cover the text" ->
                between(emptyField(), document -> {
                    PDAnnotationWidget widget =
                            document.getSignatureFields().get(0).getWidgets().get(0);
                    widget.setRectangle(new PDRectangle(60, 680, 300, 60));
                    widget.setAppearance(appearance(document, widget.getRectangle()));
                    return new COSDictionary[] {widget.getCOSObject()};
                });
            case "changed although it was certified" ->
                Signing.by(company).sign(certified(CertificationPermission.NO_CHANGE_PERMITTED), next());
            case "the second signature lies over the text" ->
                Signing.by(company).visibleAt(0).sign(signed(), next());
            case "a signature is seen on a line of the text" ->
                Signing.by(binhDuong).visibleAt(50).sign(withALine(RenderingMode.FILL, 0), next());
            case "a signature is seen on a line of a turned page" ->
                Signing.by(binhDuong).visibleAt(50).sign(withALine(RenderingMode.FILL, 180), next());
            case "a signature is seen on letters that nobody sees" ->
                Signing.by(binhDuong).visibleAt(50).sign(withALine(RenderingMode.NEITHER, 0), next());
            case "the signature was taken out" ->
                changed(signed(), document -> {
                    PDSignatureField field = document.getSignatureFields().get(0);
                    field.getCOSObject().removeItem(COSName.V);
                    return new COSDictionary[] {field.getCOSObject()};
                });
            case "the name of the signer was changed" ->
                changed(signed(), document -> {
                    COSDictionary signature =
                            document.getSignatureDictionaries().get(0).getCOSObject();
                    signature.setString(COSName.NAME, "Chủ tịch");
                    return new COSDictionary[] {signature};
                });
            // signatures that are none
            case "no byte range" -> changed(signed(), without(COSName.BYTERANGE));
            case "a signature in a field for text" ->
                Signing.by(company)
                        .sign(
                                changed(Signing.by(binhDuong).sign(form(), next()), document -> {
                                    COSDictionary field = text(document).getCOSObject();
                                    COSDictionary value = new COSDictionary();
                                    value.setItem(COSName.TYPE, COSName.SIG);
                                    field.setItem(COSName.V, value);
                                    return new COSDictionary[] {field};
                                }),
                                next());
            case "no contents" -> changed(signed(), without(COSName.CONTENTS));
            case "empty contents" ->
                changed(signed(), document -> {
                    COSDictionary signature =
                            document.getSignatureDictionaries().get(0).getCOSObject();
                    signature.setItem(COSName.CONTENTS, new COSString(new byte[0]));
                    return new COSDictionary[] {signature};
                });
            case "a byte range that does not begin at the start" -> range(signed(), 0, 1);
            case "a byte range that ends early" -> range(signed(), 3, -40);
            case "a byte range with a wider gap" -> range(range(signed(), 2, 10), 3, -10);
            case "a byte range longer than the file" -> range(signed(), 3, 100);
            case "the signature of another file" -> transplanted();
            case "one signature in two fields" ->
                changed(signed(), document -> {
                    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
                    PDSignatureField second = new PDSignatureField(form);
                    second.getCOSObject()
                            .setItem(
                                    COSName.V,
                                    document.getSignatureDictionaries().get(0).getCOSObject());
                    form.getFields().add(second);
                    return new COSDictionary[] {form.getCOSObject(), second.getCOSObject()};
                });
            case "two signers in one signature" -> twoSigners(signed());
            case "a signature that carries a text of its own" -> carrying(signed());
            case "fifty-one signatures" -> many();
            // no PDF that anybody should read
            case "a password" -> encrypted("mật khẩu");
            case "encrypted without a password" -> encrypted("");
            case "its cross-references are wrong" -> replaced(signed(), "startxref\n", "startxref\n9");
            case "cut off" -> cut(signed());
            case "the file from before behind it" -> appended(signed(), Files.readAllBytes(plain()));
            case "a text file" -> Files.writeString(directory.resolve(next()), "Thỏa thuận");
            case "nothing but a head" -> Files.writeString(directory.resolve(next()), "%PDF-1.7\n%%EOF\n");
            case "departments in their order" -> Signing.by(tayNinh).sign(signed(), next());
            case "the second party first" ->
                Signing.by(binhDuong).sign(Signing.by(company).sign(plain(), next()), next());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Wish official(String province) {
        return Wish.of("CN=Nguyễn Văn A," + STATE_OF.formatted(province));
    }

    private static Wish company() {
        return Wish.of("CN=Trần Thị B," + COMPANY);
    }

    private static Wish shortLived() {
        return official("Bình Dương").valid(days(-300), days(100));
    }

    private static Wish listed(RevocationList kind) {
        return official("Bình Dương").listed(kind);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private String next() {
        return "tep-%d.pdf".formatted(files.incrementAndGet());
    }

    private Path by(Wish wish) throws IOException {
        return Signing.by(pki.issue(stateCa, wish)).sign(plain(), next());
    }

    private Path signed() throws IOException {
        return Signing.by(binhDuong).visibleAt(50).sign(plain(), next());
    }

    private Path both() throws IOException {
        return Signing.by(company).visibleAt(220).sign(signed(), next());
    }

    private Path certified(CertificationPermission permission) throws IOException {
        return Signing.by(binhDuong).certifying(permission).sign(plain(), next());
    }

    private Path plain() throws IOException {
        return written(document -> {}, CompressParameters.DEFAULT_COMPRESSION);
    }

    /** With a line where signatures are seen. */
    private Path withALine(RenderingMode mode, int turned) throws IOException {
        return written(
                document -> {
                    PDPage page = document.getPage(0);
                    page.setRotation(turned);
                    try (PDPageContentStream content =
                            new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                        content.beginText();
                        content.setRenderingMode(mode);
                        content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 13);
                        content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(turned), 100, 210));
                        content.showText("500");
                        content.endText();
                    }
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path uncompressed() throws IOException {
        return written(document -> {}, CompressParameters.NO_COMPRESSION);
    }

    private Path twoPages() throws IOException {
        return written(
                document -> document.addPage(new PDPage(PDRectangle.A4)), CompressParameters.DEFAULT_COMPRESSION);
    }

    /** Something that is added to a file before anybody signs it. */
    @FunctionalInterface
    private interface Draft {

        void write(PDDocument document) throws IOException;
    }

    private Path written(Draft draft, CompressParameters compression) throws IOException {
        Path file = directory.resolve(next());
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 13);
                content.newLineAtOffset(72, 700);
                content.showText(TEXT);
                content.endText();
            }
            draft.write(document);
            document.save(file.toFile(), compression);
        }
        return file;
    }

    private Path pdfA() throws IOException {
        return written(
                document -> document.getDocumentCatalog().setMetadata(metadata(document, "1")),
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private static PDMetadata metadata(PDDocument document, String part) throws IOException {
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata("""
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                  pdfaid:part="%s" pdfaid:conformance="B"/></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(part).getBytes(StandardCharsets.UTF_8));
        return metadata;
    }

    Path huge(int megabytes) throws IOException {
        return written(
                document -> {
                    byte[] picture = random(1 << 20);
                    COSArray pictures = new COSArray();
                    for (int count = 0; count < megabytes; count++) {
                        PDStream stream = new PDStream(document);
                        try (OutputStream out = stream.createOutputStream()) {
                            out.write(picture);
                        }
                        pictures.add(stream);
                    }
                    document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Pictures"), pictures);
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    /** Twice, so that its revisions are compared. */
    Path signedHuge(int megabytes) throws IOException {
        return Signing.by(binhDuong).sign(Signing.by(binhDuong).sign(huge(megabytes), next()), next());
    }

    private Path links() throws IOException {
        return written(
                document -> {
                    for (int count = 0; count < 2; count++) {
                        PDAnnotationLink link = new PDAnnotationLink();
                        link.setRectangle(new PDRectangle(72, 690, 200, 20));
                        document.getPage(0).getAnnotations().add(link);
                    }
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path layered() throws IOException {
        return written(
                document -> {
                    PDOptionalContentProperties layers = new PDOptionalContentProperties();
                    PDOptionalContentGroup layer = new PDOptionalContentGroup("Điều khoản");
                    layers.addGroup(layer);
                    layers.setGroupEnabled(layer, true);
                    document.getDocumentCatalog().setOCProperties(layers);
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path emptyField() throws IOException {
        return written(
                document -> {
                    PDAcroForm form = new PDAcroForm(document);
                    document.getDocumentCatalog().setAcroForm(form);
                    PDSignatureField field = new PDSignatureField(form);
                    field.setPartialName("benB");
                    form.getFields().add(field);
                    PDAnnotationWidget widget = field.getWidgets().get(0);
                    widget.setRectangle(new PDRectangle(300, 100, 150, 60));
                    widget.setPage(document.getPage(0));
                    document.getPage(0).getAnnotations().add(widget);
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path form() throws IOException {
        return written(
                document -> {
                    PDAcroForm form = new PDAcroForm(document);
                    document.getDocumentCatalog().setAcroForm(form);
                    PDResources resources = new PDResources();
                    resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
                    form.setDefaultResources(resources);
                    PDTextField field = new PDTextField(form);
                    field.setPartialName("giaTri");
                    field.setDefaultAppearance("/Helv 12 Tf 0 g");
                    form.getFields().add(field);
                    PDAnnotationWidget widget = field.getWidgets().get(0);
                    widget.setRectangle(new PDRectangle(72, 500, 200, 20));
                    widget.setPage(document.getPage(0));
                    document.getPage(0).getAnnotations().add(widget);
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path filled(Path file) throws IOException {
        return changed(file, document -> {
            PDTextField field = text(document);
            field.setValue("1.000.000.000");
            return new COSDictionary[] {field.getCOSObject()};
        });
    }

    private static PDTextField text(PDDocument document) {
        return (PDTextField) document.getDocumentCatalog().getAcroForm().getField("giaTri");
    }

    private Path many() throws IOException {
        return written(
                document -> {
                    PDAcroForm form = new PDAcroForm(document);
                    document.getDocumentCatalog().setAcroForm(form);
                    for (int count = 0; count < 51; count++) {
                        PDSignatureField field = new PDSignatureField(form);
                        field.getCOSObject().setItem(COSName.V, new COSDictionary());
                        form.getFields().add(field);
                    }
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path encrypted(String password) throws IOException {
        Path file = plain();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            document.protect(new StandardProtectionPolicy("chủ", password, new AccessPermission()));
            Path encrypted = directory.resolve(next());
            document.save(encrypted.toFile());
            return encrypted;
        }
    }

    private Path changed(Path file, Change change) throws IOException {
        Path changed = directory.resolve(next());
        try (PDDocument document = Loader.loadPDF(file.toFile());
                OutputStream out = Files.newOutputStream(changed)) {
            for (COSDictionary object : change.to(document)) {
                object.setNeedToBeUpdated(true);
            }
            document.saveIncremental(out);
        }
        return changed;
    }

    /** What the second signer has changed before he signed. */
    private Path between(Path file, Change change) throws IOException {
        return Signing.by(company).sign(changed(Signing.by(binhDuong).sign(file, next()), change), next());
    }

    /** With a drawing of that name over the text. */
    private Path drawn(String name) throws IOException {
        return written(document -> draw(document, name), CompressParameters.DEFAULT_COMPRESSION);
    }

    private static COSStream draw(PDDocument document, String name) throws IOException {
        PDFormXObject drawing = new PDFormXObject(document);
        drawing.setBBox(PDRectangle.A4);
        try (OutputStream out = drawing.getContentStream().createOutputStream()) {
            out.write("0 0 1 rg 72 600 20 20 re f".getBytes(StandardCharsets.US_ASCII));
        }
        PDPage page = document.getPage(0);
        page.getResources().put(COSName.getPDFName(name), drawing);
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.drawForm(drawing);
        }
        return drawing.getCOSObject();
    }

    private static COSDictionary[] redrawn(PDDocument document) throws IOException {
        COSDictionary drawings =
                document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        COSStream drawing = drawings.getCOSStream(drawings.keySet().iterator().next());
        overwrite(drawing);
        return new COSDictionary[] {drawing};
    }

    private static void overwrite(COSStream drawing) throws IOException {
        try (OutputStream out = drawing.createOutputStream()) {
            out.write("1 1 1 rg 0 0 600 850 re f".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Readers come to the drawing by the form first. */
    private Path drawnFromForm() throws IOException {
        return written(
                document -> {
                    PDAcroForm form = new PDAcroForm(document);
                    first(document, COSName.ACRO_FORM, form.getCOSObject());
                    PDResources resources = new PDResources();
                    COSDictionary drawings = new COSDictionary();
                    drawings.setItem("Hinh", draw(document, "Hinh"));
                    resources.getCOSObject().setItem(COSName.XOBJECT, drawings);
                    form.setDefaultResources(resources);
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private Path twoTexts() throws IOException {
        return written(
                document -> {
                    COSDictionary page = document.getPage(0).getCOSObject();
                    COSBase text = page.getItem(COSName.CONTENTS);
                    page.setItem(COSName.CONTENTS, array(text));
                    first(
                            document,
                            COSName.CONTENTS,
                            array(text, content(document).getCOSObject()));
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private static COSArray array(COSBase... values) {
        COSArray array = new COSArray();
        List.of(values).forEach(array::add);
        return array;
    }

    private static void first(PDDocument document, COSName key, COSBase value) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary others = new COSDictionary(catalog);
        catalog.clear();
        catalog.setItem(key, value);
        catalog.addAll(others);
    }

    private Path deep() throws IOException {
        return written(
                document -> {
                    COSStream outer = draw(document, "Hinh");
                    for (int count = 0; count < 300; count++) {
                        PDFormXObject inner = new PDFormXObject(document);
                        inner.setBBox(PDRectangle.A4);
                        overwrite(inner.getCOSObject());
                        COSDictionary drawings = new COSDictionary();
                        drawings.setItem("Hinh", inner);
                        COSDictionary resources = new COSDictionary();
                        resources.setItem(COSName.XOBJECT, drawings);
                        outer.setItem(COSName.RESOURCES, resources);
                        outer = inner.getCOSObject();
                    }
                    try (OutputStream out = outer.createOutputStream()) {
                        out.write("0 0 1 rg".getBytes(StandardCharsets.US_ASCII));
                    }
                },
                CompressParameters.DEFAULT_COMPRESSION);
    }

    private static COSDictionary inner(COSDictionary drawing) {
        COSDictionary resources = drawing.getCOSDictionary(COSName.RESOURCES);
        COSDictionary drawings = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        return drawings == null ? null : drawings.getCOSStream(COSName.getPDFName("Hinh"));
    }

    private Path noted() throws IOException {
        return written(SignedFiles::stamp, CompressParameters.DEFAULT_COMPRESSION);
    }

    /** A drawing over the text that calls itself the field of the next signer, who then signs another one. */
    private Path masked() throws IOException {
        return changed(Signing.by(binhDuong).sign(emptyField(), next()), document -> {
            PDAnnotationWidget mask = new PDAnnotationWidget();
            mask.setRectangle(new PDRectangle(60, 680, 300, 60));
            mask.setAppearance(appearance(document, mask.getRectangle()));
            mask.getCOSObject().setItem(COSName.FT, COSName.SIG);
            mask.getCOSObject().setString(COSName.T, "benB");
            mask.getCOSObject().setItem(COSName.V, new COSDictionary());
            PDPage page = document.getPage(0);
            page.getAnnotations().add(mask);
            return new COSDictionary[] {page.getCOSObject(), mask.getCOSObject()};
        });
    }

    private Path twins() throws IOException {
        return changed(Signing.by(binhDuong).sign(emptyField(), next()), document -> {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm();
            PDSignatureField twin = new PDSignatureField(form);
            twin.setPartialName("benB");
            PDAnnotationWidget mask = twin.getWidgets().get(0);
            mask.setRectangle(new PDRectangle(60, 680, 300, 60));
            mask.setAppearance(appearance(document, mask.getRectangle()));
            mask.getCOSObject().setItem(COSName.V, new COSDictionary());
            form.getFields().add(twin);
            PDPage page = document.getPage(0);
            page.getAnnotations().add(mask);
            return new COSDictionary[] {form.getCOSObject(), page.getCOSObject(), mask.getCOSObject()};
        });
    }

    /** The catalog of other pages lies in the file when it is signed, and a table behind it makes it the one that counts. */
    private Path shownByCatalog() throws IOException {
        Path hiding = written(
                document -> {
                    COSDictionary page = new COSDictionary();
                    page.setItem(COSName.TYPE, COSName.PAGE);
                    page.setItem(COSName.MEDIA_BOX, PDRectangle.A4);
                    page.setItem(COSName.CONTENTS, content(document));
                    COSDictionary pages = new COSDictionary();
                    pages.setItem(COSName.TYPE, COSName.PAGES);
                    pages.setItem(COSName.KIDS, array(new COSObject(page, new COSObjectKey(90, 0))));
                    pages.setInt(COSName.COUNT, 1);
                    COSDictionary hidden = new COSDictionary();
                    hidden.setItem(COSName.TYPE, COSName.CATALOG);
                    hidden.setItem(COSName.PAGES, new COSObject(pages, new COSObjectKey(91, 0)));
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .setItem("Hidden", new COSObject(hidden, new COSObjectKey(92, 0)));
                },
                CompressParameters.NO_COMPRESSION);
        Path signed = Signing.by(binhDuong).sign(hiding, next());
        String content = Files.readString(signed, StandardCharsets.ISO_8859_1);
        Matcher hidden = last("/Hidden (\\d+) 0 R", content);
        return table(signed, content, "0 0\n", hidden.group(1) + " 0 R");
    }

    /** The text lies in the file twice when it is signed, and a table behind it points to the other one. */
    private Path shownByOffset() throws IOException {
        Path plain = uncompressed();
        String content = Files.readString(plain, StandardCharsets.ISO_8859_1);
        String text = last("/Contents (\\d+) 0 R", content).group(1);
        String other =
                "%s 0 obj\n<</Length 25>>\nstream\n1 1 1 rg 0 0 600 850 re f\nendstream\nendobj\n".formatted(text);
        Path hiding = table(
                Files.writeString(directory.resolve(next()), content + other, StandardCharsets.ISO_8859_1),
                content + other,
                "0 0\n",
                root(content));
        Path signed = Signing.by(binhDuong).sign(hiding, next());
        return table(
                signed,
                Files.readString(signed, StandardCharsets.ISO_8859_1),
                "%s 1\n%010d 00000 n \n".formatted(text, content.length()),
                root(content));
    }

    private Path table(Path file, String content, String entries, String root) throws IOException {
        String size = last("/Size (\\d+)", content).group(1);
        String previous = last("startxref\\s+(\\d+)", content).group(1);
        String table = "xref\n%strailer\n<</Size %s /Root %s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(entries, size, root, previous, content.length());
        return appended(file, table.getBytes(StandardCharsets.US_ASCII));
    }

    private static String root(String content) {
        return last("/Root (\\d+ 0 R)", content).group(1);
    }

    private static Matcher last(String pattern, String content) {
        Matcher found = Pattern.compile(pattern).matcher(content);
        int start = -1;
        while (found.find()) {
            start = found.start();
        }
        if (!found.find(start)) {
            throw new IllegalStateException("no " + pattern);
        }
        return found;
    }

    private static COSDictionary pages(PDDocument document) {
        return (COSDictionary) document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.PAGES);
    }

    private static COSDictionary[] drawAnew(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        page.setContents(content(document));
        return new COSDictionary[] {page.getCOSObject()};
    }

    private static COSDictionary[] drawOver(PDDocument document) throws IOException {
        PDPage page = document.getPage(0);
        COSArray contents = new COSArray();
        contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
        contents.add(content(document));
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
        return new COSDictionary[] {page.getCOSObject()};
    }

    private static PDStream content(PDDocument document) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write("1 1 1 rg 0 0 600 850 re f".getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static COSDictionary[] exchangePages(PDDocument document) throws IOException {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.MEDIA_BOX, PDRectangle.A4);
        page.setItem(COSName.CONTENTS, content(document));
        COSArray kids = new COSArray();
        kids.add(page);
        COSDictionary pages = new COSDictionary();
        pages.setItem(COSName.TYPE, COSName.PAGES);
        pages.setItem(COSName.KIDS, kids);
        pages.setInt(COSName.COUNT, 1);
        page.setItem(COSName.PARENT, pages);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, pages);
        return new COSDictionary[] {document.getDocumentCatalog().getCOSObject(), pages, page};
    }

    private static COSDictionary[] stamp(PDDocument document) throws IOException {
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(new PDRectangle(60, 680, 300, 60));
        stamp.setAppearance(appearance(document, stamp.getRectangle()));
        PDPage page = document.getPage(0);
        page.getAnnotations().add(stamp);
        return new COSDictionary[] {page.getCOSObject(), stamp.getCOSObject()};
    }

    private static PDAppearanceDictionary appearance(PDDocument document, PDRectangle place) throws IOException {
        PDAppearanceStream looks = new PDAppearanceStream(document);
        looks.setBBox(place);
        try (OutputStream out = looks.getContentStream().createOutputStream()) {
            out.write("1 1 1 rg 0 0 600 850 re f".getBytes(StandardCharsets.US_ASCII));
        }
        PDAppearanceDictionary appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(looks);
        return appearance;
    }

    private static Change without(COSName key) {
        return document -> {
            COSDictionary signature = document.getSignatureDictionaries().get(0).getCOSObject();
            signature.removeItem(key);
            return new COSDictionary[] {signature};
        };
    }

    private Path appended(Path file, byte[] more) throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte[] appended = Arrays.copyOf(content, content.length + more.length);
        System.arraycopy(more, 0, appended, content.length, more.length);
        return Files.write(directory.resolve(next()), appended);
    }

    private Path replaced(Path file, String old, String other) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (!content.contains(old)) {
            throw new IllegalStateException("no " + old);
        }
        return Files.writeString(directory.resolve(next()), content.replace(old, other), StandardCharsets.ISO_8859_1);
    }

    /** Changes one digit deep in the signature, where its value stands. */
    private Path flipped(Path file) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        int start = content.indexOf("/Contents <") + "/Contents <".length();
        int end = start;
        while (content.charAt(end) != '>') {
            end++;
        }
        int last = end - 1;
        while (content.charAt(last) == '0') {
            last--;
        }
        int at = last - 20;
        char other = content.charAt(at) == '1' ? '2' : '1';
        return Files.writeString(
                directory.resolve(next()),
                content.substring(0, at) + other + content.substring(at + 1),
                StandardCharsets.ISO_8859_1);
    }

    /** Changes one number of the byte range, in its place. */
    private Path range(Path file, int index, int by) throws IOException {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        int start = content.indexOf("/ByteRange [") + "/ByteRange [".length();
        int end = content.indexOf(']', start);
        String[] numbers = content.substring(start, end).strip().split("\\s+");
        numbers[index] = String.valueOf(Long.parseLong(numbers[index]) + by);
        String range = String.join(" ", numbers);
        return Files.writeString(
                directory.resolve(next()),
                content.substring(0, start) + range + " ".repeat(end - start - range.length()) + content.substring(end),
                StandardCharsets.ISO_8859_1);
    }

    private Path twoSigners(Path file) throws Exception {
        return rewritten(file, (content, data) -> {
            SignerInfo one = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(company.key());
            signature.update(one.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER));
            SignerInfo other = new SignerInfo(
                    new SignerIdentifier(new IssuerAndSerialNumber(
                            new JcaX509CertificateHolder(company.certificate()).toASN1Structure())),
                    one.getDigestAlgorithm(),
                    one.getAuthenticatedAttributes(),
                    one.getDigestEncryptionAlgorithm(),
                    new DEROctetString(signature.sign()),
                    null);
            ASN1EncodableVector certificates = new ASN1EncodableVector();
            data.getCertificates().forEach(certificates::add);
            certificates.add(new JcaX509CertificateHolder(company.certificate()).toASN1Structure());
            return new SignedData(
                    data.getDigestAlgorithms(),
                    data.getEncapContentInfo(),
                    new DERSet(certificates),
                    null,
                    new DERSet(new ASN1Encodable[] {one, other}));
        });
    }

    /** The signature is right, but over what it carries itself; the file around it is another one. */
    private Path carrying(Path file) throws Exception {
        byte[] own = "Dieu 1. Noi dung khac".getBytes(StandardCharsets.US_ASCII);
        return rewritten(file, (content, data) -> {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build("SHA256withECDSA", binhDuong.key(), binhDuong.certificate()));
            generator.addCertificates(new JcaCertStore(binhDuong.chain()));
            return SignedData.getInstance(generator
                    .generate(new CMSProcessableByteArray(own), true)
                    .toASN1Structure()
                    .getContent());
        });
    }

    /** Another signature in the place of the one that is there. */
    @FunctionalInterface
    private interface Other {

        SignedData of(ContentInfo content, SignedData data) throws Exception;
    }

    private Path rewritten(Path file, Other other) throws Exception {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        int start = content.indexOf("/Contents <") + "/Contents <".length();
        int end = content.indexOf('>', start);
        byte[] room = HexFormat.of().parseHex(content.substring(start, end));
        ContentInfo info;
        try (ASN1InputStream cms = new ASN1InputStream(room)) {
            info = ContentInfo.getInstance(cms.readObject());
        }
        SignedData data = other.of(info, SignedData.getInstance(info.getContent()));
        String written =
                HexFormat.of().formatHex(new ContentInfo(info.getContentType(), data).getEncoded(ASN1Encoding.DER));
        return Files.writeString(
                directory.resolve(next()),
                content.substring(0, start)
                        + written
                        + "0".repeat(end - start - written.length())
                        + content.substring(end),
                StandardCharsets.ISO_8859_1);
    }

    private Path transplanted() throws IOException {
        String from = Files.readString(signed(), StandardCharsets.ISO_8859_1);
        String to = Files.readString(
                Signing.by(binhDuong).visibleAt(300).sign(twoPages(), next()), StandardCharsets.ISO_8859_1);
        int fromStart = from.indexOf("/Contents <");
        int toStart = to.indexOf("/Contents <");
        int length = from.indexOf('>', fromStart) - fromStart;
        return Files.writeString(
                directory.resolve(next()),
                to.substring(0, toStart)
                        + from.substring(fromStart, fromStart + length)
                        + to.substring(toStart + length),
                StandardCharsets.ISO_8859_1);
    }

    private Path cut(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return Files.write(directory.resolve(next()), Arrays.copyOf(content, content.length * 2 / 3));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        pki.close();
    }
}
