package vn.lienket.party;

import java.util.Locale;
import java.util.Map;

/** Names of what screens have the ids of; a module that keeps some publishes one as a bean. */
public interface NameSource {

    /** What can have a name. */
    enum Subject {
        PEOPLE,
        GROUPS,
        ORGANISATIONS,
        CHANNELS,
        /** Of maturity, by version. */
        FRAMEWORKS,
        /** Processes, by key. */
        KINDS;

        /** As the API calls it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Id → name, of those that this user may know of. */
    Map<Subject, Map<String, String>> names(User user);
}
