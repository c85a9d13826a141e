package vn.lienket;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.lienket.cases.process.OpenTasks;

/** What the architecture promises of the code. */
@AnalyzeClasses(packagesOf = LienKetApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    /** As {@code sha256sum} writes it there: a new migration is added to it. */
    private static final Path CHECKSUMS = Path.of("src/test/resources/db/migrations.sha256");

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern MODEL_CLASS =
            Pattern.compile("src/main/java/vn/lienket/\\w+/process/\\w+Model\\.java: ");
    private static final Pattern MODEL_IMPORT =
            Pattern.compile("import (?:static )?vn\\.lienket\\.(\\w+)\\.process\\.\\w+Model\\b");

    @ArchTest
    static final ArchRule CAMUNDA_IS_KNOWN_TO_THE_ENGINE_MODULE_AND_THE_SEAMS_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("vn.lienket.*.process..", "vn.lienket.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule CAMUNDAS_INTERNALS_ARE_KNOWN_TO_THE_ENGINE_MODULE_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("vn.lienket.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..impl..");

    @ArchTest
    static final ArchRule SERVICES_SPEAK_TO_THE_ENGINE_THROUGH_EVENTS_AND_NEVER_THROUGH_THEIR_SEAM = noClasses()
            .that()
            .resideOutsideOfPackages("vn.lienket.*.process..", "vn.lienket.*.web..", "vn.lienket.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.lienket.*.process..");

    @ArchTest
    static final ArchRule THE_ENGINE_MODULE_KNOWS_THE_WORDS_OF_ALL_CASES_AND_NO_MODULES_SEAM = noClasses()
            .that()
            .resideInAPackage("vn.lienket.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("vn.lienket.*.process..")
                    .and(resideOutsideOfPackage("vn.lienket.cases.process..")));

    @ArchTest
    static final ArchRule THE_SEAM_OF_AGREEMENTS_IS_OPEN_TO_THE_DEMO_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("vn.lienket.agreement..", "vn.lienket.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.lienket.agreement.process..");

    @ArchTest
    static final ArchRule MODELS_CALL_METHODS_AND_NO_DELEGATES_NOR_LISTENERS = noClasses()
            .that()
            .resideInAPackage("vn.lienket.*.process..")
            .should()
            .implement(JavaDelegate.class)
            .orShould()
            .implement(TaskListener.class)
            .orShould()
            .implement(ExecutionListener.class);

    /** The engine calls it by reflection, so it is public; nobody else has anything to do with it. */
    @ArchTest
    static final ArchRule WHAT_MODELS_CALL_AT_THEIR_TASKS_IS_CALLED_BY_THEM_ONLY = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("vn.lienket.*.process..")
                    .and(simpleNameEndingWith("Tasks"))
                    .and(not(equivalentTo(OpenTasks.class))));

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_SEEN_BY_THEIR_PACKAGE_ONLY =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();

    @ArchTest
    static final ArchRule BEANS_GET_WHAT_THEY_NEED_BY_THEIR_CONSTRUCTOR = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule NOTHING_IS_WRITTEN_PAST_THE_LOG = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_LOMBOK = noClasses().should().dependOnClassesThat().resideInAPackage("lombok..");

    /** The engine, models that ask the calendar, mail and the library of signatures know no other date. */
    @ArchTest
    static final ArchRule DATES_ARE_OF_JAVA_TIME_AWAY_FROM_THE_SEAMS = noClasses()
            .that()
            .resideOutsideOfPackages("vn.lienket.*.process..", "vn.lienket.engine..", "vn.lienket.calendar..")
            .and()
            .doNotHaveSimpleName("MessageDelivery")
            .and()
            .doNotHaveSimpleName("LibraryTime")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.Date.class, java.util.Calendar.class, java.text.DateFormat.class);

    /** The types of java.sql count in the JVM's zone and, before 1582, by another calendar. */
    @ArchTest
    static final ArchRule THE_DATABASE_IS_SPOKEN_TO_IN_JAVA_TIME = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.sql.Timestamp.class, java.sql.Date.class, java.sql.Time.class)
            .orShould()
            .callMethodWhere(
                    target(owner(assignableTo(ResultSet.class))).and(target(nameMatching("get(Timestamp|Date|Time)"))));

    @ArchTest
    static void noTwoBeansOfDifferentModulesShareAName(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Component"))
                        .map(JavaClass::getSimpleName))
                .doesNotHaveDuplicates();
    }

    @Test
    void modulesKeepToTheirBordersWithoutCycles() {
        ApplicationModules.of(LienKetApplication.class).verify();
    }

    @Test
    void whatIsPublicIsDocumented() throws IOException {
        assertThat(undocumentedTypes()).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct())
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                            .exists()
                            .content()
                            .startsWith("/** "));
        }
    }

    @Test
    void everyMigrationHasANumberOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .allMatch(name -> name.matches("V[1-9]\\d*__[a-z_]+\\.sql"))
                    .extracting(name -> name.substring(0, name.indexOf("__")))
                    .doesNotHaveDuplicates();
        }
    }

    /** A database that has run a migration never runs it again: what is wrong in one is mended by the next. */
    @Test
    void noMigrationIsEditedOnceItIsThere() throws IOException {
        Map<String, String> kept = Files.readAllLines(CHECKSUMS).stream()
                .map(line -> line.split("  "))
                .collect(Collectors.toMap(entry -> entry[1], entry -> entry[0]));
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            assertThat(files.collect(Collectors.toMap(file -> file.getFileName().toString(), ArchitectureTest::sha256)))
                    .isEqualTo(kept);
        }
    }

    /** A text of several lines, such as a request, is written as it is sent. */
    @Test
    void anIdOfAModelIsTypedOnlyInTheModelClassOfAModule() throws IOException {
        Set<String> ids = ModelFile.ids();
        List<String> typed = new ArrayList<>();
        scan(List.of(SOURCES, TESTS), (unit, docs) -> new TreePathScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text
                        && !text.contains("\n")
                        && WORD.matcher(text).results().anyMatch(word -> ids.contains(word.group()))) {
                    typed.add(unit.getSourceFile().getName() + ": " + text);
                }
                return null;
            }
        });

        assertThat(typed).anyMatch(place -> MODEL_CLASS.matcher(place).find());
        assertThat(typed.stream().filter(place -> !MODEL_CLASS.matcher(place).find()))
                .isEmpty();
    }

    /** The compiler copies a constant, so that no rule on classes sees whose it was. */
    @Test
    void theIdsOfAModulesModelsAreNamedInThatModuleOnly() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))).allSatisfy(file -> {
                String module = SOURCES.resolve("vn/lienket")
                        .relativize(file)
                        .getName(0)
                        .toString();
                assertThat(MODEL_IMPORT
                                .matcher(Files.readString(file))
                                .results()
                                .map(model -> model.group(1)))
                        .allMatch(of -> of.equals(module) || of.equals("cases") || module.equals("demo"));
            });
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> undocumentedTypes() throws IOException {
        List<String> undocumented = new ArrayList<>();
        scan(List.of(SOURCES), (unit, docs) -> new TreePathScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                        && docs.getDocComment(getCurrentPath()) == null) {
                    undocumented.add(unit.getSourceFile().getName() + ": " + type.getSimpleName());
                }
                return super.visitClass(type, nothing);
            }
        });
        return undocumented;
    }

    /** Takes a scanner through every source below these folders. */
    private static void scan(
            List<Path> roots, BiFunction<CompilationUnitTree, DocTrees, TreePathScanner<Void, Void>> scanner)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                scanner.apply(unit, docs).scan(unit, null);
            }
        }
    }
}
