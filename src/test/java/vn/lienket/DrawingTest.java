package vn.lienket;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienket.Drawing.Drawn;
import vn.lienket.Drawing.Line;

/** That the drawings can be read: how wide a level is, and that no text lies over anything else. */
class DrawingTest {

    /** What still can be read in Cockpit on a screen of 1366 pixels. */
    private static final double WIDEST = 2000;

    static List<Drawing> levels() {
        return Drawing.all();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void aLevelIsNoWiderThanCanBeRead(Drawing level) {
        assertThat(level.width()).isLessThanOrEqualTo(WIDEST);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void noLabelLiesOverAShapeOrALine(Drawing level) {
        List<Drawn> drawn = level.shapesAndLines();

        assertThat(level.labels().stream()
                        .flatMap(label -> drawn.stream()
                                .filter(other -> other.touches(withoutMargin(label)))
                                .map(other ->
                                        "“%s” of %s lies over %s".formatted(label.text(), label.id(), other.id()))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void noLabelLiesOverAnother(Drawing level) {
        List<Line> texts = Stream.concat(level.labels().stream(), level.captions().stream())
                .toList();

        assertThat(texts.stream()
                        .flatMap(text -> texts.stream()
                                .filter(other -> !other.id().equals(text.id()))
                                .filter(other -> withoutMargin(other).intersects(withoutMargin(text)))
                                .map(other -> "“%s” of %s lies over “%s” of %s"
                                        .formatted(text.text(), text.id(), other.text(), other.id()))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void everyNameFitsIntoItsShapeBesideTheSigns(Drawing level) {
        assertThat(level.captions().stream()
                        .filter(caption -> !level.isWithin(caption))
                        .map(caption -> "“%s” of %s".formatted(caption.text(), caption.id())))
                .isEmpty();
        assertThat(level.captions().stream()
                        .flatMap(caption -> level.shapesAndLines().stream()
                                .filter(other -> !other.id().equals(caption.id()))
                                .filter(other -> other.touches(withoutMargin(caption)))
                                .map(other -> "“%s” of %s lies under %s"
                                        .formatted(caption.text(), caption.id(), other.id()))))
                .isEmpty();
        assertThat(level.cutHeads()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void everyLineGoesFromItsSourceToItsTargetAndThroughNoOtherShape(Drawing level) {
        assertThat(level.loose()).isEmpty();
        assertThat(level.flows().stream()
                        .flatMap(line -> level.solids().stream()
                                .filter(shape -> !level.joins(line.id(), shape.id()))
                                .filter(shape -> ((Line2D) line.outline())
                                        .intersects(shape.outline().getBounds2D()))
                                .map(shape -> line.id() + " runs through " + shape.id())))
                .isEmpty();
    }

    /** So that one goes down to it in Cockpit. */
    @Test
    void whatIsFoldedHasALevelOfItsOwn() {
        Set<String> owners = levels().stream().map(Drawing::owner).collect(toSet());

        assertThat(levels().stream().flatMap(level -> level.folded().stream()))
                .isNotEmpty()
                .allMatch(owners::contains);
    }

    private static Rectangle2D withoutMargin(Line line) {
        Rectangle2D place = line.place();
        return new Rectangle2D.Double(place.getX() + 1, place.getY() + 1, place.getWidth() - 2, place.getHeight() - 2);
    }
}
