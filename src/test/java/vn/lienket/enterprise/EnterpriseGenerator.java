package vn.lienket.enterprise;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Enterprises as there might be in Bình Dương: valid tax codes, each once; names with accents; headcounts and money on and around the
 * boundaries of the sizes. The same seed gives the same enterprises, however many are asked for.
 */
public final class EnterpriseGenerator {

    /** The columns of the files it writes. */
    public static final List<String> COLUMNS =
            Stream.of(EnterpriseField.values()).map(EnterpriseField::id).toList();

    private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    /** All nine-digit beginnings after "37", in an order without repetition: the step has no factor in common with ten. */
    private static final int BEGINNINGS = 10_000_000;

    private static final int STEP = 6_180_339;
    private static final long BILLION = 1_000_000_000L;
    private static final int[] HEADCOUNTS = {10, 50, 100, 200};
    private static final long[] MONEY = {3, 10, 20, 50, 100, 200, 300};

    private static final String[] FORMS = {
        "Công ty TNHH",
        "Công ty TNHH",
        "Công ty TNHH Một thành viên",
        "Công ty Cổ phần",
        "Doanh nghiệp tư nhân",
        "Hợp tác xã"
    };
    private static final String[][] TRADES = {
        {"Nông sản", "Chăn nuôi", "Cao su", "Thủy sản", "Trồng trọt Công nghệ cao", "Giống cây trồng"},
        {"Cơ khí", "Xây dựng", "Gỗ mỹ nghệ", "May mặc", "Gốm sứ", "Bao bì", "Sản xuất Thương mại", "Điện tử", "Nhựa"},
        {"Thương mại Dịch vụ", "Vận tải", "Du lịch", "Tin học", "Kế toán", "Ẩm thực", "Xuất nhập khẩu", "Dược phẩm"}
    };
    private static final String[] FIRST = {
        "Minh", "Hoàng", "Đại", "Phú", "Tân", "Thuận", "Kim", "Ngọc", "Việt", "Đức", "Hưng", "Thiên", "Bảo", "Quang",
                "Trường",
        "Vĩnh", "Long", "Hải", "Gia", "An", "Phước", "Lộc", "Khánh", "Nhật", "Đông", "Nam", "Sơn", "Thành", "Mỹ", "Ánh"
    };
    private static final String[] SECOND = {
        "Phát", "Gia", "Thành", "Lợi", "Hưng", "Thịnh", "Long", "Vượng", "Tiến", "Đạt", "Sáng", "Hòa", "Nguyên",
                "Khang", "Phong",
        "Dương", "Châu", "Hải", "Tài", "Vinh", "Bình", "Cường", "Điền", "Ưng", "Ý", "Quỳnh", "Xuân", "Yến", "Hạnh", "Mỹ"
    };
    private static final String[] ENDS = {"", "", "", "", " Bình Dương", " Việt Nam", " Sài Gòn", " Thủ Dầu Một", " 2"};
    private static final String[] FAMILY = {"Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô"};
    private static final String[] GIVEN = {
        "Thị Ánh", "Văn Dũng", "Thị Hường", "Quốc Việt", "Thị Mỹ", "Hữu Phước", "Đình Ân"
    };
    private static final String[] STREETS = {
        "Đại lộ Bình Dương", "Yersin", "Cách Mạng Tháng Tám", "Lê Hồng Phong", "Huỳnh Văn Lũy"
    };
    private static final String[] WARDS = {
        "Phú Cường, Thủ Dầu Một", "Lái Thiêu, Thuận An", "Dĩ An", "Mỹ Phước, Bến Cát", "Tân Uyên"
    };

    private final long seed;

    public EnterpriseGenerator(long seed) {
        this.seed = seed;
    }

    /** The first so many. */
    public Stream<Enterprise> enterprises(int count) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "37%07d".formatted((int) ((seed + (long) i * STEP) % BEGINNINGS)))
                .filter(beginning -> sum(beginning) % 11 != 0)
                .limit(count)
                .map(EnterpriseGenerator::taxCode)
                .map(this::enterprise);
    }

    /** A file of them with all columns. */
    public void writeCsv(OutputStream target, int count, char separator, boolean byteOrderMark) throws IOException {
        Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            text.write('\uFEFF');
        }
        CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(text);
        csv.writeRecord(COLUMNS);
        enterprises(count)
                .forEach(enterprise -> csv.writeRecord(cells(enterprise)
                        .map(value -> value == null ? "" : value.toString())
                        .toList()));
        csv.flush();
    }

    /** A workbook of them with all columns; with shared strings, as Excel writes it, or with strings in the cells. */
    public void writeXlsx(OutputStream target, int count, boolean sharedStrings) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, true, sharedStrings)) {
            Sheet sheet = workbook.createSheet("Doanh nghiệp");
            fill(sheet.createRow(0), COLUMNS.stream());
            int[] next = {1};
            enterprises(count).forEach(enterprise -> fill(sheet.createRow(next[0]++), cells(enterprise)));
            workbook.write(target);
        }
    }

    /** A valid tax code that begins with these nine digits. */
    public static String taxCode(String nineDigits) {
        return nineDigits + (10 - sum(nineDigits) % 11);
    }

    private static void fill(Row row, Stream<?> values) {
        values.forEach(value -> {
            Cell cell = row.createCell(Math.max(row.getLastCellNum(), 0));
            if (value instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else if (value instanceof Boolean yes) {
                cell.setCellValue(yes);
            } else if (value != null) {
                cell.setCellValue(value.toString());
            }
        });
    }

    private static Stream<Object> cells(Enterprise enterprise) {
        return Stream.of(EnterpriseField.values()).map(field -> field.of(enterprise));
    }

    private Enterprise enterprise(String taxCode) {
        Random random = new Random(seed * 31 + Long.parseLong(taxCode));
        Sector sector = pick(random, Sector.values());
        String person = pick(random, FAMILY) + " " + pick(random, GIVEN);
        boolean known = random.nextInt(3) > 0;
        return new Enterprise(
                taxCode,
                "%s %s %s %s%s"
                        .formatted(
                                pick(random, FORMS),
                                pick(random, TRADES[sector.ordinal()]),
                                pick(random, FIRST),
                                pick(random, SECOND),
                                pick(random, ENDS)),
                sector,
                HEADCOUNTS[random.nextInt(HEADCOUNTS.length)] + random.nextInt(3) - 1,
                around(random),
                around(random),
                random.nextInt(5) == 0,
                random.nextInt(50) == 0,
                known ? "2025" : null,
                known ? "%05d".formatted(1000 + random.nextInt(90_000)) : null,
                person,
                "lienhe@dn%s.example".formatted(taxCode),
                "09%08d".formatted(random.nextInt(100_000_000)),
                "%d %s, %s".formatted(1 + random.nextInt(900), pick(random, STREETS), pick(random, WARDS)),
                known ? random.nextInt(6) : null,
                null,
                0);
    }

    private static long around(Random random) {
        return MONEY[random.nextInt(MONEY.length)] * BILLION + random.nextInt(3) - 1;
    }

    private static int sum(String digits) {
        return IntStream.range(0, WEIGHTS.length)
                .map(i -> (digits.charAt(i) - '0') * WEIGHTS[i])
                .sum();
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
