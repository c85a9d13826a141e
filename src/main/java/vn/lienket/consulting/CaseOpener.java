package vn.lienket.consulting;

/** Opens the case of one enterprise of the registry in the caller's transaction; implemented where the engine is known. */
@FunctionalInterface
public interface CaseOpener {

    /** The code of the new case. */
    String open(BulkOpening bulk, String taxCode);
}
