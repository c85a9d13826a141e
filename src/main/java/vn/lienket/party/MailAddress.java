package vn.lienket.party;

import java.util.regex.Pattern;

/** What the product takes for a mail address, wherever one is typed or read. */
public final class MailAddress {

    /**
     * An address that mail servers take (RFC 5321: dots between letters only, at most 64 signs before the @, 63 between two dots and
     * 254 in all) and that reaches beyond one machine; one of another form would be refused only when the first mail goes out.
     */
    public static final Pattern FORM = Pattern.compile("(?=.{1,254}\\z)(?=[^@]{1,64}@)"
            + "[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    private MailAddress() {}
}
