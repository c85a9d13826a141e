package vn.lienket.content;

import java.util.regex.Pattern;

/** Where a link may lead: programs do more with other addresses than to show a page. */
final class Links {

    /** What programs pass over when they look for the scheme. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}]+");

    private static final Pattern PLAIN = Pattern.compile("(?is)(https?:|mailto:|#).*");
    private static final Pattern CALL = Pattern.compile("(?is)tel:[+0-9().-]*");
    private static final Pattern WITH_SCHEME = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:.*");
    /** An address that somebody wrote without its scheme. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?is)[a-z0-9-]+(\\.[a-z0-9-]+)+:\\d{1,5}(/.*)?");

    private static final Pattern SHARE = Pattern.compile("(?s)(\\\\\\\\|//|\\\\/|/\\\\).*");

    private Links() {}

    /** A web page, a mail address or a place in the same file, and plainly so. */
    static boolean plain(String target) {
        String seen = seen(target);
        return seen.isEmpty() || PLAIN.matcher(seen).matches();
    }

    /** A scheme that is none of those, or the share of another machine; what has no scheme leads nowhere by itself. */
    static boolean forbidden(String target) {
        String seen = seen(target);
        return SHARE.matcher(seen).matches()
                || WITH_SCHEME.matcher(seen).matches()
                        && !plain(seen)
                        && !CALL.matcher(seen).matches()
                        && !HOST_AND_PORT.matcher(seen).matches();
    }

    private static String seen(String target) {
        return UNSEEN.matcher(target).replaceAll("");
    }
}
