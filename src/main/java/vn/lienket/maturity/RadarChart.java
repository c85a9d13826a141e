package vn.lienket.maturity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.style.RadarStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.springframework.core.io.ClassPathResource;

/** The scores of the pillars as a polygon, before and, once reassessed, after; the rings are 20 points apart. */
public final class RadarChart {

    /** The font comes along: containers have few, and not every one has the Vietnamese letters. */
    private static final Font FONT = font("liberation/LiberationSans-Regular.ttf");

    private static final Font BOLD = font("liberation/LiberationSans-Bold.ttf");

    /** What everything is drawn at before it is scaled, so that a large picture is a sharp one and not one with tiny letters. */
    private static final double DRAWN_WIDTH = 672;

    private static final double DRAWN_HEIGHT = 480;

    private static final int RINGS = 5;
    private static final double HIGHEST_SCORE = 100;
    private static final Color INK = new Color(0x26, 0x32, 0x38);
    private static final Color RING = new Color(0xCF, 0xD8, 0xDC);
    private static final Color BEFORE = new Color(0xE0, 0x7B, 0x00);
    private static final Color AFTER = new Color(0x00, 0x57, 0xB8);
    private static final int TRANSLUCENT = 0x24;

    private RadarChart() {}

    /**
     * A PNG with "Trước" and, if there is a second assessment, "Sau" in its legend.
     *
     * @param after null before the reassessment
     * @param width in pixels; letters and lines grow with the picture
     * @param height in pixels, best five for seven of the width
     */
    public static byte[] png(MaturityFramework framework, Scores before, Scores after, int width, int height) {
        double scale = Math.min(width / DRAWN_WIDTH, height / DRAWN_HEIGHT);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        try {
            canvas.scale(scale, scale);
            chart(framework, before, after)
                    .paint(canvas, (int) Math.ceil(width / scale), (int) Math.ceil(height / scale));
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            canvas.dispose();
        }
    }

    private static org.knowm.xchart.RadarChart chart(MaturityFramework framework, Scores before, Scores after) {
        org.knowm.xchart.RadarChart chart = new org.knowm.xchart.RadarChart(0, 0);
        chart.setTitle("Thang điểm 0–100, mỗi vòng 20 điểm");
        chart.setRadiiLabels(
                clockwise(framework).stream().map(Pillar::shortName).toArray(String[]::new));
        style(chart.getStyler());
        add(chart, "Trước", framework, before, BEFORE, SeriesMarkers.SQUARE);
        if (after != null) {
            add(chart, "Sau", framework, after, AFTER, SeriesMarkers.CIRCLE);
        }
        return chart;
    }

    private static void style(RadarStyler style) {
        style.setCircular(true)
                .setRadiiTickMarksCount(RINGS)
                .setRadiiTickMarksColor(RING)
                .setRadiiTickMarksStroke(new BasicStroke(1f))
                .setRadiiTitleFont(FONT.deriveFont(15f))
                .setRadiiTitlePadding(8)
                .setMarkerSize(7)
                .setPlotContentSize(0.88)
                .setPlotBorderVisible(false)
                .setPlotBackgroundColor(Color.WHITE)
                .setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartPadding(8)
                .setBaseFont(FONT.deriveFont(15f))
                .setChartTitleFont(FONT.deriveFont(13f))
                .setChartTitlePadding(2)
                .setLegendFont(BOLD.deriveFont(15f))
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE);
    }

    private static void add(
            org.knowm.xchart.RadarChart chart,
            String name,
            MaturityFramework framework,
            Scores scores,
            Color color,
            Marker marker) {
        double[] values = clockwise(framework).stream()
                .map(pillar -> scores.pillars().get(pillar.id()))
                .mapToDouble(BigDecimal::doubleValue)
                .map(score -> score / HIGHEST_SCORE)
                .toArray();
        chart.addSeries(name, values)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND))
                .setMarker(marker)
                .setMarkerColor(color)
                .setFillColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), TRANSLUCENT));
    }

    /** The pillars so that they are read clockwise from the top: the library goes the other way round. */
    private static List<Pillar> clockwise(MaturityFramework framework) {
        List<Pillar> pillars = new ArrayList<>(framework.pillars());
        Collections.reverse(pillars);
        Collections.rotate(pillars, 1);
        return pillars;
    }

    private static Font font(String file) {
        try (InputStream in = new ClassPathResource(file).getInputStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
