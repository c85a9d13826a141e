package vn.lienket.demo.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementService;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.party.Role;
import vn.lienket.programme.Activity;
import vn.lienket.programme.ActivityLine;
import vn.lienket.programme.ActivityRequest;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.process.ActivityModel;
import vn.lienket.programme.process.ActivityProcess;

/**
 * The activities of the demonstration: one that runs in each of the two channels, led by either side, and a finished one, so that
 * nobody meets empty pages. What they say is made up.
 */
@Component
@ConditionalOnEmbeddedMode
class DemoActivities {

    private static final int MONTHS_BACK = 3;
    private static final int MONTHS_AHEAD = 6;

    /** @param value of the indicator of one that is finished; null for one that runs */
    private record Demo(String channel, String field, String title, String lead, String partner, String value) {}

    private static final List<Demo> DEMOS = List.of(
            new Demo(
                    "binhduong-tayninh",
                    "hotline-1022",
                    "Thống nhất quy trình tiếp nhận, xử lý cuộc gọi của hai Tổng đài 1022 (minh họa)",
                    "binhduong",
                    "tayninh",
                    "96,5"),
            new Demo(
                    "binhduong-tayninh",
                    "ioc",
                    "Chia sẻ kinh nghiệm vận hành Trung tâm giám sát, điều hành thông minh (minh họa)",
                    "tayninh",
                    "binhduong",
                    null),
            new Demo(
                    "binhduong-qtsc",
                    "it-park-operations",
                    "Tài liệu hướng dẫn, quy định quản trị và chỉ tiêu đánh giá khu CNTT tập trung (minh họa)",
                    "qtsc",
                    "binhduong",
                    null));

    private final ActivityProcess process;
    private final ActivityService activities;
    private final AgreementService agreements;
    private final DemoPeople people;
    private final Clock clock;

    DemoActivities(
            ActivityProcess process,
            ActivityService activities,
            AgreementService agreements,
            DemoPeople people,
            Clock clock) {
        this.process = process;
        this.activities = activities;
        this.agreements = agreements;
        this.people = people;
        this.clock = clock;
    }

    /** Opens those of an agreement in force that are not there yet, and goes on with the others. */
    void open(String agreementCode) throws InterruptedException {
        Agreement agreement = agreements.find(agreementCode).orElseThrow();
        for (Demo demo : DEMOS) {
            if (demo.channel().equals(agreement.channel())) {
                String code = codeOf(demo, agreement);
                people.drive(
                        code, () -> isReached(demo, activities.find(code).orElseThrow()), task -> fields(demo, task));
            }
        }
    }

    private String codeOf(Demo demo, Agreement agreement) {
        return activities.ofAgreement(agreement.caseCode()).stream()
                .filter(line -> line.title().equals(demo.title()))
                .map(ActivityLine::caseCode)
                .findFirst()
                .orElseGet(() -> start(demo, agreement));
    }

    private String start(Demo demo, Agreement agreement) {
        LocalDate today = LocalDate.now(clock);
        String lead = people.actingFor(demo.lead());
        return people.as(
                Role.OFFICER.groupOf(lead),
                () -> process.start(new ActivityRequest(
                                agreement.caseCode(),
                                demo.field(),
                                demo.title(),
                                lead,
                                people.actingFor(demo.partner()),
                                today.minusMonths(MONTHS_BACK).toString(),
                                today.plusMonths(MONTHS_AHEAD).toString(),
                                null,
                                null,
                                null,
                                null,
                                List.of()))
                        .caseCode());
    }

    /** One without a value runs on, with the first of its items done. */
    private static boolean isReached(Demo demo, Activity activity) {
        return activity.state().isClosed()
                || demo.value() == null && !activity.plan().results().isEmpty();
    }

    private Map<String, Object> fields(Demo demo, Task task) {
        Map<String, Object> fields = new HashMap<>();
        switch (task.getTaskDefinitionKey()) {
            case ActivityModel.TASK_PLAN -> fields.put(ActivityModel.PLAN_NOTE, "Theo mẫu của lĩnh vực.");
            case ActivityModel.TASK_ACCEPT_PLAN -> fields.put(ActivityModel.PLAN_DECISION, "accept");
            case ActivityModel.TASK_CARRY_OUT ->
                fields.put(ActivityModel.WORK_ITEM_RESULT, "Đã hoàn thành theo kế hoạch (minh họa).");
            case ActivityModel.TASK_RECORD_INDICATOR -> {
                fields.put(ActivityModel.INDICATOR_VALUE, demo.value());
                fields.put(ActivityModel.INDICATOR_DATE, LocalDate.now(clock).toString());
            }
            case ActivityModel.TASK_CONFIRM_RESULT -> fields.put(ActivityModel.RESULT_DECISION, "confirm");
            default -> throw new IllegalStateException("No demo input for " + task.getTaskDefinitionKey());
        }
        return fields;
    }
}
