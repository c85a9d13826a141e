package vn.lienket.cases;

/** What a module adds to the page of every case; it publishes one as a bean. */
public interface CaseCard {

    /** The fragment that shows it, e.g. {@code paper/papers :: papers}. */
    String fragment();

    /** Under which word the fragment finds what there is to show. */
    String word();

    /** What there is to show of a case that the user who is signed in may see. */
    Object content(Dossier dossier);
}
