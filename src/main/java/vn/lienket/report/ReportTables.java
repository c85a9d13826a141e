package vn.lienket.report;

import static vn.lienket.download.SheetTable.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.lienket.download.SheetTable;
import vn.lienket.download.SheetTable.Column;
import vn.lienket.figures.ActivityStanding.Standing;
import vn.lienket.figures.CaseCount;
import vn.lienket.figures.IndicatorSum;
import vn.lienket.figures.QuarterFigures;
import vn.lienket.page.Wording;

/** Puts figures into the tables of a report. */
final class ReportTables {

    private static final Wording SAY = Wording.VIETNAMESE;
    private static final String TOTAL = "Tổng cộng";
    private static final Column NUMBER = Column.figures("TT", 9);
    private static final Column CASE = Column.text("Mã hồ sơ", 30);

    private ReportTables() {}

    /** All of them, in their order. */
    static List<SheetTable> of(QuarterFigures figures) {
        return List.of(
                cases(figures),
                activities(figures),
                indicators(figures),
                support(figures),
                technology(figures),
                expiring(figures));
    }

    private static SheetTable cases(QuarterFigures figures) {
        CaseCount all = figures.allCases();
        return new SheetTable(
                "Tình hình xử lý hồ sơ",
                "Hồ sơ",
                ("Kỳ trước chuyển sang %d hồ sơ, trong quý nhận %d hồ sơ; có kết quả %d hồ sơ, trong đó đúng hạn %d, quá hạn %d;"
                                + " rút %d, không tiếp nhận hoặc dừng %d; đang xử lý %d hồ sơ.")
                        .formatted(
                                all.carriedOver(),
                                all.received(),
                                all.onTime() + all.late(),
                                all.onTime(),
                                all.late(),
                                all.withdrawn(),
                                all.declined(),
                                all.inProgress()),
                List.of(
                        NUMBER,
                        Column.text("Loại hồ sơ", 0),
                        Column.text("Đơn vị chủ trì", 48),
                        Column.figures("Kỳ trước chuyển sang", 20),
                        Column.figures("Nhận trong quý", 19),
                        Column.figures("Đúng hạn", 19),
                        Column.figures("Quá hạn", 19),
                        Column.figures("Đang xử lý", 19),
                        Column.figures("Đã rút", 19),
                        Column.figures("Không tiếp nhận, dừng", 21)),
                numbered(figures.cases().stream()
                        .map(count -> counts(count, count.kindName(), count.organisationName()))
                        .toList()),
                List.of(numberless(counts(all, TOTAL, null))));
    }

    private static List<Object> counts(CaseCount count, String kind, String organisation) {
        return row(
                kind,
                organisation,
                count.carriedOver(),
                count.received(),
                count.onTime(),
                count.late(),
                count.inProgress(),
                count.withdrawn(),
                count.declined());
    }

    private static SheetTable activities(QuarterFigures figures) {
        long late = figures.activities(Standing.LATE);
        return new SheetTable(
                "Hoạt động của chương trình hợp tác",
                "Hoạt động",
                "Hoàn thành trong quý %d hoạt động; cuối quý còn %d hoạt động theo kế hoạch, trong đó %d quá hạn."
                        .formatted(
                                figures.activities(Standing.DONE), figures.activities(Standing.PLANNED) + late, late),
                List.of(
                        NUMBER,
                        CASE,
                        Column.text("Hoạt động", 0),
                        Column.text("Lĩnh vực", 42),
                        Column.text("Chủ trì", 34),
                        Column.text("Bắt đầu", 22),
                        Column.text("Kết thúc", 22),
                        Column.figures("Tiến độ (%)", 16),
                        Column.text("Tình trạng", 26)),
                numbered(figures.activities().stream()
                        .map(activity -> row(
                                activity.caseCode(),
                                activity.title(),
                                activity.fieldName(),
                                activity.leadName(),
                                activity.startDate(),
                                activity.endDate(),
                                activity.percent(),
                                activity.standing().label()))
                        .toList()),
                List.of());
    }

    private static SheetTable indicators(QuarterFigures figures) {
        return new SheetTable(
                "Chỉ tiêu so với mục tiêu và giá trị gốc",
                "Chỉ tiêu",
                "%d chỉ tiêu đang theo dõi, %d chỉ tiêu đạt mục tiêu. Chỉ cộng được các chỉ tiêu là số lượng."
                        .formatted(figures.indicators().size(), figures.reached()),
                List.of(
                        NUMBER,
                        Column.text("Chỉ tiêu", 0),
                        Column.text("Hoạt động", 42),
                        Column.text("Đơn vị tính", 20),
                        Column.figures("Giá trị gốc", 20),
                        Column.figures("Mục tiêu", 20),
                        Column.figures("Giá trị mới nhất", 21),
                        Column.text("Ngày đo", 22),
                        Column.text("Đánh giá", 18),
                        Column.text("Nghi vấn về giá trị gốc", 32)),
                numbered(figures.indicators().stream()
                        .map(indicator -> row(
                                indicator.name(),
                                indicator.title(),
                                indicator.unit(),
                                indicator.baseline(),
                                indicator.target(),
                                indicator.value(),
                                indicator.measuredOn(),
                                indicator.reached() == null ? "chưa đo" : indicator.reached() ? "đạt" : "chưa đạt",
                                indicator.doubt()))
                        .toList()),
                figures.indicatorSums().stream().map(ReportTables::sum).toList());
    }

    private static List<Object> sum(IndicatorSum sum) {
        return row(
                null,
                "%s: %s".formatted(TOTAL, sum.name()),
                "%d hoạt động".formatted(sum.activities()),
                sum.unit(),
                null,
                sum.target(),
                sum.value(),
                null,
                null,
                null);
    }

    private static SheetTable support(QuarterFigures figures) {
        return new SheetTable(
                "Hỗ trợ doanh nghiệp",
                "Hỗ trợ",
                "Quyết định %d khoản hỗ trợ, tổng cộng %s."
                        .formatted(figures.support().size(), SAY.money(figures.supportTotal())),
                List.of(
                        NUMBER,
                        CASE,
                        Column.text("Doanh nghiệp", 0),
                        Column.text("Loại hỗ trợ", 46),
                        Column.figures("Chi phí được tính (đồng)", 32),
                        Column.figures("Mức (%)", 16),
                        Column.figures("Số tiền (đồng)", 32),
                        Column.text("Ngày quyết định", 24)),
                numbered(figures.support().stream()
                        .map(granted -> row(
                                granted.caseCode(),
                                granted.enterpriseName(),
                                granted.supportKindName(),
                                granted.eligibleCost(),
                                granted.rate().movePointRight(2),
                                granted.amount(),
                                granted.decidedOn()))
                        .toList()),
                List.of(row(null, null, TOTAL, null, figures.eligibleTotal(), null, figures.supportTotal(), null)));
    }

    private static SheetTable technology(QuarterFigures figures) {
        long transfers = figures.technology().stream()
                .map(item -> item.caseCode())
                .distinct()
                .count();
        return new SheetTable(
                "Công nghệ đã chuyển giao",
                "Chuyển giao",
                "Nghiệm thu %d nội dung của %d yêu cầu chuyển giao."
                        .formatted(figures.technology().size(), transfers),
                List.of(
                        NUMBER,
                        CASE,
                        Column.text("Yêu cầu", 45),
                        Column.text("Lĩnh vực", 40),
                        Column.text("Bên giao", 30),
                        Column.text("Bên nhận", 30),
                        Column.text("Nội dung", 0),
                        Column.text("Nghiệm thu", 23)),
                numbered(figures.technology().stream()
                        .map(item -> row(
                                item.caseCode(),
                                item.title(),
                                item.categoryName(),
                                item.providerName(),
                                item.requesterName(),
                                "%s: %s".formatted(item.itemKindName(), item.itemTitle()),
                                item.acceptedOn()))
                        .toList()),
                List.of());
    }

    private static SheetTable expiring(QuarterFigures figures) {
        return new SheetTable(
                "Thỏa thuận sắp hết hiệu lực",
                "Sắp hết hiệu lực",
                "%d thỏa thuận hết hiệu lực từ sau quý đến hết ngày %s."
                        .formatted(figures.expiring().size(), SAY.day(figures.outlook())),
                List.of(
                        NUMBER,
                        CASE,
                        Column.text("Thỏa thuận", 0),
                        Column.text("Đơn vị chủ trì", 50),
                        Column.text("Hiệu lực từ", 26),
                        Column.text("Hiệu lực đến", 26),
                        Column.text("Hồ sơ gia hạn", 30)),
                numbered(figures.expiring().stream()
                        .map(agreement -> row(
                                agreement.caseCode(),
                                agreement.title(),
                                agreement.leadName(),
                                agreement.effectiveFrom(),
                                agreement.effectiveTo(),
                                agreement.renewal()))
                        .toList()),
                List.of());
    }

    private static List<List<Object>> numbered(List<List<Object>> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(index -> with(index + 1, rows.get(index)))
                .toList();
    }

    private static List<Object> numberless(List<Object> row) {
        return with(null, row);
    }

    private static List<Object> with(Integer number, List<Object> row) {
        List<Object> cells = new ArrayList<>(row);
        cells.add(0, number);
        return cells;
    }
}
