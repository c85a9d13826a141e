package vn.lienket.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a file begins. Whatever continues a file begins like it in every power of two of bytes that the file has; so that what may be
 * continued is found by few hashes, however many files are known.
 *
 * @param bytes the first of the file, {@link #LARGEST} if it has so many
 */
record FileStart(byte[] bytes) {

    static final int LARGEST = 1 << 16;
    /** Files that differ begin alike in less. */
    private static final int TELLING = 1 << 10;

    /** Of the largest power of two of bytes. */
    String hash() {
        return hash(Integer.highestOneBit(bytes.length));
    }

    /** Of every power of two of bytes: one of them is the hash of whatever is continued. */
    List<String> hashes() {
        return from(1);
    }

    /** Of so many bytes that they tell files apart. */
    List<String> tellingHashes() {
        return from(TELLING);
    }

    private List<String> from(int smallest) {
        return IntStream.iterate(smallest, length -> length <= bytes.length, length -> length << 1)
                .mapToObj(this::hash)
                .toList();
    }

    private String hash(int length) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileStart start && Arrays.equals(bytes, start.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
