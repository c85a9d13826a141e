package vn.lienket.support;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.agreement.process.AgreementModel;
import vn.lienket.calendar.Deadlines;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.party.Role;
import vn.lienket.support.CaseLife.Due;
import vn.lienket.support.CaseLife.Step;
import vn.lienket.support.CaseLife.Stop;
import vn.lienket.support.CaseLife.Work;
import vn.lienket.transfer.process.TransferModel;

/**
 * A history of twelve weeks until now, always the same one, in a channel of its own: of two organisations, each with work in the cases of
 * the other.
 */
@TestComponent
@Lazy
public class TwelveWeeks {

    public static final String CHANNEL = "muoi-hai-tuan";
    public static final List<String> ORGANISATIONS = List.of("binhduong", "tayninh");

    private static final String CHANNEL_NAME = "Kênh mười hai tuần";
    private static final int CASES = 160;
    private static final int WEEKS = 12;
    private static final int DAY = 24 * 60;
    private static final List<String> FIELDS = Arrays.asList("ioc", "mooc", null);

    private record Kind(String id, List<Step> steps) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "agreement",
                    List.of(
                            step(AgreementModel.SIGNING_PROCESS, AgreementModel.TASK_DRAFT, "Soạn dự thảo thỏa thuận"),
                            step(AgreementModel.SIGNING_PROCESS, AgreementModel.TASK_REVIEW, "Thẩm định dự thảo"),
                            step(AgreementModel.SIGNING_PROCESS, AgreementModel.TASK_SIGN, "Ký thỏa thuận"))),
            new Kind(
                    "transfer",
                    List.of(
                            step(TransferModel.PROCESS, TransferModel.TASK_CHECK, "Kiểm tra yêu cầu chuyển giao"),
                            step(TransferModel.PROCESS, TransferModel.TASK_APPROVE_PLAN, "Duyệt kế hoạch chuyển giao"),
                            step(TransferModel.PROCESS, TransferModel.TASK_ACCEPT, "Nghiệm thu chuyển giao"))),
            new Kind(
                    "consulting",
                    List.of(
                            step(ConsultingModel.PROCESS, ConsultingModel.TASK_VERIFY, "Kiểm tra hồ sơ doanh nghiệp"),
                            step(
                                    ConsultingModel.PROCESS,
                                    ConsultingModel.TASK_DRAFT_ROADMAP,
                                    "Lập lộ trình chuyển đổi số"),
                            step(ConsultingModel.PROCESS, ConsultingModel.TASK_CLOSE, "Kết thúc hồ sơ, trả kết quả"))));

    private final JdbcClient jdbc;
    private final IdentityService identityService;
    private final Deadlines deadlines;
    private final Cooperation cooperation;

    private List<CaseLife> lives = List.of();

    TwelveWeeks(JdbcClient jdbc, IdentityService identityService, Deadlines deadlines, Cooperation cooperation) {
        this.jdbc = jdbc;
        this.identityService = identityService;
        this.deadlines = deadlines;
        this.cooperation = cooperation;
    }

    public List<CaseLife> lives() {
        return lives;
    }

    /** Writes the history; the product derives what it counts of each case. */
    public void happen() {
        open();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Random random = new Random(12);
        lives = IntStream.range(0, CASES)
                .mapToObj(number -> life(random, number, now).until(now))
                .toList();
        lives.forEach(life -> {
            life.write(jdbc);
            countDays(life);
        });
        cooperation.as("admin").post("/api/v1/figures/rebuild", Map.of()).expect(HttpStatus.OK);
    }

    /** Leaves the database as it was. */
    public void forget() {
        Stream.of(
                        "delete from lienket.task_fact where channel = :channel",
                        "delete from lienket.case_clock where case_code in (select code from lienket.dossier where channel = :channel)",
                        "delete from lienket.dossier where channel = :channel",
                        "delete from lienket.channel_party where channel = :channel",
                        "delete from lienket.channel where id = :channel")
                .forEach(forgetting ->
                        jdbc.sql(forgetting).param("channel", CHANNEL).update());
        jdbc.sql("insert into lienket.directory_version default values").update();
        identityService.deleteTenant(CHANNEL);
    }

    /** As the import of a directory that has the channel would. */
    private void open() {
        jdbc.sql("insert into lienket.channel (id, name) values (?, ?)")
                .params(CHANNEL, CHANNEL_NAME)
                .update();
        for (int position = 0; position < ORGANISATIONS.size(); position++) {
            jdbc.sql("insert into lienket.channel_party (channel, organisation, position) values (?, ?, ?)")
                    .params(CHANNEL, ORGANISATIONS.get(position), position + 1)
                    .update();
        }
        jdbc.sql("insert into lienket.directory_version default values").update();
        Tenant tenant = identityService.newTenant(CHANNEL);
        tenant.setName(CHANNEL_NAME);
        identityService.saveTenant(tenant);
        for (String organisation : ORGANISATIONS) {
            for (Role role : Role.values()) {
                identityService.createTenantGroupMembership(CHANNEL, role.groupOf(organisation));
            }
        }
    }

    /** How many working days a task that was done took and was given, without those in which its case stood still. */
    private void countDays(CaseLife life) {
        for (int number = 0; number < life.work().size(); number++) {
            Work task = life.work().get(number);
            if (task.done()) {
                int stood = life.stops().stream()
                        .filter(stop -> stop.within(task))
                        .mapToInt(Stop::workingDays)
                        .sum();
                jdbc.sql("update lienket.task_fact set working_days = ?, term_days = ? where task_id = ?")
                        .params(
                                Math.max(
                                        0,
                                        workingDays(task.step().organisation(), task.created(), task.ended()) - stood),
                                Math.max(
                                        0, workingDays(task.step().organisation(), task.created(), task.due()) - stood),
                                life.taskId(number))
                        .update();
            }
        }
    }

    private int workingDays(String organisation, Instant from, Instant to) {
        return deadlines.workingDaysBetween(organisation, CaseLife.day(from), CaseLife.day(to));
    }

    /** A case whose tasks are done one after the other, a fifth of them late, unless it is withdrawn, declined or left lying. */
    private CaseLife life(Random random, int number, Instant now) {
        Kind kind = KINDS.get(number % KINDS.size());
        String lead = ORGANISATIONS.get(random.nextInt(2));
        Instant opened = now.minus(minutes(random, WEEKS * 7 * DAY));
        int status = List.of(10, 10, 10, 10, 10, 10, 7, 3, 8, 4).get(random.nextInt(10));
        List<Work> work = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        Instant at = opened;
        int most = status == 10 ? kind.steps().size() : 1 + random.nextInt(2);
        for (Step step : kind.steps().subList(0, most)) {
            boolean last = work.size() == most - 1;
            Instant due = at.plus(Duration.ofDays(3L + random.nextInt(8)));
            Instant ended = ended(random, at, due);
            List<Due> before = new ArrayList<>();
            if (random.nextInt(8) == 0) {
                Instant from = at.plus(minutes(random, DAY));
                Instant to = from.plus(minutes(random, 20 * DAY));
                stops.add(new Stop(from, to, workingDays(lead, from, to)));
                before.add(new Due(to, due));
                due = due.plus(Duration.between(from, to));
                ended = ended.plus(Duration.between(from, to));
            }
            boolean lying = last && status == 4;
            String whose = random.nextInt(3) == 0 ? other(lead) : lead;
            String worker = random.nextInt(4) == 0 ? null : whose + ".officer" + (1 + random.nextInt(2));
            work.add(new Work(
                    new Step(step.process(), step.id(), step.name(), whose, worker),
                    at,
                    lying ? null : ended,
                    last && status == 7,
                    due,
                    before));
            at = ended;
        }
        return new CaseLife(
                "MHT-%04d".formatted(number),
                CHANNEL,
                lead,
                kind.id(),
                FIELDS.get(random.nextInt(FIELDS.size())),
                opened,
                status == 4 ? null : at.plusSeconds(1),
                status,
                work,
                stops);
    }

    /** On the last day of its term, a few days later, or before; never before a day has gone by. */
    private static Instant ended(Random random, Instant begun, Instant due) {
        return switch (random.nextInt(5)) {
            case 0 -> due.plus(minutes(random, 6 * DAY));
            case 1 -> due.minus(minutes(random, DAY / 4));
            default ->
                begun.plus(Duration.ofDays(1)).plus(minutes(random, (int)
                        Duration.between(begun, due).minusDays(1).toMinutes()));
        };
    }

    private static Step step(String process, String id, String name) {
        return new Step(process, id, name, null, null);
    }

    private static String other(String organisation) {
        return ORGANISATIONS.get(1 - ORGANISATIONS.indexOf(organisation));
    }

    private static Duration minutes(Random random, int most) {
        return Duration.ofMinutes(1L + random.nextInt(most));
    }
}
