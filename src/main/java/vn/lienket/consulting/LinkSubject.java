package vn.lienket.consulting;

/** What an enterprise is asked by link. */
public enum LinkSubject {
    SUPPLEMENT,
    ROADMAP
}
