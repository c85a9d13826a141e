package vn.lienket.enterprise.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.lienket.problem.Sentences;

/** The kinds of file that are read. */
public enum TableFormat {
    CSV {
        @Override
        public Table open(Path file) {
            return CsvTable.open(file);
        }
    },
    XLSX {
        @Override
        public Table open(Path file) {
            return XlsxTable.open(file);
        }
    };

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    /** Begins to read a file of this format. */
    public abstract Table open(Path file);

    /** What a file is by its first bytes; its name is not asked. */
    public static TableFormat of(Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(ZIP.length);
        }
        if (start.length == 0) {
            throw new UnreadableTableException(Sentences.EMPTY_FILE);
        }
        if (Arrays.equals(start, OLE)) {
            throw new UnreadableTableException(
                    "Tệp (file) là XLS cũ hoặc có đặt mật khẩu; hãy lưu lại thành XLSX không mật khẩu hoặc CSV UTF-8.");
        }
        return Arrays.equals(start, ZIP) ? XLSX : CSV;
    }
}
