package vn.lienket.cases;

import java.util.Optional;

/** What the codes of a module mean to people, wherever a code is all that is kept. */
@FunctionalInterface
public interface CodeNames {

    /** The Vietnamese name of a code; empty for one of others. */
    Optional<String> name(String code);
}
