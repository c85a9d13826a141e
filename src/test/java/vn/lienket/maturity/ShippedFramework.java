package vn.lienket.maturity;

/** The framework that ships, for tests of other modules. */
public final class ShippedFramework {

    private ShippedFramework() {}

    public static MaturityFramework get() {
        return all().find("internal-2026.1").orElseThrow();
    }

    /** It alone, as the application has it. */
    public static MaturityFrameworks all() {
        return new MaturityFrameworks(new MaturityProperties(null));
    }
}
