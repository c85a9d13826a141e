package vn.lienket.cases;

import java.util.List;

/** Whatever keeps documents of cases; a module publishes one as a bean. */
public interface CaseFiles {

    /** The documents of a case, the oldest first. */
    List<CaseFile> files(String caseCode);
}
