package vn.lienket.command;

/** What the arguments of the program can name, {@code java -jar lienket.jar <name> <arguments>}, instead of starting the application. */
public sealed interface Command permits OperatorCommand, FileCommand {

    /** The first argument that calls it, e.g. {@code unlock}. */
    String name();

    /** The arguments behind the name and what it does, in one Vietnamese line. */
    String usage();

    /** How many arguments it takes. */
    int arguments();

    /** Whether it takes so many. */
    default boolean takes(int count) {
        return count == arguments();
    }
}
