package vn.lienket.command;

import java.util.List;
import vn.lienket.mode.StartRefusedException;

/**
 * A command on files alone, for anybody on a machine of his own: it sees no database and is not told to the audit trail. Registered in
 * {@code META-INF/spring.factories}.
 */
public non-sealed interface FileCommand extends Command {

    /**
     * Does the work.
     *
     * @return what whoever runs it reads, in Vietnamese
     * @throws StartRefusedException if it cannot be done; nothing has been changed then
     */
    String run(List<String> arguments);
}
