package vn.lienket.content;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Word's fields do (ECMA-376 part 1, 17.16.5): those are known that only show what is in the document or known about it. */
final class FieldCommands {

    private static final String HYPERLINK = "HYPERLINK";
    private static final Pattern COMMAND = Pattern.compile("^[^\\p{L}=]*(\\p{L}+)");
    /** Nothing, or a word that goes on with what the next field results in. */
    private static final Pattern WORD_TO_COME = Pattern.compile("^[\\s\"\\p{Cf}]*\\p{L}*$");
    /** A switch, a string or a word. */
    private static final Pattern ARGUMENT =
            Pattern.compile("\\\\([\\p{L}*@#!])|\"((?:\\\\.|[^\"\\\\])*+)(?:\"|\\\\?$)|([^\\s\"]+)", Pattern.DOTALL);

    private static final Set<String> SWITCHES_WITH_ARGUMENT = Set.of("l", "o", "t", "s", "*", "@", "#");

    private static final Set<String> HARMLESS = Set.of(("ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL"
                    + " AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE BIBLIOGRAPHY BIDIOUTLINE CITATION COMMENTS COMPARE"
                    + " CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN"
                    + " FORMCHECKBOX FORMDROPDOWN FORMTEXT GLOSSARY GOTOBUTTON GREETINGLINE IF INDEX INFO KEYWORDS"
                    + " LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS"
                    + " NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE QUOTE REF REVNUM SAVEDATE SECTION SECTIONPAGES"
                    + " SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS"
                    + " USERINITIALS USERNAME XE")
            .split(" "));
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("DDE", "trường DDE"),
            Map.entry("DDEAUTO", "trường DDE"),
            Map.entry("LINK", "trường LINK lấy nội dung từ tệp khác"),
            Map.entry("IMPORT", OfficeReasons.PICTURE),
            Map.entry("INCLUDEPICTURE", OfficeReasons.PICTURE),
            Map.entry("INCLUDE", "trường INCLUDE lấy nội dung từ tệp khác"),
            Map.entry("INCLUDETEXT", "trường INCLUDETEXT lấy nội dung từ tệp khác"),
            Map.entry("RD", "trường RD lấy nội dung từ tệp khác"),
            Map.entry("DATABASE", OfficeReasons.DATA),
            Map.entry("MACROBUTTON", "trường MACROBUTTON chạy macro"),
            Map.entry("EMBED", OfficeReasons.OLE));

    private FieldCommands() {}

    /** Why the instruction is refused; its command may be followed by anything. */
    static Optional<String> reason(String instruction) {
        Optional<String> command = command(instruction);
        if (command.filter(HYPERLINK::equals).isPresent()) {
            return leadsAway(instruction) ? Optional.of(OfficeReasons.LINK) : Optional.empty();
        }
        return command.filter(name -> !HARMLESS.contains(name))
                .map(name -> REFUSED.getOrDefault(name, "trường lạ (%s)".formatted(name)));
    }

    /** Whether what comes next makes the command, or the address of a link, what it is. */
    static boolean unfinished(String instruction) {
        return WORD_TO_COME.matcher(instruction).matches() || isLink(instruction) && leadsAway(instruction + "x");
    }

    /** Whether the command is not yet known, or takes an address, of which there may be several. */
    static boolean dependsOnItsEnd(String instruction) {
        return isLink(instruction)
                || !instruction.stripLeading().startsWith("=")
                        && command(instruction).isEmpty();
    }

    private static boolean isLink(String instruction) {
        return command(instruction).filter(HYPERLINK::equals).isPresent();
    }

    private static boolean leadsAway(String instruction) {
        Matcher command = COMMAND.matcher(instruction);
        Matcher argument = ARGUMENT.matcher(instruction);
        argument.region(command.find() ? command.end() : 0, instruction.length());
        boolean ofSwitch = false;
        while (argument.find()) {
            if (argument.group(1) != null && !ofSwitch) {
                ofSwitch = SWITCHES_WITH_ARGUMENT.contains(argument.group(1).toLowerCase(Locale.ROOT));
                continue;
            }
            String text = argument.group(2) == null ? argument.group() : argument.group(2);
            if (!ofSwitch && !Links.plain(text)) {
                return true;
            }
            ofSwitch = false;
        }
        return false;
    }

    private static Optional<String> command(String instruction) {
        Matcher command = COMMAND.matcher(instruction);
        return command.find() ? Optional.of(command.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
