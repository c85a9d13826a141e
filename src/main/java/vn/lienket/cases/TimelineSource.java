package vn.lienket.cases;

import java.util.List;

/** Whatever knows of things that happened to cases; a module publishes one as a bean. */
public interface TimelineSource {

    /** What happened to the case, in any order; nothing that its module hides from the user who is signed in. */
    List<TimelineEntry> timeline(Dossier dossier);
}
