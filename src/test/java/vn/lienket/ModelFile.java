package vn.lienket;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A model under {@code bpmn/}, read as it lies there, with the forms beside it. */
record ModelFile(Path path, Document xml) {

    private static final Path ROOT = Path.of("bpmn");
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String DEPLOYMENT_FORM = "embedded:deployment:";
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern HTML_FIELD = Pattern.compile("data-field=\"([^\"]+)\"");

    /** Every BPMN model. */
    static List<ModelFile> all() {
        return files(".bpmn").map(ModelFile::read).toList();
    }

    /** The ids of all that is in the models, and of the decisions. */
    static Set<String> ids() {
        return files(".bpmn", ".dmn")
                .map(ModelFile::read)
                .flatMap(model -> Stream.concat(
                        model.bpmn("*"),
                        model.elements()
                                .filter(element -> element.getLocalName().equals("decision"))))
                .filter(element -> element.hasAttribute("id"))
                .map(element -> element.getAttribute("id"))
                .collect(toSet());
    }

    /** Every file with one of these endings under {@code bpmn/}. */
    static Stream<Path> files(String... endings) {
        return files(ROOT, endings);
    }

    /** The content of every file with one of these endings under a folder. */
    static Stream<String> under(Path folder, String... endings) {
        return files(folder, endings).map(ModelFile::content);
    }

    /** Every file with one of these endings under a folder. */
    static Stream<Path> files(Path folder, String... endings) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ModelFile read(Path path) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new ModelFile(path, factory.newDocumentBuilder().parse(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(path + " is no XML", e);
        }
    }

    /** Elements of BPMN with one of these names, {@code *} for all. */
    Stream<Element> bpmn(String... names) {
        return Stream.of(names).flatMap(name -> elements(xml.getElementsByTagNameNS(BPMN, name)));
    }

    /** Elements of BPMN with this name below an element. */
    static Stream<Element> bpmn(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS(BPMN, name));
    }

    /** Elements of the diagram. */
    Stream<Element> diagram(String name) {
        return elements(xml.getElementsByTagNameNS(DI, name));
    }

    /** Elements of the diagram below one of them. */
    static Stream<Element> diagram(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS(DI, name));
    }

    /** Where a shape or a label is drawn. */
    static Element bounds(Element drawn) {
        return (Element) drawn.getElementsByTagNameNS(DC, "Bounds").item(0);
    }

    /** The points of a line. */
    static Stream<Element> waypoints(Element edge) {
        return elements(edge.getElementsByTagNameNS(DD, "waypoint"));
    }

    /** Elements of every namespace. */
    Stream<Element> elements() {
        return elements(xml.getElementsByTagName("*"));
    }

    /** Extension elements of Camunda below an element. */
    static Stream<Element> camunda(Element parent, String name) {
        return elements(parent.getElementsByTagNameNS(CAMUNDA, name));
    }

    /** An attribute of Camunda's, "" if it is missing. Without a namespace it counts too: Camunda's own elements have none. */
    static String attribute(Element element, String name) {
        return element.hasAttributeNS(CAMUNDA, name)
                ? element.getAttributeNS(CAMUNDA, name)
                : element.getAttribute(name);
    }

    /** The expressions of the model, as they stand between their braces. */
    Stream<String> expressions() {
        return elements()
                .flatMap(element -> Stream.concat(attributes(element).map(Attr::getValue), Stream.of(ownText(element))))
                .flatMap(text -> EXPRESSION.matcher(text).results())
                .map(match -> match.group(1));
    }

    /** The form of a start event or a user task, whether it is there or not; null if none is named. */
    Path form(Element element) {
        String key = attribute(element, "formKey");
        String reference = attribute(element, "formRef");
        if (key.startsWith(DEPLOYMENT_FORM)) {
            return ROOT.resolve(key.substring(DEPLOYMENT_FORM.length()));
        }
        return reference.isEmpty() ? null : path.resolveSibling(reference + ".form");
    }

    /** The names of the variables that a form writes. */
    static List<String> fields(Path form) {
        if (form.toString().endsWith(".html")) {
            return HTML_FIELD
                    .matcher(content(form))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
        return json(form).findParents("key").stream()
                // one that is only shown is not sent
                .filter(field -> !field.path("disabled").asBoolean())
                .map(field -> field.path("key").asText())
                .toList();
    }

    static JsonNode json(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(index -> (Attr) element.getAttributes().item(index));
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(index -> (Element) nodes.item(index));
    }

    @Override
    public String toString() {
        return ROOT.relativize(path).toString();
    }
}
