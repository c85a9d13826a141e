package vn.lienket.signature;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import vn.lienket.problem.Typeface;

/** The red seal that is drawn for a body of the demonstration: its name in a ring, and that it is none. What lies below shines through. */
final class Seal {

    static final String NAME = "seal.png";

    private static final String DEMONSTRATION = "TRÌNH DIỄN";
    private static final int SIZE = 360;
    private static final Color RED = new Color(0xd0, 0x10, 0x10, 0xb0);
    private static final float RING = 8;
    private static final float INNER = 122;
    private static final float LETTERS = 134;
    private static final float LARGEST_LETTER = 34;
    private static final float MARK = 38;
    /** How much of the ring a name may take. */
    private static final double MOST = 0.92;

    private Seal() {}

    /** A picture with a transparent ground. */
    static DSSDocument of(String body) {
        BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(RED);
            pen.translate(SIZE / 2.0, SIZE / 2.0);
            pen.setStroke(new BasicStroke(RING));
            pen.draw(ring((SIZE - RING) / 2));
            pen.setStroke(new BasicStroke(RING / 2));
            pen.draw(ring(INNER));
            mark(pen);
            around(pen, body.toUpperCase(Locale.ROOT));
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InMemoryDocument(file.toByteArray(), NAME);
    }

    private static Ellipse2D ring(float radius) {
        return new Ellipse2D.Float(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static void mark(Graphics2D pen) {
        GlyphVector letters = letters(DEMONSTRATION, MARK);
        Shape outline = letters.getOutline((float) -letters.getLogicalBounds().getWidth() / 2, MARK / 3);
        pen.fill(outline);
        pen.setStroke(new BasicStroke(2));
        pen.draw(outline);
    }

    /** The name clockwise from the left of the bottom, as large as the ring has room for. */
    private static void around(Graphics2D pen, String name) {
        double wanted = letters(name, LARGEST_LETTER).getLogicalBounds().getWidth();
        double room = 2 * Math.PI * LETTERS * MOST;
        GlyphVector letters = letters(name, (float) (LARGEST_LETTER * Math.min(1, room / wanted)));
        double width = letters.getLogicalBounds().getWidth();
        for (int index = 0; index < letters.getNumGlyphs(); index++) {
            double half = letters.getGlyphMetrics(index).getAdvance() / 2;
            double at = letters.getGlyphPosition(index).getX() + half;
            AffineTransform place = AffineTransform.getRotateInstance((at - width / 2) / LETTERS);
            place.translate(-at, -LETTERS);
            pen.fill(place.createTransformedShape(letters.getGlyphOutline(index)));
        }
    }

    private static GlyphVector letters(String text, float size) {
        String file = Typeface.withAll(text).orElse(Typeface.FACES.get(0)).file();
        try (InputStream content = Typeface.open(file)) {
            return Font.createFont(Font.TRUETYPE_FONT, content)
                    .deriveFont(size)
                    .createGlyphVector(new FontRenderContext(null, true, true), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
