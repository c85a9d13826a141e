package vn.lienket.signature;

import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.SignatureValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/**
 * What a signature adds to a file, complete but for the value: that one covers the signed attributes, which name the digest of all that is
 * signed, so that nothing else changes when it comes.
 */
final class PreparedRevision {

    private static final byte[] CONTENTS = "/Contents <".getBytes(StandardCharsets.US_ASCII);
    /** A sequence of two numbers, as which curves write values. */
    private static final byte[] NO_POINT = {0x30, 6, 2, 1, 1, 2, 1, 1};

    private static final int NO_NUMBER = 256;

    private final byte[] bytes;
    private final int from;
    private final int digits;
    private final ContentInfo cms;
    private final SignedData content;
    private final SignerInfo signer;

    /** @param digits how many hexadecimal digits there are for the signature with its certificates */
    PreparedRevision(byte[] bytes, int digits) {
        this.bytes = bytes;
        this.digits = digits;
        this.from = place();
        try {
            cms = ContentInfo.getInstance(ASN1Primitive.fromByteArray(written()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        content = SignedData.getInstance(cms.getContent());
        signer = SignerInfo.getInstance(content.getSignerInfos().getObjectAt(0));
    }

    /** What stands where the value will. */
    static SignatureValue noValue(SignatureAlgorithm algorithm) {
        return new SignatureValue(
                algorithm,
                algorithm.getEncryptionAlgorithm() == EncryptionAlgorithm.RSA ? new byte[NO_NUMBER] : NO_POINT);
    }

    byte[] bytes() {
        return bytes;
    }

    int digits() {
        return digits;
    }

    /** What the key is to sign. */
    byte[] dataToSign() {
        try {
            return signer.getAuthenticatedAttributes().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes with the value in its place. */
    byte[] with(byte[] value) {
        return filled(value, signer.getUnauthenticatedAttributes());
    }

    /**
     * The same with a time stamp over the value.
     *
     * @param stamp as {@link TimeStamping#over} gives it
     */
    byte[] with(byte[] value, byte[] stamp) {
        try {
            return filled(
                    value,
                    new DERSet(new Attribute(
                            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                            new DERSet(ASN1Primitive.fromByteArray(stamp)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] filled(byte[] value, ASN1Set attributes) {
        SignerInfo signed = new SignerInfo(
                signer.getSID(),
                signer.getDigestAlgorithm(),
                signer.getAuthenticatedAttributes(),
                signer.getDigestEncryptionAlgorithm(),
                new DEROctetString(value),
                attributes);
        SignedData whole = new SignedData(
                content.getDigestAlgorithms(),
                content.getEncapContentInfo(),
                content.getCertificates(),
                content.getCRLs(),
                new DERSet(signed));
        try {
            byte[] written = HexFormat.of()
                    .formatHex(new ContentInfo(cms.getContentType(), whole).getEncoded(ASN1Encoding.DER))
                    .getBytes(StandardCharsets.US_ASCII);
            if (written.length > digits) {
                throw new IllegalArgumentException("no room for " + written.length + " digits");
            }
            byte[] filled = bytes.clone();
            Arrays.fill(filled, from, from + digits, (byte) '0');
            System.arraycopy(written, 0, filled, from, written.length);
            return filled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int place() {
        for (int start = 0; start + CONTENTS.length + digits < bytes.length; start++) {
            int first = start + CONTENTS.length;
            if (Arrays.equals(bytes, start, first, CONTENTS, 0, CONTENTS.length) && bytes[first + digits] == '>') {
                return first;
            }
        }
        throw new IllegalArgumentException("no place for a signature");
    }

    /** Without the zeros behind it. */
    private byte[] written() throws IOException {
        byte[] room = HexFormat.of().parseHex(new String(bytes, from, digits, StandardCharsets.US_ASCII));
        try (ASN1InputStream first = new ASN1InputStream(room)) {
            return first.readObject().getEncoded();
        }
    }
}
