package vn.lienket.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The pictures are left in target/radar for the eye. */
class RadarChartTest {

    private static final int BEFORE = 0xE07B00;
    private static final int AFTER = 0x0057B8;

    private final MaturityFramework framework = ShippedFramework.get();

    @Test
    void beforeAndAfterAreTwoColours() throws IOException {
        BufferedImage picture =
                picture("both", scores(32.5, 15, 48, 20, 5, 61.3, 40), scores(60, 55, 70, 45, 50, 80, 66.7));

        assertThat(picture.getWidth()).isEqualTo(1400);
        assertThat(picture.getHeight()).isEqualTo(1000);
        assertThat(pixels(picture, BEFORE)).isGreaterThan(300);
        assertThat(pixels(picture, AFTER)).isGreaterThan(2000);
    }

    @Test
    void aFirstAssessmentStandsAlone() throws IOException {
        BufferedImage picture = picture("before", scores(32.5, 15, 48, 20, 5, 61.3, 40), null);

        assertThat(pixels(picture, BEFORE)).isGreaterThan(2000);
        assertThat(pixels(picture, AFTER)).isZero();
    }

    @Test
    void theEndsOfTheScaleAreDrawn() throws IOException {
        BufferedImage picture = picture("ends", scores(0, 0, 0, 0, 0, 0, 0), scores(100, 100, 100, 100, 100, 100, 100));

        assertThat(pixels(picture, AFTER)).isGreaterThan(5000);
    }

    private BufferedImage picture(String name, Scores before, Scores after) throws IOException {
        byte[] png = RadarChart.png(framework, before, after, 1400, 1000);
        Files.write(Files.createDirectories(Path.of("target", "radar")).resolve(name + ".png"), png);
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long pixels(BufferedImage picture, int colour) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .filter(pixel -> (pixel & 0xFFFFFF) == colour)
                .count();
    }

    private Scores scores(double... values) {
        Map<String, BigDecimal> pillars = new LinkedHashMap<>();
        framework.pillars().forEach(pillar -> pillars.put(pillar.id(), BigDecimal.valueOf(values[pillars.size()])));
        return new Scores(pillars, BigDecimal.ZERO);
    }
}
