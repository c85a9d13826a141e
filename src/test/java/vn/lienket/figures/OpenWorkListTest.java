package vn.lienket.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.database.Moments;
import vn.lienket.notification.process.NotificationModel;
import vn.lienket.support.Absences;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;
import vn.lienket.support.TestClock;

/** Rows of cases with a word in their titles that no other test has; the database forgets them afterwards. */
@ProcessTest
@Transactional
class OpenWorkListTest {

    private static final String CHANNEL = "binhduong-tayninh";
    private static final String OTHER = "binhduong-qtsc";
    private static final String WORD = "Xanhlam";
    /** A Wednesday. */
    private static final String NOW = "2031-05-14T10:00";

    private static final String OFFICER = "binhduong.officer1";

    @Autowired
    OpenWorkList work;

    @Autowired
    SigningCases signings;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    TaskService taskService;

    @Autowired
    Absences absences;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private TransactionTemplate committed;
    private int last;

    @BeforeEach
    void itIsThen(@Autowired PlatformTransactionManager transactions) {
        committed = new TransactionTemplate(transactions);
        committed.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        clock.set(NOW);
    }

    @AfterEach
    void itIsNow() {
        clock.reset();
    }

    /** An open task as it is kept. */
    private record Row(
            String id,
            String caseCode,
            String channel,
            String organisation,
            String assignee,
            String created,
            String due) {

        Row due(String day) {
            return new Row(id, caseCode, channel, organisation, assignee, created, day);
        }

        Row of(String whose, String person) {
            return new Row(id, caseCode, channel, whose, person, created, due);
        }

        Row since(String day) {
            return new Row(id, caseCode, channel, organisation, assignee, day, due);
        }
    }

    @Test
    void whatIsLateWhatIsDueThisWeekAndWhatWaitsAreToldApart() {
        String late = put(row().due("2031-05-14T09:59"));
        String due = put(row().due("2031-05-14T10:00"));
        String sunday = put(row().due("2031-05-18T17:00"));
        String later = put(row().due("2031-05-19T00:00"));
        String undated = put(row().due(null));
        Row waiting = row().due("2031-05-01T17:00");
        String paused = put(waiting);
        stop(waiting.caseCode());

        assertThat(in(WorkState.LATE)).containsExactly(late);
        assertThat(in(WorkState.DUE)).containsExactly(due, sunday);
        assertThat(in(WorkState.PAUSED)).containsExactly(paused);
        assertThat(in(WorkState.OPEN)).containsExactly(paused, late, due, sunday, later, undated);
        assertThat(work.count(query().state(WorkState.LATE).build())).isEqualTo(1);
        assertThat(work.count(query().build())).isEqualTo(6);
    }

    @Test
    void whatHasEndedIsNoOpenWork() {
        String ended = put(row());
        jdbc.sql("update lienket.task_fact set ended_at = created_at where task_id = ?")
                .param(ended)
                .update();

        assertThat(found(query())).isEmpty();
    }

    @Test
    void everyFilterLeavesOutTheOthers() {
        String one = put(row());
        Row elsewhere = row();
        String other =
                put(new Row(elsewhere.id(), elsewhere.caseCode(), OTHER, "qtsc", null, "2031-05-02T09:00", null));
        jdbc.sql("update lienket.task_fact set process = 'Khac', step = 'BuocKhac' where task_id = ?")
                .param(other)
                .update();

        assertThat(found(query().channels(CHANNEL))).containsExactly(one);
        assertThat(found(query().channels())).isEmpty();
        assertThat(found(query().organisations("qtsc", "tayninh"))).containsExactly(other);
        assertThat(found(query().organisations())).isEmpty();
        assertThat(found(query().process("Khac"))).containsExactly(other);
        assertThat(found(query().step("BuocKhac"))).containsExactly(other);
        assertThat(found(query().person(OFFICER))).containsExactly(one);
        assertThat(found(query().text(WORD + " T2-0001"))).containsExactly(one);
        assertThat(found(query().text("xanh lam"))).isEmpty();
        assertThat(found(query().text("xanhl"))).containsExactly(one, other);
        assertThat(found(query().process("Khac").person(OFFICER))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DUE, false, late middle soon standing undated",
        "DUE, true, standing soon middle late undated",
        "LATE, false, late middle soon undated standing",
        "LATE, true, soon middle late undated standing",
        "SINCE, false, undated soon middle late standing",
        "SINCE, true, standing late middle soon undated",
        // Sở TT&TT Bình Dương, Sở TT&TT Tây Ninh, QTSC in front of both
        "ORGANISATION, false, undated middle soon standing late",
        "ORGANISATION, true, late middle soon standing undated",
        // of two of the same name, who is of the company comes first; those of nobody come last, either way
        "PERSON, false, undated soon standing late middle",
        "PERSON, true, soon standing undated late middle"
    })
    void theyComeInTheOrderThatIsAskedFor(WorkSort sort, boolean descending, String order) {
        Map<String, String> names = Map.of(
                put(row().due("2031-05-01T17:00").of("tayninh", null).since("2031-04-04T09:00")), "late",
                put(row().due("2031-05-05T17:00").of("binhduong", null).since("2031-04-03T09:00")), "middle",
                put(row().due("2031-05-20T17:00").of("binhduong", OFFICER).since("2031-04-02T09:00")), "soon",
                put(row().due(null).of("qtsc", "qtsc.officer1").since("2031-04-01T09:00")), "undated",
                standing(), "standing");

        assertThat(String.join(
                        " ",
                        found(query().sort(sort, descending)).stream()
                                .map(names::get)
                                .toList()))
                .isEqualTo(order);
    }

    @Test
    void pagesAreCutFromOneOrderThoughAllAreDueAtOnce() {
        List<String> all = IntStream.range(0, 25)
                .mapToObj(number -> put(row().due("2031-05-20T17:00")))
                .sorted()
                .toList();
        for (WorkSort sort : WorkSort.values()) {
            List<String> pages = new ArrayList<>();
            for (int offset = 0; offset < 25; offset += 10) {
                pages.addAll(found(query().sort(sort, false).from(offset, 10)));
            }
            assertThat(pages).as(sort.code()).isEqualTo(all);
        }
    }

    @Test
    void whatHoldsATaskUpIsToldAndAskedFor() {
        SigningCase signing = signings.open(Map.of("title", "Thỏa thuận " + WORD));
        Task open = signing.task(AgreementModel.TASK_DRAFT, "binhduong");
        open.setOwner("binhduong.officer2");
        open.setAssignee(OFFICER);
        taskService.saveTask(open);
        String inPlace = put(new Row(
                open.getId(), signing.code(), CHANNEL, "binhduong", OFFICER, "2031-05-02T09:00", "2031-05-20T17:00"));
        String unclaimed = put(row().of("binhduong", null));
        String away = put(row().of("tayninh", "tayninh.officer2"));
        committed.executeWithoutResult(status -> absences.on("2031-05-14", "tayninh.officer2"));
        Row waiting = row();
        String paused = put(waiting);
        stop(waiting.caseCode());
        String working = put(row());

        assertThat(because(WorkReason.UNCLAIMED)).containsExactly(unclaimed);
        assertThat(because(WorkReason.ABSENT)).containsExactly(away);
        assertThat(because(WorkReason.SUPPLEMENT)).containsExactly(paused);
        assertThat(because(WorkReason.SUBSTITUTE)).containsExactly(inPlace);
        assertThat(because(WorkReason.WORKING)).containsExactly(working);
        assertThat(because(WorkReason.MAIL_FAILED)).isEmpty();
        assertThat(because(WorkReason.JOB_FAILED)).isEmpty();

        giveUp(signing.code());
        assertThat(because(WorkReason.MAIL_FAILED)).containsExactly(inPlace);
        assertThat(because(WorkReason.JOB_FAILED)).isEmpty();

        runtimeService.createIncident("failedJob", open.getExecutionId(), null);
        assertThat(because(WorkReason.JOB_FAILED)).containsExactly(inPlace);
        assertThat(because(WorkReason.WORKING)).containsExactly(working);
        assertThat(work.page(query().person(OFFICER).build()))
                .filteredOn(task -> task.taskId().equals(inPlace))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.title()).isEqualTo("Thỏa thuận " + WORD);
                    assertThat(task.owner()).isEqualTo("binhduong.officer2");
                    assertThat(task.groups()).containsExactly("binhduong-officer");
                    assertThat(task.mailFailed()).isTrue();
                    assertThat(task.jobFailed()).isTrue();
                    assertThat(task.pausedSince()).isNull();
                });
    }

    @Test
    void whatCanBeAskedForIsWhatThereIsOpenWorkOf() {
        Row seen = row();
        put(new Row(seen.id(), seen.caseCode(), OTHER, "qtsc", "qtsc.officer2", "2031-05-02T09:00", null));

        WorkChoices choices = work.choices(List.of(OTHER), List.of("qtsc"));

        assertThat(choices.channels()).containsExactly(OTHER);
        assertThat(choices.organisations()).containsExactly("qtsc");
        assertThat(choices.people()).contains("qtsc.officer2");
        assertThat(choices.steps()).contains(new WorkChoices.Step("Mau", "Buoc", "Bước mẫu"));
        assertThat(work.choices(List.of(), null).people()).isEmpty();
    }

    private String standing() {
        Row row = row().due("2031-05-25T17:00").since("2031-04-05T09:00");
        stop(row.caseCode());
        return put(row);
    }

    private List<String> in(WorkState state) {
        return found(query().state(state));
    }

    private List<String> because(WorkReason reason) {
        return found(query().reason(reason));
    }

    private List<String> found(Query query) {
        return work.page(query.build()).stream().map(ListedTask::taskId).toList();
    }

    private Row row() {
        String code = "T2-%04d".formatted(++last);
        jdbc.sql("""
                        with opened as (
                            insert into lienket.dossier
                            (code, kind, title, channel, lead_organisation, status, opened_by, opened_at, changed_at)
                            values (:code, 'agreement', :title, :channel, 'binhduong', 1, 'system', now(), now()) returning code)
                        insert into lienket.dossier_text (code, words) select code, code || ' ' || :title from opened""")
                .param("code", code)
                .param("title", "Hồ sơ " + WORD)
                .param("channel", CHANNEL)
                .update();
        return new Row("task-" + code, code, CHANNEL, "binhduong", OFFICER, "2031-05-02T09:00", "2031-05-20T17:00");
    }

    private String put(Row row) {
        jdbc.sql("""
                        insert into lienket.task_fact (task_id, case_code, channel, process, definition, step, step_name,
                            organisation, assignee, created_at, due_at)
                        values (?, ?, ?, 'Mau', 'Mau:1', 'Buoc', 'Bước mẫu', ?, ?, ?, ?)
                        on conflict (task_id) do update set assignee = excluded.assignee, due_at = excluded.due_at""")
                .params(
                        row.id(),
                        row.caseCode(),
                        row.channel(),
                        row.organisation(),
                        row.assignee(),
                        Moments.of(TestClock.at(row.created())),
                        row.due() == null ? null : Moments.of(TestClock.at(row.due())))
                .update();
        return row.id();
    }

    private void stop(String caseCode) {
        jdbc.sql("insert into lienket.case_clock (case_code, organisation, stopped_at) values (?, 'binhduong', ?)")
                .params(caseCode, Moments.of(TestClock.at("2031-05-12T09:00")))
                .update();
    }

    /** The delivery of a mail of the case is tried no more. */
    private void giveUp(String caseCode) {
        ProcessInstance delivery = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .processInstanceBusinessKey(caseCode)
                .list()
                .get(0);
        Job job = managementService
                .createJobQuery()
                .processInstanceId(delivery.getId())
                .singleResult();
        managementService.setJobRetries(job.getId(), 0);
    }

    private static Query query() {
        return new Query();
    }

    private static final class Query {

        private List<String> channels = List.of(CHANNEL, OTHER);
        private List<String> organisations;
        private String process;
        private String step;
        private String person;
        private WorkReason reason;
        private WorkState state = WorkState.OPEN;
        private String text = WORD;
        private WorkSort sort = WorkSort.DUE;
        private boolean descending;
        private int offset;
        private int size = 100;

        Query channels(String... ids) {
            channels = List.of(ids);
            return this;
        }

        Query organisations(String... ids) {
            organisations = List.of(ids);
            return this;
        }

        Query process(String key) {
            process = key;
            return this;
        }

        Query step(String id) {
            step = id;
            return this;
        }

        Query person(String id) {
            person = id;
            return this;
        }

        Query reason(WorkReason why) {
            reason = why;
            return this;
        }

        Query state(WorkState how) {
            state = how;
            return this;
        }

        Query text(String words) {
            text = words;
            return this;
        }

        Query sort(WorkSort by, boolean turned) {
            sort = by;
            descending = turned;
            return this;
        }

        Query from(int first, int most) {
            offset = first;
            size = most;
            return this;
        }

        WorkQuery build() {
            return new WorkQuery(
                    channels,
                    organisations,
                    process,
                    step,
                    person,
                    reason,
                    state,
                    text,
                    sort,
                    descending,
                    offset,
                    size);
        }
    }
}
