package vn.lienket.paper;

import java.util.List;

/** What a module knows of the papers of its cases; it publishes one as a bean. */
public interface PaperSource {

    /** Those that are final, oldest first; none of a case of another module. */
    List<Paper> papers(String caseCode);
}
