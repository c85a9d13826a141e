package vn.lienket.signature;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** For which organisation somebody signs, by the subject of his certificate ({@code reference/signers.yaml}). */
final class Signers {

    /**
     * One entry of the file.
     *
     * @param keyOwner whom such a certificate names
     * @param fields every one of them must stand so in the subject
     */
    record Signer(String organisation, Anchor anchor, KeyOwner keyOwner, Map<String, String> fields) {

        private boolean is(X500Name subject) {
            return fields.entrySet().stream()
                    .allMatch(field -> values(subject, FIELDS.get(field.getKey()))
                            .anyMatch(value -> alike(value).equals(alike(field.getValue()))));
        }
    }

    private static final Map<String, ASN1ObjectIdentifier> FIELDS = Map.of(
            "CN", BCStyle.CN,
            "O", BCStyle.O,
            "OU", BCStyle.OU,
            "L", BCStyle.L,
            "UID", BCStyle.UID,
            "serialNumber", BCStyle.SERIALNUMBER,
            "organizationIdentifier", BCStyle.ORGANIZATION_IDENTIFIER);
    private static final String ORGANISATION = "organisation";
    private static final String ANCHOR = "anchor";
    private static final String SEAL = "seal";
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(ORGANISATION, ANCHOR, SEAL), FIELDS.keySet().stream())
            .toList();
    private static final Map<String, Anchor> ANCHORS = Map.of("state", Anchor.STATE, "public", Anchor.PUBLIC);
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final List<Signer> signers;

    /** @throws InvalidFileException with every error and its line */
    Signers(Resource file) {
        signers = new YamlFile(file, (source, errors) -> new InvalidFileException("Quy tắc người ký", source, errors))
                .read(Signers::read);
    }

    /** The first entry that holds. */
    Optional<Signer> of(X500Name subject) {
        return signers.stream().filter(signer -> signer.is(subject)).findFirst();
    }

    /** The name of a person or a body as it stands in the subject, or the whole subject. */
    static String name(X500Name subject) {
        return values(subject, BCStyle.CN).findFirst().orElseGet(subject::toString);
    }

    @Override
    public String toString() {
        return signers.toString();
    }

    private static List<Signer> read(Node root, LineErrors errors) {
        List<Signer> signers = new ArrayList<>();
        for (YamlEntry entry : YamlEntry.list(root, "người ký", KEYS, errors)) {
            String organisation = entry.required(ORGANISATION, ID, "mã dạng " + ID);
            String anchor = entry.required(ANCHOR);
            if (anchor != null && !ANCHORS.containsKey(anchor)) {
                errors.add(entry.line(ANCHOR), "'anchor' là '%s', phải là state hoặc public", anchor);
            }
            String seal = entry.optional(SEAL);
            if (seal != null && !seal.equals("true") && !seal.equals("false")) {
                errors.add(entry.line(SEAL), "'seal' là '%s', phải là true hoặc false", seal);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            FIELDS.keySet().stream()
                    .sorted()
                    .filter(entry::has)
                    .forEach(field -> fields.put(field, entry.required(field)));
            if (fields.isEmpty()) {
                errors.add(entry.line(ORGANISATION), "người ký không nêu trường nào của chứng thư");
            }
            KeyOwner keyOwner = Boolean.parseBoolean(seal) ? KeyOwner.BODY : KeyOwner.PERSON;
            signers.add(new Signer(organisation, ANCHORS.get(anchor), keyOwner, fields));
        }
        return signers;
    }

    private static Stream<String> values(X500Name subject, ASN1ObjectIdentifier field) {
        return Stream.of(subject.getRDNs(field)).map(RDN::getFirst).map(value -> text(value.getValue()));
    }

    /** As it was written: in a whole subject a comma would have a sign before it. */
    private static String text(ASN1Encodable value) {
        return value instanceof ASN1String text ? text.getString() : IETFUtils.valueToString(value);
    }

    /** The same for what people take for the same: case, spaces, and accents that are written apart. */
    static String alike(String value) {
        return Normalizer.normalize(value.strip(), Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
