package vn.lienket.assignment;

import java.util.Locale;

/** How far the watch has come with a task. */
enum Stage {
    REMINDED,
    ESCALATED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
