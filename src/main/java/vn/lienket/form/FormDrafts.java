package vn.lienket.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.unit.DataSize;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.calendar.Terms;
import vn.lienket.cases.ProcessStarted;
import vn.lienket.database.Moments;
import vn.lienket.engine.EachDay;
import vn.lienket.party.DirectoryApplied;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/**
 * One draft for each person and form; of two windows the later one wins. The database lets it go with its task, whoever ends that and
 * however: whoever saves at the same moment either is first, and his draft is deleted with the task, or waits and finds it gone.
 */
@Repository
public class FormDrafts implements SmartInitializingSingleton {

    private static final DataSize LARGEST = DataSize.ofKilobytes(256);

    private final JdbcClient jdbc;
    private final Terms terms;
    private final Limits limits;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, Terms terms, Limits limits, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.limits = limits;
        this.clock = clock;
    }

    /** Once, for a change of the engine's table waits for everybody at work on it. */
    @Override
    public void afterSingletonsInstantiated() {
        jdbc.sql("""
                        do $$
                        begin
                            if not exists (select from pg_constraint where conname = 'form_draft_of_task'
                                    and conrelid = to_regclass('lienket.form_draft')) then
                                alter table lienket.form_draft add constraint form_draft_of_task
                                    foreign key (task_id) references act_ru_task (id_) on delete cascade;
                            end if;
                        exception when duplicate_object then
                            null; -- another node that starts at the same moment was faster
                        end
                        $$""").update();
    }

    /** The person's own draft for a task. */
    public Optional<FormDraft> ofTask(String person, String taskId) {
        return find(person, task(taskId));
    }

    /** The person's own draft for the form by which a process is started. */
    public Optional<FormDraft> ofStart(String person, String processDefinitionKey) {
        return find(person, start(processDefinitionKey));
    }

    /**
     * Keeps what is typed instead of what was; the caller has checked that the person may work on the task.
     *
     * @throws ProblemException 413 for too much, 409 for too many, 404 for a task that has just ended
     */
    public void saveForTask(String person, String taskId, String content) {
        try {
            save(person, task(taskId), taskId, content);
        } catch (DataIntegrityViolationException ended) {
            throw ProblemException.notFound(Sentences.NOT_FOUND);
        }
    }

    /** As for a task; the caller has checked that the person may start the process. */
    public void saveForStart(String person, String processDefinitionKey, String content) {
        save(person, start(processDefinitionKey), null, content);
    }

    /** Nothing, if there is none. */
    public void deleteOfTask(String person, String taskId) {
        delete(person, task(taskId));
    }

    /** Nothing, if there is none. */
    public void deleteOfStart(String person, String processDefinitionKey) {
        delete(person, start(processDefinitionKey));
    }

    private Optional<FormDraft> find(String person, String form) {
        return jdbc.sql("select content, saved_at from lienket.form_draft where person = ? and form = ?")
                .params(person, form)
                .query((row, number) -> new FormDraft(row.getString("content"), Moments.in(row, "saved_at")))
                .optional();
    }

    private void save(String person, String form, String taskId, String content) {
        if (content.getBytes(StandardCharsets.UTF_8).length > LARGEST.toBytes()) {
            throw ProblemException.tooLarge("Nội dung đang nhập lớn hơn giới hạn %d KB nên không được lưu nháp."
                    .formatted(LARGEST.toKilobytes()));
        }
        long most = limits.of(Limit.FORM_DRAFTS);
        int saved = jdbc.sql("""
                        insert into lienket.form_draft as d (person, form, task_id, content, saved_at)
                        select :person, :form, :task, :content, :now
                        where (select count(*) from lienket.form_draft o where o.person = :person and o.form <> :form) < :most
                        on conflict (person, form) do update set content = excluded.content, saved_at = excluded.saved_at""")
                .param("person", person)
                .param("form", form)
                .param("task", taskId)
                .param("content", content)
                .param("now", Moments.of(clock.instant()))
                .param("most", most)
                .update();
        if (saved == 0) {
            throw ProblemException.conflict(
                    "Bạn đang có %d bản nháp, không lưu thêm được. Hãy hoàn thành hoặc xóa bớt.".formatted(most));
        }
    }

    private void delete(String person, String form) {
        jdbc.sql("delete from lienket.form_draft where person = ? and form = ?")
                .params(person, form)
                .update();
    }

    /** In the transaction of the start: if that fails, what was typed stays. */
    @EventListener
    void on(ProcessStarted started) {
        deleteOfStart(started.person(), started.processDefinitionKey());
    }

    /** Nobody comes back to what those who have left were typing. */
    @EventListener
    void on(DirectoryApplied applied) {
        jdbc.sql("delete from lienket.form_draft where person = any (?)")
                .param(applied.disabledPeople().toArray(String[]::new))
                .update();
    }

    @EventListener
    void on(EachDay today) {
        deleteOld();
    }

    /** How many were forgotten for longer than they are kept. */
    int deleteOld() {
        return jdbc.sql("delete from lienket.form_draft where saved_at < ?")
                .param(Moments.of(clock.instant().minus(Duration.ofDays(terms.days("formDraft")))))
                .update();
    }

    private static String task(String taskId) {
        return "task:" + taskId;
    }

    private static String start(String processDefinitionKey) {
        return "start:" + processDefinitionKey;
    }
}
