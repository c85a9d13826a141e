package vn.lienket.cases;

import java.util.List;
import java.util.Map;

/** What a module tells the register and the page of all cases about its own; a module publishes one as a bean. */
public interface CaseKind {

    /** The module's word in the register, e.g. {@code agreement}. */
    String id();

    /** What people call such a case, e.g. "Thỏa thuận hợp tác". */
    String name();

    /** What the documents of such a case are called: the module's word → e.g. "Dự thảo". */
    Map<String, String> documents();

    /** The template whose fragments {@code facts} and {@code blocks} a page of such a case shows, e.g. {@code agreement/case}. */
    String template();

    /**
     * What these fragments read, as the user who is signed in may see it: the module's view under its word, what all
     * views begin with as {@code header}, and more.
     *
     * @param caseCode a case of this kind, of one of the user's channels
     */
    Map<String, Object> page(String caseCode);

    /**
     * What comes of ending a case of this kind before its time.
     *
     * @param caseCode a case of this kind, of one of the user's channels
     * @param ending how, e.g. {@code withdrawal}
     */
    Aftermath aftermath(String caseCode, String ending);

    /** What was decided in a case of this kind, of one of the user's channels, in any order. */
    List<TimelineEntry> decisions(String caseCode);
}
