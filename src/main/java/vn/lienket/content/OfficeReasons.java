package vn.lienket.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the parts, elements and relationships of office documents (ECMA-376) are refused for. */
final class OfficeReasons {

    static final String OLE = "đối tượng OLE nhúng";
    static final String MACRO = "macro";
    static final String EMBEDDED = "tệp nhúng";
    static final String LINK = "siêu liên kết không phải http, https hay mailto";
    static final String PICTURE = "ảnh liên kết ngoài";
    static final String DATA = "kết nối dữ liệu ngoài";
    static final String OTHER_FILE = "liên kết tới tệp khác";
    private static final String ACTIVE_X = "điều khiển ActiveX";
    private static final String RIBBON = "thanh lệnh riêng (customUI)";

    private static final Map<String, String> CONTENT_TYPES = Map.ofEntries(
            Map.entry("macroenabled", MACRO),
            Map.entry("macrosheet", MACRO),
            Map.entry("vbaproject", MACRO),
            Map.entry("vbadata", MACRO),
            Map.entry("activex", ACTIVE_X),
            Map.entry("oleobject", OLE),
            Map.entry("externallink", OTHER_FILE),
            Map.entry("spreadsheetml.connections", DATA),
            Map.entry("spreadsheetml.querytable", DATA));
    private static final Map<String, String> RELATIONSHIPS = Map.ofEntries(
            Map.entry("vbaproject", MACRO),
            Map.entry("wordvbadata", MACRO),
            Map.entry("xlmacrosheet", MACRO),
            Map.entry("xlintlmacrosheet", MACRO),
            Map.entry("oleobject", OLE),
            Map.entry("package", EMBEDDED),
            Map.entry("afchunk", "nội dung nhúng (altChunk)"),
            Map.entry("control", ACTIVE_X),
            Map.entry("activexcontrolbinary", ACTIVE_X),
            Map.entry("connections", DATA),
            Map.entry("querytable", DATA),
            Map.entry("externallink", OTHER_FILE),
            Map.entry("extensibility", RIBBON),
            Map.entry("usercustomization", RIBBON));
    /** Each wherever it is in the name: programs find parts by their relationships, but write them here. */
    private static final Map<String, String> PARTS = Map.of(
            "vbaproject.bin", MACRO,
            "/macrosheets/", MACRO,
            "customui/", RIBBON,
            "/connections.xml", DATA,
            "/querytables/", DATA,
            "/externallinks/", OTHER_FILE);
    /** What a part is for, whatever its type and its name say. */
    private static final Map<String, String> ROOTS = Map.of(
            "connections", DATA,
            "queryTable", DATA,
            "externalLink", OTHER_FILE,
            "macrosheet", MACRO,
            "vbaSuppData", MACRO,
            "ocx", ACTIVE_X,
            "customUI", RIBBON);

    private static final Map<String, String> ELEMENTS = Map.of(
            "ddeLink", "liên kết DDE",
            "oleLink", OLE,
            "externalBook", OTHER_FILE,
            "dbPr", DATA,
            "olapPr", DATA,
            "webPr", DATA,
            "connectString", DATA);

    private static final Pattern CHART_RELATIONSHIPS =
            Pattern.compile("(?i)(word|xl|ppt)/charts/_rels/chart[^/]*\\.xml\\.rels");
    private static final Pattern WORKBOOK = Pattern.compile("(?i).*\\.xlsx");
    /** A picture of the mail from which it was copied. */
    private static final Pattern OF_MAIL = Pattern.compile("(?is)cid:.*");

    private static final Pattern WITH_SCHEME = Pattern.compile("(?is)\\s*[a-z][a-z0-9+.-]+:.*");

    private OfficeReasons() {}

    static List<String> ofContentType(String type) {
        return named(CONTENT_TYPES, type);
    }

    static List<String> ofPart(String name) {
        return named(PARTS, name);
    }

    static Optional<String> ofRoot(String element) {
        return Optional.ofNullable(ROOTS.get(element));
    }

    static Optional<String> ofElement(String element) {
        return Optional.ofNullable(ELEMENTS.get(element));
    }

    /** @param part the part of relationships in which it stands */
    static Optional<String> ofRelationship(String part, String fullType, String target, String mode) {
        String whole = fullType.strip();
        String type = whole.substring(whole.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean ofChart = CHART_RELATIONSHIPS.matcher(part).matches()
                && WORKBOOK.matcher(target.strip()).matches();
        if (mode.strip().equalsIgnoreCase("External")) {
            boolean link = type.equals("hyperlink") && Links.plain(target);
            return link ? Optional.empty() : Optional.of(externalReason(type));
        }
        if (RELATIONSHIPS.containsKey(type) && !(type.equals("package") && ofChart)) {
            return Optional.of(RELATIONSHIPS.get(type));
        }
        return fetched(target) ? Optional.of(OTHER_FILE) : Optional.empty();
    }

    static boolean ofMail(String address) {
        return OF_MAIL.matcher(address).matches();
    }

    /** Whether it has to be fetched from elsewhere. */
    static boolean fetched(String address) {
        boolean elsewhere = WITH_SCHEME.matcher(address).matches() || Links.forbidden(address);
        return elsewhere && !ofMail(address);
    }

    private static String externalReason(String type) {
        return switch (type) {
            case "attachedtemplate" -> "mẫu tài liệu lấy từ ngoài (attachedTemplate)";
            case "image" -> PICTURE;
            case "hyperlink" -> LINK;
            default -> OTHER_FILE;
        };
    }

    private static List<String> named(Map<String, String> reasons, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return reasons.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
