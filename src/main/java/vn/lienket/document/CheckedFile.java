package vn.lienket.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import vn.lienket.content.SpooledFile;

/**
 * A file that has been looked through and may be stored; it is gone once it is closed.
 *
 * @param name fit to be shown
 * @param mediaType as found in the content
 */
public record CheckedFile(SpooledFile content, String name, String mediaType) implements AutoCloseable {

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
