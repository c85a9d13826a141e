package vn.lienket.content;

/**
 * One entry as the directory of its zip file describes it.
 *
 * @param packed bytes in the file
 * @param unpacked bytes that it claims to be
 * @param header where its own header begins
 */
record ZipFileEntry(String name, int flags, int method, long packed, long unpacked, long header) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int DESCRIPTOR = 1 << 3;
    /** Encrypted, patched, strongly encrypted, with a masked header. */
    private static final int UNREADABLE = 1 | 1 << 5 | 1 << 6 | 1 << 13;

    boolean readable() {
        return (flags & UNREADABLE) == 0 && (method == STORED || method == DEFLATED);
    }

    /** Whether its sizes stand behind it; then only packed data that knows its own end can be read. */
    boolean describedBehind() {
        return (flags & DESCRIPTOR) != 0;
    }

    boolean folder() {
        return name.endsWith("/");
    }
}
