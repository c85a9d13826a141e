package vn.lienket.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Cases without their tables: Bình Dương asks Tây Ninh. */
final class SampleTransfers {

    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private SampleTransfers() {}

    /** A case whose plan of these items is approved and whose contract need not be registered. */
    static TransferCase approved(String caseCode, String channel, TransferItem... items) {
        TransferCase request = TransferCase.open(
                caseCode,
                new TransferTerms(
                        "binhduong",
                        "tayninh",
                        channel,
                        "Phần mềm điều hành",
                        new TransferNeed("ioc", "Cần phần mềm", TODAY.plusMonths(3), false, false, false, null)));
        request.accept();
        request.route(new RouteRule("tayninh", "ioc", 5, "Thỏa thuận", null), List.of("expert1"));
        request.assess(0, "expert1", Feasibility.FEASIBLE, 10, null, NOW);
        request.concludeAssessment();
        request.plan(List.of(items), List.of(), null, "expert1");
        for (String party : List.of("binhduong", "tayninh")) {
            request.approvePlan(new PlanOpinion(request.plan().version(), party, true, null, "leader", NOW));
        }
        request.concludePlanApproval(TODAY);
        request.requireRegistration(new RegistrationRule(false, null, null, null));
        return request;
    }
}
