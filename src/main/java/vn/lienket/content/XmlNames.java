package vn.lienket.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names in a part, of which parsers keep every one, and what their prefixes stand for. */
final class XmlNames {

    private static final int MAX_NAMES = 5_000;

    private final Set<Integer> names = new HashSet<>();
    private final Map<String, String> namespaces = new HashMap<>();
    private final Set<String> rebound = new HashSet<>();

    /** @param namespace that this name binds to a prefix, or null */
    void add(String name, String namespace) {
        if (names.add(31 * name.hashCode() + (namespace == null ? 0 : namespace.hashCode()))
                && names.size() > MAX_NAMES) {
            throw Refused.damaged();
        }
        if (namespace != null) {
            int colon = name.indexOf(':');
            String prefix = colon < 0 ? "" : name.substring(colon + 1);
            String before = namespaces.put(prefix, namespace);
            if (before != null && !before.equals(namespace)) {
                rebound.add(prefix);
            }
        }
    }

    /** The namespace of the prefix, or nothing; also where the prefix has stood for several. */
    String namespace(String prefix) {
        return rebound.contains(prefix) ? "" : namespaces.getOrDefault(prefix, "");
    }

    /** Whether the prefix has stood for one namespace only, so that it tells who will read the element. */
    boolean certain(String prefix) {
        return !rebound.contains(prefix);
    }
}
