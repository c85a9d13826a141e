package vn.lienket.consulting;

import java.math.BigDecimal;
import java.util.List;
import vn.lienket.document.PdfTemplates;
import vn.lienket.maturity.MaturityFramework;
import vn.lienket.maturity.RadarChart;
import vn.lienket.maturity.Scores;

/**
 * The maturity of an enterprise in a document of its case.
 *
 * @param levelBefore the name of the level, or null while none is determined
 * @param after null before the reassessment, as is its level
 */
record MaturityResult(MaturityFramework framework, Scores before, String levelBefore, Scores after, String levelAfter) {

    private static final int RADAR_WIDTH = 1400;
    private static final int RADAR_HEIGHT = 1000;

    /** One pillar; after and gain are null before the reassessment. */
    record Row(String pillar, BigDecimal before, BigDecimal after, BigDecimal gain) {}

    public List<Row> rows() {
        return framework.pillars().stream()
                .map(pillar -> row(
                        pillar.name(),
                        before.pillars().get(pillar.id()),
                        after == null ? null : after.pillars().get(pillar.id())))
                .toList();
    }

    public Row overall() {
        return row("Điểm chung", before.overall(), after == null ? null : after.overall());
    }

    /** The radar chart as the address of a picture. */
    public String radar() {
        return PdfTemplates.picture(RadarChart.png(framework, before, after, RADAR_WIDTH, RADAR_HEIGHT));
    }

    private static Row row(String name, BigDecimal before, BigDecimal after) {
        return new Row(name, before, after, after == null ? null : after.subtract(before));
    }
}
