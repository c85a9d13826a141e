package vn.lienket.assignment;

/** How far the watch has come with a task, in this order. */
enum Stage {
    REMINDED,
    ESCALATED;

    static final Stage LAST = ESCALATED;

    /** From 1. */
    int number() {
        return ordinal() + 1;
    }
}
