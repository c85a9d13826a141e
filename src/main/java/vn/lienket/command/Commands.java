package vn.lienket.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.audit.AuditAct;
import vn.lienket.audit.AuditEvent;
import vn.lienket.audit.OperatorAudit;
import vn.lienket.embedded.StoppedDatabase;
import vn.lienket.mode.ProductionDatabase;
import vn.lienket.mode.StartRefusedException;

/**
 * Runs the command that the arguments of the program name, without the application: an operator's on the production database beside
 * the running nodes, in the embedded mode on the data directory of a stopped one.
 */
public final class Commands {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int UNKNOWN = 2;

    private final List<Command> commands;
    private final ConfigurableEnvironment environment;
    private final PrintStream out;

    Commands(ConfigurableEnvironment environment, PrintStream out) {
        this.commands = Stream.of(OperatorCommand.class, FileCommand.class)
                .<Command>flatMap(
                        kind -> SpringFactoriesLoader.loadFactories(kind, Commands.class.getClassLoader()).stream())
                .sorted(Comparator.comparing(Command::name))
                .toList();
        this.environment = environment;
        this.out = out;
    }

    /** The exit code of the command; empty if the arguments name none and the application is to start. */
    public static OptionalInt run(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            return OptionalInt.empty();
        }
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        // its result and no log: it may hold a password that is printed once
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return OptionalInt.of(new Commands(new StandardEnvironment(), out).run(Arrays.asList(arguments)));
    }

    int run(List<String> arguments) {
        List<String> further = arguments.subList(1, arguments.size());
        Optional<Command> named = commands.stream()
                .filter(command -> command.name().equals(arguments.get(0)) && command.takes(further.size()))
                .findFirst();
        if (named.isEmpty()) {
            out.println("Các lệnh:");
            out.println(commands.stream()
                    .map(command -> "  " + command.name() + " " + command.usage())
                    .collect(Collectors.joining("\n")));
            return UNKNOWN;
        }
        try {
            out.println(result(named.get(), further));
            return DONE;
        } catch (StartRefusedException refused) {
            out.println(refused.getMessage());
            out.println(refused.action());
            return REFUSED;
        }
    }

    private String result(Command command, List<String> arguments) {
        if (command instanceof FileCommand onFiles) {
            return onFiles.run(arguments);
        }
        OperatorCommand operators = (OperatorCommand) command;
        return onDatabase(database -> {
            String result = operators.run(arguments, environment, database);
            String told =
                    Stream.concat(Stream.of(command.name()), arguments.stream()).collect(Collectors.joining(" "));
            OperatorAudit.write(
                    database, AuditEvent.done(AuditAct.OPERATOR_COMMAND).saying(told), Instant.now());
            return result;
        });
    }

    private String onDatabase(Function<JdbcClient, String> work) {
        Optional<DataSource> production = ProductionDatabase.of(environment);
        if (production.isPresent()) {
            return inTransaction(production.get(), work);
        }
        return StoppedDatabase.use(
                Path.of(environment.getProperty("LIENKET_DATA_DIR", "./data")),
                details -> inTransaction(
                        new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword()),
                        work));
    }

    private static String inTransaction(DataSource dataSource, Function<JdbcClient, String> work) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource))
                .execute(status -> work.apply(JdbcClient.create(dataSource)));
    }
}
