package vn.lienket.programme.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code charts.js} draws: a curve over days with level lines.
 *
 * @param min where the axis of values begins, or null for where it fits
 * @param max where it ends, or null
 * @param reverse whether the smallest number is at the top, as of a rank
 */
record Chart(
        String unit, Integer min, Integer max, boolean reverse, String label, List<Point> points, List<Line> lines) {

    private static final int ALL = 100;

    record Point(LocalDate day, BigDecimal value) {}

    record Line(String label, BigDecimal value) {}

    /** Of the values that nothing corrects, with target and baseline; null if there is none. */
    static Chart of(
            String kind, String unit, BigDecimal target, BigDecimal baseline, List<ActivityView.ValueView> values) {
        List<Point> points = values.stream()
                .filter(value -> !value.replaced())
                .map(value -> new Point(value.date(), value.value()))
                .toList();
        if (points.isEmpty()) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Mục tiêu", target));
        if (baseline != null) {
            lines.add(new Line("Giá trị gốc", baseline));
        }
        boolean rank = kind.equals("rank");
        boolean percent = kind.equals("percent");
        return new Chart(
                unit,
                rank ? Integer.valueOf(1) : percent ? null : Integer.valueOf(0),
                percent ? ALL : null,
                rank,
                "Đã đo",
                points,
                lines);
    }

    /** Of the monthly reports; null for fewer than two, which make no curve. */
    static Chart progress(List<ActivityView.ProgressView> reports) {
        return reports.size() < 2
                ? null
                : new Chart(
                        "%",
                        0,
                        ALL,
                        false,
                        "Tiến độ",
                        reports.stream()
                                .map(report -> new Point(report.on(), BigDecimal.valueOf(report.percent())))
                                .toList(),
                        List.of());
    }
}
