package vn.lienket;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.assignment.process.AbsenceModel;
import vn.lienket.assignment.process.AssignmentModel;
import vn.lienket.assignment.process.SuccessionModel;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.process.CaseModel;
import vn.lienket.cases.process.CaseVariables;
import vn.lienket.cases.process.OpenTasks;
import vn.lienket.consulting.process.ConsultingBulkModel;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.enterprise.process.RegistryImportModel;
import vn.lienket.evidence.process.EvidenceModel;
import vn.lienket.evidence.process.LastingModel;
import vn.lienket.library.process.LibraryTextModel;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.paper.process.PaperModel;
import vn.lienket.party.Role;
import vn.lienket.programme.process.ActivityModel;
import vn.lienket.report.process.ReportModel;
import vn.lienket.support.ProcessTest;
import vn.lienket.transfer.process.TransferModel;

/** What the models and the code promise each other, and how models are drawn. */
@ProcessTest
class ModelContractTest {

    /** How ids begin where that is not the element's own name. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("sequenceFlow", "Flow"),
            Map.entry("intermediateCatchEvent", "Event"),
            Map.entry("intermediateThrowEvent", "Event"),
            Map.entry("boundaryEvent", "Event"),
            Map.entry("userTask", "Task"),
            Map.entry("serviceTask", "Task"),
            Map.entry("receiveTask", "Task"),
            Map.entry("callActivity", "Task"),
            Map.entry("businessRuleTask", "Decision"),
            Map.entry("exclusiveGateway", "Gateway"),
            Map.entry("parallelGateway", "Gateway"),
            Map.entry("inclusiveGateway", "Gateway"),
            Map.entry("eventBasedGateway", "Gateway"));

    private static final Pattern FLOW_NODE =
            Pattern.compile(".*(Event|[tT]ask|Gateway)|callActivity|subProcess|transaction");

    private static final Map<String, Class<?>> KNOWN_TO_THE_ENGINE =
            Map.of("execution", DelegateExecution.class, "task", DelegateTask.class);

    private static final Pattern TASK_CALL = Pattern.compile("\\b(\\w+Tasks)\\.(\\w+)\\((\\w+)\\)");
    private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\.(\\w+)\\(");
    private static final Pattern TERM = Pattern.compile("(?:terms\\.days\\(|registrationWarning\\(\\w+, )'(\\w+)'\\)");
    private static final Pattern TERM_OF_A_FORM = Pattern.compile("data-term=\"(\\w+)\"");
    private static final Pattern LIMIT_OF_A_FORM = Pattern.compile("data-(?:limit|longest)=\"(\\w+)\"");
    private static final Pattern LIMIT_OF_A_MODULE = Pattern.compile("\\blimit\\('(\\w+)'\\)");
    private static final Pattern WORD_IN_JAVA = Pattern.compile("\"(\\w+)\"");
    private static final Pattern LIMIT_IN_JAVA = Pattern.compile("\\.of\\(Limit\\.(\\w+)\\)");
    private static final Pattern DAYS = Pattern.compile("\\d+\\s+ngày");
    private static final Path EARLIER_MODELS = Path.of("src/test/resources/models");
    private static final Path SOURCES = Path.of("src/main/java/vn/lienket");
    private static final Path WEB_MODULES = Path.of("src/main/resources/META-INF/resources/webjars");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.'])[a-z]\\w*(?![\\w.(']|\\s*\\()");
    private static final Pattern LITERAL = Pattern.compile("'[^']*'");
    private static final Pattern CANDIDATES = Pattern.compile("\\$\\{(\\w+)}-(\\w+)");
    /** Of a task whose organisation and role the plan of the case says. */
    private static final Pattern PLANNED_CANDIDATES = Pattern.compile("\\$\\{(\\w+Facts)\\.itemGroup\\(.*\\)}");

    /** Of a task that the rule of signing gives to a role. */
    private static final Pattern RULED_CANDIDATES = Pattern.compile("\\$\\{(\\w+)}-\\$\\{signerRole}");

    private static final Pattern ID = Pattern.compile("([A-Z]\\w+)_\\w+|([A-Z][a-z]+)+Process");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Set<String> KEYWORDS = Set.of("null", "true", "false", "empty", "not", "and", "or");

    /** What a lane calls the party of a task's candidates, by the variable that holds it. */
    private static final Map<String, String> PARTIES =
            Map.of("requestingOrganisation", "bên yêu cầu", "providingOrganisation", "bên cung cấp");

    private static final List<Class<?>> MODEL_CLASSES = classesOfTheSeams("Model");

    /** What models call at their tasks. */
    private static final List<Class<?>> TASKS_CLASSES = classesOfTheSeams("Tasks").stream()
            .filter(type -> type != OpenTasks.class)
            .toList();

    /** The texts that the code shares with the models: variables, ids, messages. */
    private static final Set<String> CONSTANTS = Stream.concat(MODEL_CLASSES.stream(), Stream.of(CaseVariables.class))
            .flatMap(type -> Stream.concat(constants(type).stream(), carried(type)))
            .collect(toSet());

    @Autowired
    ApplicationContext context;

    static List<ModelFile> models() {
        return ModelFile.all();
    }

    static List<Class<?>> modelClasses() {
        return MODEL_CLASSES;
    }

    private static List<Class<?>> classesOfTheSeams(String ending) {
        return new ClassFileImporter()
                .importPackagesOf(LienKetApplication.class).stream()
                        .filter(type -> type.getPackageName().endsWith(".process"))
                        .filter(type -> type.getSimpleName().endsWith(ending))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyTaskOfTheProductIsAMethodOfItsModulesTasks(ModelFile model) {
        String tasks = "%sTasks"
                .formatted(model.path().getParent().getFileName().toString().replaceFirst("^cases$", "case"));

        assertThat(model.bpmn("serviceTask").map(task -> ModelFile.attribute(task, "expression")))
                .allMatch(call -> call.matches("\\$\\{" + tasks + "\\.\\w+\\(execution\\)}"));
        assertThat(model.bpmn("userTask")
                        .flatMap(task -> ModelFile.camunda(task, "taskListener"))
                        .filter(listener -> listener.getAttribute("event").equals("complete"))
                        .map(listener -> listener.getAttribute("expression")))
                .allMatch(call -> call.matches("\\$\\{" + tasks + "\\.\\w+\\(task\\)}"));
        assertThat(model.elements()
                        .filter(element -> !ModelFile.attribute(element, "delegateExpression")
                                .isEmpty()))
                .isEmpty();
    }

    @Test
    void everyMethodOfTheTasksIsCalledByAModel() {
        Set<String> called = models().stream()
                .flatMap(ModelFile::expressions)
                .flatMap(expression -> CALL.matcher(withoutLiterals(expression)).results())
                .map(call -> call.group(1) + "." + call.group(2))
                .collect(toSet());

        assertThat(TASKS_CLASSES)
                .hasSize(12)
                .allSatisfy(type -> assertThat(Stream.of(type.getDeclaredMethods())
                                .filter(method -> Modifier.isPublic(method.getModifiers())))
                        .isNotEmpty()
                        .allSatisfy(method -> assertThat(called)
                                .contains(StringUtils.uncapitalize(type.getSimpleName()) + "." + method.getName())));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyQuestionInAnExpressionIsAnswered(ModelFile model) {
        model.expressions()
                .flatMap(expression -> CALL.matcher(withoutLiterals(expression)).results())
                .forEach(call -> assertThat(typeOf(call.group(1)).getMethods())
                        .as(call.group())
                        .anyMatch(method -> method.getName().equals(call.group(2))));
        model.expressions()
                .flatMap(expression -> TASK_CALL.matcher(expression).results())
                .forEach(call -> assertThat(typeOf(call.group(1)).getMethods())
                        .as(call.group())
                        .anyMatch(method -> method.getName().equals(call.group(2))
                                && List.of(method.getParameterTypes())
                                        .equals(List.of(KNOWN_TO_THE_ENGINE.get(call.group(3))))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyVariableInAnExpressionIsKnownToTheCodeOrToItsForm(ModelFile model) {
        Set<String> known = new HashSet<>(CONSTANTS);
        known.addAll(KNOWN_TO_THE_ENGINE.keySet());
        model.bpmn("userTask").map(model::form).forEach(form -> known.addAll(ModelFile.fields(form)));

        assertThat(model.expressions()
                        .flatMap(expression ->
                                VARIABLE.matcher(withoutLiterals(expression)).results())
                        .map(MatchResult::group)
                        .filter(name -> !KEYWORDS.contains(name) && !context.containsBean(name)))
                .allMatch(known::contains);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFormLiesBesideItsModelSoThatTheyAreDeployedTogether(ModelFile model) {
        model.bpmn("userTask", "startEvent")
                .filter(element -> model.form(element) != null)
                .forEach(element -> {
                    Path form = model.form(element);
                    assertThat(form).exists().hasParent(model.path().getParent());
                    if (form.toString().endsWith(".form")) {
                        assertThat(ModelFile.attribute(element, "formRefBinding"))
                                .isEqualTo("deployment");
                        assertThat(ModelFile.json(form).path("id").asText())
                                .isEqualTo(ModelFile.attribute(element, "formRef"));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyDecisionLiesBesideItsModel(ModelFile model) {
        model.bpmn("businessRuleTask")
                .map(task -> ModelFile.attribute(task, "decisionRef"))
                .forEach(decision -> assertThat(ModelFile.files(".dmn")
                                .filter(file ->
                                        file.getParent().equals(model.path().getParent())))
                        .anyMatch(file -> ModelFile.content(file).contains("id=\"" + decision + "\"")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasAFormAGroupADeadlineAndACheck(ModelFile model) {
        model.bpmn("userTask").forEach(task -> {
            assertThat(model.form(task)).as("form of %s", id(task)).isNotNull();
            String groups = ModelFile.attribute(task, "candidateGroups");
            Matcher candidates = CANDIDATES.matcher(groups);
            Matcher planned = PLANNED_CANDIDATES.matcher(groups);
            Matcher ruled = RULED_CANDIDATES.matcher(groups);
            assertThat(candidates.matches() || planned.matches() || ruled.matches())
                    .as("candidates of %s", id(task))
                    .isTrue();
            assertThat(planned.matches()
                            || ruled.matches()
                            || Role.of(candidates.group(2)).isPresent())
                    .isTrue();
            String party = ruled.matches() ? ruled.group(1) : planned.matches() ? "" : candidates.group(1);
            assertThat(ModelFile.attribute(task, "dueDate"))
                    .startsWith("${deadlines.inWorkingDays("
                            + (planned.matches() ? planned.group(1) + ".itemOrganisation(" : party));
            assertThat(ModelFile.camunda(task, "taskListener"))
                    .as("listeners of %s", id(task))
                    .anyMatch(listener -> listener.getAttribute("event").equals("complete"));
        });
    }

    /** How long a step may take is a rule: it stands once, in dated reference data. */
    @Test
    void everyTermIsReadFromTheReferenceData() {
        List<String> expressions =
                models().stream().flatMap(ModelFile::expressions).toList();
        Set<String> asked = found(expressions.stream(), TERM);
        asked.addAll(found(forms(), TERM_OF_A_FORM));
        Set<String> known = context.getBean(Terms.class).all();

        assertThat(expressions)
                .noneMatch(expression -> expression.matches(".*(inWorkingDays|before\\w+)\\([^)]*[ (]\\d+\\).*"));
        assertThat(known).containsAll(asked);
        asked.addAll(found(ModelFile.under(SOURCES, ".java"), WORD_IN_JAVA));
        assertThat(asked).containsAll(known);
    }

    /** Nor does a number of days stand in a name or a text, where nobody would change it. */
    @ParameterizedTest
    @MethodSource("models")
    void noDaysAreWrittenIntoADrawing(ModelFile model) {
        assertThat(model.bpmn("*")
                        .flatMap(element -> Stream.concat(
                                Stream.of(element.getAttribute("name")),
                                ModelFile.bpmn(element, "documentation").map(Node::getTextContent))))
                .noneMatch(text -> DAYS.matcher(text).find());
    }

    @Test
    void noDaysAreWrittenIntoAForm() {
        assertThat(forms()).noneMatch(form -> DAYS.matcher(form).find());
    }

    @Test
    void everyLimitIsReadFromTheReferenceData() {
        Set<String> limits = Stream.of(Limit.values()).map(Limit::id).collect(toSet());

        assertThat(limits).containsAll(found(forms(), LIMIT_OF_A_FORM));
        assertThat(limits).containsAll(found(ModelFile.under(WEB_MODULES, ".js"), LIMIT_OF_A_MODULE));
        assertThat(found(ModelFile.under(SOURCES, ".java"), LIMIT_IN_JAVA))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Limit.values()).map(Limit::name).toList());
    }

    private static Stream<String> forms() {
        return ModelFile.files(".html", ".form").map(ModelFile::content);
    }

    private static Set<String> found(Stream<String> texts, Pattern pattern) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .collect(toSet());
    }

    /** Otherwise a field of an earlier round, or of another party, would show in the form and count as an answer. */
    @ParameterizedTest
    @MethodSource("models")
    void everyFieldOfATasksFormIsAnInputOfItsTask(ModelFile model) {
        model.bpmn("userTask")
                .forEach(task -> assertThat(ModelFile.fields(model.form(task)))
                        .as("fields of %s", id(task))
                        .isNotEmpty()
                        .isSubsetOf(ModelFile.camunda(task, "inputParameter")
                                .map(input -> input.getAttribute("name"))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyFieldIsReadByTheCode(ModelFile model) {
        model.bpmn("userTask", "startEvent")
                .map(model::form)
                .filter(form -> form != null)
                .forEach(form ->
                        assertThat(ModelFile.fields(form)).as(form.toString()).allMatch(CONSTANTS::contains));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyMessageAndErrorIsKnownToTheCode(ModelFile model) {
        assertThat(model.bpmn("message").map(message -> message.getAttribute("name")))
                .allMatch(CONSTANTS::contains);
        assertThat(model.bpmn("error").map(error -> error.getAttribute("errorCode")))
                .allMatch(CONSTANTS::contains);
    }

    /** Or in one of those that cases begun earlier go on by. */
    @ParameterizedTest
    @MethodSource("modelClasses")
    void everyConstantOfAModelClassIsInAModelOrAForm(Class<?> modelClass) {
        Set<String> words = Stream.concat(
                        ModelFile.files(".bpmn", ".dmn", ".form", ".html").map(ModelFile::content),
                        ModelFile.under(EARLIER_MODELS, ".bpmn", ".form"))
                .flatMap(content -> WORD.matcher(content).results())
                .map(MatchResult::group)
                .collect(toSet());

        assertThat(constants(modelClass)).isNotEmpty().allMatch(words::contains).doesNotHaveDuplicates();
    }

    /** So that the name of a constant says what it is the id of. */
    @ParameterizedTest
    @MethodSource("modelClasses")
    void everyIdInAModelClassIsNamedAfterItsKind(Class<?> modelClass) {
        Set<String> ids = ModelFile.ids();

        assertThat(Arrays.stream(modelClass.getDeclaredFields())
                        .filter(field -> field.getType() == String.class)
                        .filter(field -> ID.matcher(textOf(field)).matches()))
                .isNotEmpty()
                .allSatisfy(field -> assertThat(ids).contains(textOf(field)))
                .allSatisfy(field -> assertThat(field.getName()).matches(nameOf(textOf(field))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyIdIsChosenAndBeginsWithItsKind(ModelFile model) {
        model.bpmn("process").forEach(process -> assertThat(id(process)).matches("([A-Z][a-z]+)+Process"));
        model.bpmn("*")
                .filter(element -> element.hasAttribute("id"))
                .filter(element -> !element.getLocalName().equals("process"))
                .forEach(element -> assertThat(id(element)).matches(prefixOf(element) + "_([A-Z][a-z]*|\\d+)+"));
        model.bpmn("message")
                .forEach(message -> assertThat(message.getAttribute("name")).isEqualTo(id(message)));
    }

    /** A gateway that only merges asks nothing and its one way out answers nothing: a name there would say nothing. */
    @ParameterizedTest
    @MethodSource("models")
    void everythingHasANameUnlessItOnlyMerges(ModelFile model) {
        Set<String> merges = merges(model);
        Stream<Element> nodes = Stream.concat(model.bpmn("process", "participant", "lane"), flowNodes(model))
                .filter(element -> !merges.contains(id(element)));
        Stream<Element> answers = model.bpmn("sequenceFlow")
                .filter(flow -> flow.getAttribute("sourceRef").startsWith("Gateway_"))
                .filter(flow -> !merges.contains(flow.getAttribute("sourceRef")));

        assertThat(Stream.concat(nodes, answers)
                        .filter(element -> element.getAttribute("name").isBlank())
                        .map(ModelContractTest::id))
                .isEmpty();
    }

    /** Nor does a label that says nothing stand on the drawing. */
    @ParameterizedTest
    @MethodSource("models")
    void whatOnlyMergesHasNoName(ModelFile model) {
        Set<String> merges = merges(model);

        assertThat(model.bpmn("*")
                        .filter(element ->
                                merges.contains(id(element)) || merges.contains(element.getAttribute("sourceRef")))
                        .filter(element -> element.hasAttribute("name"))
                        .map(ModelContractTest::id))
                .isEmpty();
    }

    /** Whoever does a task stands at the head of its lane, by role or by party, so that nobody is drawn doing another's work. */
    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskLiesInALaneOfItsRole(ModelFile model) {
        Map<String, String> lanes = new HashMap<>();
        model.bpmn("lane")
                .forEach(lane -> ModelFile.bpmn(lane, "flowNodeRef")
                        .forEach(node -> lanes.put(node.getTextContent(), lane.getAttribute("name"))));

        model.bpmn("userTask").filter(task -> laneOf(task, lanes) != null).forEach(task -> {
            Matcher candidates = CANDIDATES.matcher(ModelFile.attribute(task, "candidateGroups"));
            if (!candidates.matches()) {
                return; // the plan of the case says whose it is
            }
            Stream<String> names = Stream.of(
                            Role.of(candidates.group(2)).orElseThrow().label(), PARTIES.get(candidates.group(1)))
                    .filter(Objects::nonNull);
            String lane = laneOf(task, lanes).toLowerCase();
            assertThat(names).as("%s in lane %s", id(task), lane).anyMatch(name -> lane.contains(name.toLowerCase()));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingHasItsPlaceOnTheDiagram(ModelFile model) {
        assertThat(model.diagram("BPMNShape").map(shape -> shape.getAttribute("bpmnElement")))
                .containsAll(Stream.concat(flowNodes(model), model.bpmn("participant", "lane"))
                        .map(ModelContractTest::id)
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(model.diagram("BPMNEdge").map(edge -> edge.getAttribute("bpmnElement")))
                .containsAll(
                        model.bpmn("sequenceFlow").map(ModelContractTest::id).toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsWiredByClassNameOrScripted(ModelFile model) {
        assertThat(model.elements()
                        .filter(element -> !ModelFile.attribute(element, "class")
                                        .isEmpty()
                                || !ModelFile.attribute(element, "scriptFormat").isEmpty()
                                || element.hasAttribute("language")
                                || element.getLocalName().toLowerCase().contains("script"))
                        .map(Element::getNodeName))
                .isEmpty();
    }

    @Test
    void everyModelIsThere() {
        assertThat(models().stream().flatMap(model -> model.bpmn("process")).map(ModelContractTest::id))
                .containsExactlyInAnyOrder(
                        AgreementModel.SIGNING_PROCESS,
                        AgreementModel.LIFECYCLE_PROCESS,
                        AgreementModel.TERMINATION_PROCESS,
                        ActivityModel.PROCESS,
                        ActivityModel.OPENING_PROCESS,
                        ReportModel.PROCESS,
                        ReportModel.SCHEDULE_PROCESS,
                        TransferModel.PROCESS,
                        ConsultingModel.PROCESS,
                        ConsultingBulkModel.PROCESS,
                        RegistryImportModel.PROCESS,
                        LibraryTextModel.PROCESS,
                        EvidenceModel.PROCESS,
                        PaperModel.PROCESS,
                        LastingModel.PROCESS,
                        SuccessionModel.PROCESS,
                        CaseModel.WITHDRAWAL_PROCESS,
                        NotificationModel.PROCESS,
                        AssignmentModel.WATCH_PROCESS,
                        AbsenceModel.PROCESS);
    }

    private static Stream<Element> flowNodes(ModelFile model) {
        return model.bpmn("*")
                .filter(element -> FLOW_NODE.matcher(element.getLocalName()).matches());
    }

    /** The gateways with one way out. */
    private static Set<String> merges(ModelFile model) {
        return model.bpmn("exclusiveGateway", "parallelGateway", "inclusiveGateway")
                .filter(gateway -> ModelFile.bpmn(gateway, "outgoing").count() == 1)
                .map(ModelContractTest::id)
                .collect(toSet());
    }

    /** The name of the lane in which a node lies, or the subprocess around it; null where the model has no lanes. */
    private static String laneOf(Element node, Map<String, String> lanes) {
        for (Node inner = node; inner instanceof Element element; inner = inner.getParentNode()) {
            if (lanes.containsKey(id(element))) {
                return lanes.get(id(element));
            }
        }
        return null;
    }

    private static String prefixOf(Element element) {
        return PREFIXES.getOrDefault(element.getLocalName(), StringUtils.capitalize(element.getLocalName()));
    }

    /** How the constant of an id is called: {@code Task_CheckRequest} {@code TASK_…}, {@code EndEvent_Closed} {@code END_…}. */
    private static String nameOf(String id) {
        String kind = id.replaceFirst("_.*", "");
        return switch (kind) {
            case "StartEvent" -> "START_\\w+";
            case "EndEvent" -> "END_\\w+";
            case "SubProcess" -> "SUB_PROCESS_\\w+";
            default -> kind.equals(id) ? "(\\w+_)?PROCESS" : kind.toUpperCase(Locale.ROOT) + "_\\w+";
        };
    }

    private Class<?> typeOf(String name) {
        return KNOWN_TO_THE_ENGINE.containsKey(name)
                ? KNOWN_TO_THE_ENGINE.get(name)
                : context.getBean(name).getClass();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(ModelContractTest::textOf)
                .toList();
    }

    /** The fields of forms that a record carries, which are typed nowhere else. */
    private static Stream<String> carried(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getType() == Set.class)
                .flatMap(field -> ((Set<?>) valueOf(field)).stream())
                .map(String.class::cast);
    }

    private static String textOf(Field constant) {
        return (String) valueOf(constant);
    }

    private static Object valueOf(Field constant) {
        try {
            constant.setAccessible(true);
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutLiterals(String expression) {
        return LITERAL.matcher(expression).replaceAll("''");
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }
}
