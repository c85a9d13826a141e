package vn.lienket.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One formula of a workbook (ECMA-376 part 1, 18.17), taken apart as far as it tells where it leads. */
final class FormulaText {

    /** Stands where a string, a name in quotes or brackets stood. */
    private static final char STRING = '\uf8ff';

    private static final char QUOTED = '\uf8fe';
    private static final char BRACKETS = '\uf8fd';
    private static final Pattern PLACEHOLDERS = Pattern.compile("[\uf8fd-\uf8ff]");

    private static final int MAX_LINKS = 64;

    private static final Set<String> REFUSED =
            Set.of(("WEBSERVICE IMAGE PY RTD DDE CALL REGISTER REGISTER.ID UNREGISTER"
                            + " EXEC EXECUTE INITIATE REQUEST POKE TERMINATE RUN SEND.KEYS SEND.MAIL SQL.REQUEST SQL.OPEN"
                            + " SQL.EXEC.QUERY SQL.RETRIEVE FOPEN FREAD FREADLN FWRITE FWRITELN OPEN OPEN.LINKS SAVE.AS"
                            + " FILE.DELETE FILES DIRECTORY CREATE.OBJECT VBA.INSERT.FILE GET.WORKSPACE FORMULA.FILL"
                            + " ON.TIME ON.ENTRY WORKBOOK.INSERT")
                    .split(" "));
    private static final Pattern FUNCTION = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.]*)\\s*(\\()?");
    /** What programs write in front of functions that came later. */
    private static final Pattern LATER = Pattern.compile("^(_XL\\p{L}+\\.|COM\\.MICROSOFT\\.|ORG\\.LIBREOFFICE\\.)+");

    private static final Pattern LINK = Pattern.compile("(?i)(?<![\\p{L}\\p{N}_.])HYPERLINK\\s*\\(");
    private static final Pattern SPELLED = Pattern.compile("(?i)(UNI)?CHAR\\s*\\(");
    private static final Pattern ADDRESS = Pattern.compile("(?is)[\\s']*(\\\\\\\\[\\p{L}\\p{N}.?].*|file:[\\\\/].*)");
    /** No sheet may be called so. A file that is only named is part of what charts say that were copied from it. */
    private static final Pattern PATH = Pattern.compile("[\\\\/]");

    private static final Pattern BEHIND_FILE = Pattern.compile("[\\p{L}\\p{N}_. ]*!");

    private final String formula;
    private final StringBuilder code = new StringBuilder();
    private final List<String> strings = new ArrayList<>();
    private final Set<String> reasons = new LinkedHashSet<>();
    private boolean unclosed;

    private FormulaText(String formula) {
        this.formula = PLACEHOLDERS.matcher(formula).replaceAll("");
    }

    /** Why it is refused, or nothing. */
    static Set<String> reasons(String formula) {
        FormulaText text = new FormulaText(formula);
        text.takeApart();
        text.judge();
        return text.reasons;
    }

    private void takeApart() {
        for (int at = 0; at < formula.length(); ) {
            char character = formula.charAt(at);
            if (character == '"') {
                int end = closing(at, '"');
                strings.add(formula.substring(at + 1, end).replace("\"\"", "\""));
                put(STRING, at, end);
                at = end + 1;
            } else if (character == '\'' && !behindName()) {
                int end = closing(at, '\'');
                elsewhere(PATH.matcher(formula.substring(at + 1, end)).find());
                put(QUOTED, at, end);
                at = end + 1;
            } else if (character == '[' && bracket(at) > 0) {
                int end = bracket(at);
                boolean file = !behindName()
                        && PATH.matcher(formula.substring(at + 1, end)).find()
                        && BEHIND_FILE
                                .matcher(formula)
                                .region(end + 1, formula.length())
                                .lookingAt();
                elsewhere(file);
                code.append(BRACKETS);
                at = end + 1;
            } else {
                code.append(character);
                at++;
            }
        }
    }

    /** What nothing closes may as well be read as if nothing had opened it. */
    private void put(char placeholder, int open, int end) {
        code.append(placeholder);
        if (end == formula.length()) {
            code.append(formula, open + 1, end);
        }
    }

    private void judge() {
        if (code.indexOf("|") >= 0) {
            reasons.add("liên kết DDE");
        }
        elsewhere(code.indexOf("\\\\") >= 0
                || strings.stream().anyMatch(text -> ADDRESS.matcher(text).matches()));
        Matcher function = FUNCTION.matcher(code);
        while (function.find()) {
            String written = function.group(1).toUpperCase(Locale.ROOT);
            String name = LATER.matcher(written).replaceFirst("");
            // a function may be handed to another one by its name
            boolean called = function.group(2) != null || written.contains("_XLETA.");
            if (called && REFUSED.contains(name)) {
                reasons.add("hàm %s trong bảng tính".formatted(name));
            }
        }
        Matcher link = LINK.matcher(code);
        for (int count = 0; link.find(); count++) {
            if (count == MAX_LINKS || leadsAway(link.end())) {
                reasons.add(OfficeReasons.LINK);
                return;
            }
        }
    }

    /** An address that begins as one of a web page stays one whatever follows. */
    private boolean leadsAway(int start) {
        int end = endOfArgument(start);
        String argument = code.substring(start, end).strip();
        int first = (int)
                code.substring(0, start).chars().filter(each -> each == STRING).count();
        int count = (int) argument.chars().filter(each -> each == STRING).count();
        List<String> parts = strings.subList(first, first + count);
        boolean known = argument.indexOf(STRING) == 0 && !parts.get(0).isBlank() && Links.plain(parts.get(0));
        return !known
                && (SPELLED.matcher(argument).find()
                        || Links.forbidden(String.join("", parts))
                        || parts.stream().anyMatch(Links::forbidden));
    }

    private int endOfArgument(int start) {
        int depth = 0;
        for (int at = start; at < code.length(); at++) {
            char character = code.charAt(at);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth < 0 || depth == 0 && (character == ',' || character == ';')) {
                return at;
            }
        }
        return code.length();
    }

    private void elsewhere(boolean fact) {
        if (fact) {
            reasons.add(OfficeReasons.OTHER_FILE);
        }
    }

    /** Where the quote that opens here is closed; twice the same is one of the text. */
    private int closing(int open, char quote) {
        int at = open + 1;
        while (at < formula.length()) {
            if (formula.charAt(at) != quote) {
                at++;
            } else if (at + 1 < formula.length() && formula.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at;
            }
        }
        return Math.max(formula.length(), open + 1);
    }

    /** Where the bracket that opens here is closed, or -1; an apostrophe says that what follows is part of a column's name. */
    private int bracket(int open) {
        if (unclosed) {
            return -1;
        }
        int depth = 0;
        for (int at = open; at < formula.length(); at++) {
            switch (formula.charAt(at)) {
                case '\'' -> at++;
                case '[' -> depth++;
                case ']' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return at;
            }
        }
        unclosed = true;
        return -1;
    }

    private boolean behindName() {
        char last = code.length() == 0 ? ' ' : code.charAt(code.length() - 1);
        return Character.isLetterOrDigit(last) || last == '_' || last == '.' || last == BRACKETS;
    }
}
