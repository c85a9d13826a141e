package vn.lienket.maturity;

/** The framework that ships, for tests of other modules. */
public final class ShippedFramework {

    private ShippedFramework() {}

    public static MaturityFramework get() {
        return new MaturityFrameworks(new MaturityProperties(null))
                .find("internal-2026.1")
                .orElseThrow();
    }
}
