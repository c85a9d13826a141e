package vn.lienket;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * One level of a model, as the viewer of Cockpit draws it: the process itself, or one of its subprocesses that has a plane of its own.
 * All lengths are in pixels.
 */
record Drawing(ModelFile model, Element plane, Map<String, Element> elements) {

    /** Of the names beside events, gateways and flows. */
    private static final double SMALL = 11;
    /** Of the names within tasks, lanes and subprocesses. */
    private static final double LARGE = 12;

    private static final double LINE_HEIGHT = 1.2;
    private static final double PADDING = 5;
    /** The strip at the left of a lane or a participant, with its name from bottom to top. */
    private static final double HEAD = 30;
    /** The sign of a task's kind, top left. */
    private static final double SIGN = 24;
    /** The sign of what is repeated or folded, bottom centre. */
    private static final double MARKER = 20;

    /** What is drawn of an element, with its id. */
    record Drawn(String id, Shape outline) {

        boolean touches(Rectangle2D text) {
            return outline instanceof Line2D line ? text.intersectsLine(line) : outline.intersects(text);
        }
    }

    /** A line of the text of an element. */
    record Line(String id, String text, Rectangle2D place) {}

    /** Every level of every model. */
    static List<Drawing> all() {
        return ModelFile.all().stream().flatMap(Drawing::levels).toList();
    }

    private static Stream<Drawing> levels(ModelFile model) {
        Map<String, Element> elements = model.bpmn("*")
                .filter(element -> element.hasAttribute("id"))
                .collect(Collectors.toMap(element -> element.getAttribute("id"), Function.identity()));
        return model.diagram("BPMNPlane").map(plane -> new Drawing(model, plane, elements));
    }

    /** The element whose level it is. */
    String owner() {
        return of(plane);
    }

    /** From the leftmost to the rightmost point of its shapes. */
    double width() {
        Rectangle2D all = null;
        for (Element shape : shapes()) {
            all = all == null ? bounds(shape) : all.createUnion(bounds(shape));
        }
        return all.getWidth();
    }

    /** The subprocesses that are folded here. */
    List<String> folded() {
        return shapes().stream()
                .filter(shape -> is(shape, "subProcess") && !isOpen(shape))
                .map(Drawing::of)
                .toList();
    }

    /** Everything but the texts: nodes as they are, of what contains others the border and the head, and the flows. */
    List<Drawn> shapesAndLines() {
        return Stream.concat(shapes().stream().flatMap(this::drawn), flows().stream())
                .toList();
    }

    private Stream<Drawn> drawn(Element shape) {
        return outlines(shape).map(outline -> new Drawn(of(shape), outline));
    }

    private Stream<Shape> outlines(Element shape) {
        Rectangle2D box = bounds(shape);
        if (isHeaded(shape)) {
            return Stream.concat(
                    border(box), Stream.of(new Rectangle2D.Double(box.getX(), box.getY(), HEAD, box.getHeight())));
        }
        if (isContainer(shape)) {
            return border(box);
        }
        if (kind(shape).endsWith("Event")) {
            return Stream.of(new Ellipse2D.Double(box.getX(), box.getY(), box.getWidth(), box.getHeight()));
        }
        return Stream.of(kind(shape).endsWith("Gateway") ? diamond(box) : box);
    }

    /** The parts of each flow, from bend to bend. */
    List<Drawn> flows() {
        return edges().stream().flatMap(Drawing::lines).toList();
    }

    /** The outlines of what no line may run through. */
    List<Drawn> solids() {
        return shapes().stream()
                .filter(shape -> !isContainer(shape))
                .flatMap(this::drawn)
                .toList();
    }

    /** Whether a flow begins or ends at this node. */
    boolean joins(String flow, String node) {
        Element element = elements.get(flow);
        return Stream.of("sourceRef", "targetRef")
                .map(element::getAttribute)
                .anyMatch(end -> end.equals(node)
                        || elements.get(end).getAttribute("attachedToRef").equals(node));
    }

    /** The names beside events, gateways and flows, where the model puts them. */
    List<Line> labels() {
        return Stream.concat(shapes().stream().filter(this::isLabelledBeside), edges().stream())
                .filter(element -> !name(element).isEmpty())
                .flatMap(this::label)
                .toList();
    }

    private Stream<Line> label(Element element) {
        Element label = ModelFile.diagram(element, "BPMNLabel")
                .findFirst()
                .orElseThrow(() -> new AssertionError(of(element) + " has no place for its name"));
        Rectangle2D box = bounds(label);
        return lines(element, SMALL, box.getCenterX(), box.getY(), box.getWidth());
    }

    /** The names within tasks and subprocesses. */
    List<Line> captions() {
        return shapes().stream()
                .filter(shape -> !isLabelledBeside(shape) && !isHeaded(shape))
                .flatMap(this::caption)
                .toList();
    }

    private Stream<Line> caption(Element shape) {
        Rectangle2D box = bounds(shape);
        double width = box.getWidth() - 2 * PADDING;
        if (isContainer(shape)) {
            return lines(shape, LARGE, box.getCenterX(), box.getY() + PADDING, width);
        }
        double height = Lettering.lines(name(shape), LARGE, width).size() * LARGE * LINE_HEIGHT;
        return lines(shape, LARGE, box.getCenterX(), box.getCenterY() - height / 2, width);
    }

    /** Whether a line of a name lies within its shape, and not over the signs that the viewer draws there. */
    boolean isWithin(Line caption) {
        Element shape = shape(caption.id());
        return bounds(shape).contains(caption.place())
                && signs(shape).noneMatch(sign -> sign.intersects(caption.place()));
    }

    private Stream<Rectangle2D> signs(Element shape) {
        Rectangle2D box = bounds(shape);
        Rectangle2D kind = new Rectangle2D.Double(box.getX(), box.getY(), SIGN, SIGN);
        Rectangle2D marker =
                new Rectangle2D.Double(box.getCenterX() - MARKER / 2, box.getMaxY() - MARKER, MARKER, MARKER);
        if (is(shape, "subProcess")) {
            return isOpen(shape) ? Stream.empty() : Stream.of(marker);
        }
        return isRepeated(shape) ? Stream.of(kind, marker) : Stream.of(kind);
    }

    private boolean isRepeated(Element shape) {
        return ModelFile.bpmn(elements.get(of(shape)), "multiInstanceLoopCharacteristics")
                .findAny()
                .isPresent();
    }

    /** The names of lanes and participants that are longer than their heads. */
    List<String> cutHeads() {
        return shapes().stream()
                .filter(this::isHeaded)
                .filter(shape ->
                        Lettering.width(name(shape), LARGE) > bounds(shape).getHeight() - 2 * PADDING)
                .map(Drawing::of)
                .toList();
    }

    /** Flows that begin or end elsewhere than at the border of their nodes. */
    List<String> loose() {
        return edges().stream()
                .filter(edge -> {
                    Element flow = elements.get(of(edge));
                    List<Point2D> points = waypoints(edge);
                    return !isAt(points.get(0), flow.getAttribute("sourceRef"))
                            || !isAt(points.get(points.size() - 1), flow.getAttribute("targetRef"));
                })
                .map(Drawing::of)
                .toList();
    }

    private boolean isAt(Point2D point, String node) {
        Rectangle2D box = bounds(shape(node));
        Rectangle2D around = grown(box, 1);
        Rectangle2D inside = grown(box, -1);
        return around.contains(point) && !inside.contains(point);
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }

    private Stream<Line> lines(Element element, double size, double middle, double top, double width) {
        List<String> lines = Lettering.lines(name(element), size, width);
        double height = size * LINE_HEIGHT;
        return IntStream.range(0, lines.size()).mapToObj(number -> {
            double length = Lettering.width(lines.get(number), size);
            return new Line(
                    of(element),
                    lines.get(number),
                    new Rectangle2D.Double(middle - length / 2, top + number * height, length, height));
        });
    }

    private static Stream<Drawn> lines(Element edge) {
        List<Point2D> points = waypoints(edge);
        return IntStream.range(1, points.size())
                .mapToObj(end -> new Drawn(of(edge), new Line2D.Double(points.get(end - 1), points.get(end))));
    }

    private static List<Point2D> waypoints(Element edge) {
        List<Point2D> points = new ArrayList<>();
        ModelFile.waypoints(edge)
                .forEach(point -> points.add(new Point2D.Double(number(point, "x"), number(point, "y"))));
        return points;
    }

    private static Stream<Shape> border(Rectangle2D box) {
        return Stream.of(
                new Line2D.Double(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMinY()),
                new Line2D.Double(box.getMinX(), box.getMaxY(), box.getMaxX(), box.getMaxY()),
                new Line2D.Double(box.getMinX(), box.getMinY(), box.getMinX(), box.getMaxY()),
                new Line2D.Double(box.getMaxX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }

    private static Shape diamond(Rectangle2D box) {
        Path2D diamond = new Path2D.Double();
        diamond.moveTo(box.getCenterX(), box.getMinY());
        diamond.lineTo(box.getMaxX(), box.getCenterY());
        diamond.lineTo(box.getCenterX(), box.getMaxY());
        diamond.lineTo(box.getMinX(), box.getCenterY());
        diamond.closePath();
        return diamond;
    }

    private boolean isContainer(Element shape) {
        return isHeaded(shape) || is(shape, "subProcess") && isOpen(shape);
    }

    private boolean isHeaded(Element shape) {
        return is(shape, "lane") || is(shape, "participant");
    }

    private boolean isLabelledBeside(Element shape) {
        return kind(shape).endsWith("Event") || kind(shape).endsWith("Gateway");
    }

    private boolean is(Element shape, String kind) {
        return kind(shape).equals(kind);
    }

    private String kind(Element shape) {
        return elements.get(of(shape)).getLocalName();
    }

    private String name(Element shape) {
        return elements.get(of(shape)).getAttribute("name");
    }

    private static boolean isOpen(Element shape) {
        return shape.getAttribute("isExpanded").equals("true");
    }

    private Element shape(String id) {
        return shapes().stream()
                .filter(shape -> of(shape).equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is on another level"));
    }

    private List<Element> shapes() {
        return ModelFile.diagram(plane, "BPMNShape").toList();
    }

    private List<Element> edges() {
        return ModelFile.diagram(plane, "BPMNEdge").toList();
    }

    private static String of(Element drawn) {
        return drawn.getAttribute("bpmnElement");
    }

    private static Rectangle2D bounds(Element drawn) {
        Element bounds = ModelFile.bounds(drawn);
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Override
    public String toString() {
        return model + " " + owner();
    }
}
