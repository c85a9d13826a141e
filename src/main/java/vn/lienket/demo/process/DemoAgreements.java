package vn.lienket.demo.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementRequest;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.agreement.process.AgreementProcess;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.DossierQuery;
import vn.lienket.cases.Dossiers;
import vn.lienket.document.Documents;
import vn.lienket.mode.ConditionalOnEmbeddedMode;
import vn.lienket.party.CooperationField;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Role;

/**
 * The two agreements of the newspaper report, opened on the first start of the embedded mode the way people would: Bình Dương – Tây
 * Ninh waits for review, Bình Dương – QTSC is in force. A second one of Bình Dương – Tây Ninh is in force too, so that technology can
 * be asked for in both channels; under each of the two in force activities are done. A start that was cut off goes on where it stood. The report names no end date: five years are
 * assumed.
 */
@Component
@ConditionalOnEmbeddedMode
@ConditionalOnProperty(name = "lienket.demo-agreements", matchIfMissing = true)
class DemoAgreements {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAgreements.class);

    private static final String LEAD = "binhduong";
    private static final LocalDate REPORTED = LocalDate.of(2023, 10, 6);
    private static final int YEARS = 5;
    private static final String LEGAL_BASIS = """
            Luật Công nghệ thông tin số 67/2006/QH11 ngày 29 tháng 6 năm 2006
            Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của Thủ tướng Chính phủ phê duyệt Chương trình Chuyển đổi số quốc gia
            """;

    private record Demo(String channel, String title, LocalDate signedOn, AgreementState until) {}

    private static final List<Demo> DEMOS = List.of(
            new Demo(
                    "binhduong-tayninh",
                    "Thỏa thuận hợp tác về thông tin và truyền thông giữa hai tỉnh Bình Dương và Tây Ninh",
                    REPORTED,
                    AgreementState.IN_REVIEW),
            new Demo(
                    "binhduong-qtsc",
                    "Thỏa thuận hợp tác chuyển đổi số giữa Sở TT&TT Bình Dương và Công viên phần mềm Quang Trung",
                    REPORTED,
                    AgreementState.IN_FORCE),
            new Demo(
                    "binhduong-tayninh",
                    "Thỏa thuận hợp tác giữa hai tỉnh Bình Dương và Tây Ninh, bản đã ký (minh họa)",
                    REPORTED.plusYears(1),
                    AgreementState.IN_FORCE));

    private final AgreementProcess process;
    private final AgreementService agreements;
    private final CooperationFields cooperationFields;
    private final Documents documents;
    private final Dossiers dossiers;
    private final DemoPeople people;
    private final DemoActivities activities;
    private final TaskService taskService;

    DemoAgreements(
            AgreementProcess process,
            AgreementService agreements,
            CooperationFields cooperationFields,
            Documents documents,
            Dossiers dossiers,
            DemoPeople people,
            DemoActivities activities,
            TaskService taskService) {
        this.process = process;
        this.agreements = agreements;
        this.cooperationFields = cooperationFields;
        this.documents = documents;
        this.dossiers = dossiers;
        this.people = people;
        this.activities = activities;
        this.taskService = taskService;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Thread thread = new Thread(this::openAll, "demo-agreements");
        thread.setDaemon(true);
        thread.start();
    }

    private void openAll() {
        try {
            for (Demo demo : DEMOS) {
                String code = find(demo).orElseGet(() -> start(demo));
                people.drive(
                        code,
                        () -> agreement(code).state().ordinal() >= demo.until().ordinal(),
                        task -> fields(task, agreement(code)));
                if (demo.until() == AgreementState.IN_FORCE) {
                    activities.open(code);
                }
            }
        } catch (InterruptedException | RuntimeException e) {
            LOG.warn("The demo cases are not all there; the next start goes on with them", e);
        }
    }

    /** By channel and title. */
    private Optional<String> find(Demo demo) {
        List<Dossier> present = dossiers.search(new DossierQuery(
                        AgreementService.KIND, List.of(demo.channel()), null, null, demo.title(), 0, 1))
                .items();
        return present.stream().findFirst().map(Dossier::code);
    }

    private String start(Demo demo) {
        String lead = people.actingFor(LEAD);
        return people.as(
                Role.OFFICER.groupOf(lead),
                () -> process.start(new AgreementRequest(
                                demo.title(),
                                "BTT",
                                demo.channel(),
                                lead,
                                cooperationFields.all().stream()
                                        .filter(field -> field.channels().contains(demo.channel()))
                                        .map(CooperationField::code)
                                        .toList(),
                                LEGAL_BASIS,
                                demo.signedOn().toString(),
                                demo.signedOn().plusYears(YEARS).minusDays(1).toString(),
                                null,
                                null))
                        .caseCode());
    }

    private Agreement agreement(String code) {
        return agreements.find(code).orElseThrow();
    }

    private Map<String, Object> fields(Task task, Agreement agreement) {
        Map<String, Object> fields = new HashMap<>();
        switch (task.getTaskDefinitionKey()) {
            case AgreementModel.TASK_DRAFT -> fields.put(AgreementModel.GENERATE_DRAFT, true);
            case AgreementModel.TASK_REVIEW -> fields.put(AgreementModel.REVIEW_DECISION, AgreementModel.APPROVED);
            case AgreementModel.TASK_APPROVE -> fields.put(AgreementModel.APPROVAL_DECISION, AgreementModel.APPROVED);
            case AgreementModel.TASK_SIGN -> {
                fields.put(AgreementModel.SIGNED_DOCUMENT_ID, scan(agreement));
                fields.put(AgreementModel.SIGNED_BY_HAND, true);
            }
            case AgreementModel.TASK_REGISTER -> {
                fields.put(
                        AgreementModel.DOCUMENT_NUMBER,
                        taskService.getVariable(task.getId(), AgreementModel.DOCUMENT_NUMBER));
                fields.put(
                        AgreementModel.DOCUMENT_DATE, agreement.effectiveFrom().toString());
            }
            default -> throw new IllegalStateException("No demo input for " + task.getTaskDefinitionKey());
        }
        return fields;
    }

    private String scan(Agreement agreement) {
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        try {
            documents.writeTo(agreement.drafts().get(0).document(), paper);
            return documents
                    .store(
                            Scan.of(paper.toByteArray()),
                            "Ban-quet-%s.pdf".formatted(agreement.caseCode()),
                            agreement.channel())
                    .id()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
