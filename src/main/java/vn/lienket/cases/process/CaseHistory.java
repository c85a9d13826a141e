package vn.lienket.cases.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.CodeNames;
import vn.lienket.cases.process.CasePath.Failure;
import vn.lienket.cases.process.CasePath.Passage;
import vn.lienket.cases.process.CasePath.Ruling;
import vn.lienket.cases.process.CasePath.Run;
import vn.lienket.cases.process.CasePath.Step;
import vn.lienket.cases.process.CasePath.Value;
import vn.lienket.database.Moments;
import vn.lienket.party.Channel;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/**
 * The way of a case, from the engine's history, in which nothing confidential is kept: no variable is read here, only where the case
 * was, whose task was when, and what the tables said. The caller has checked that the user may see the case.
 */
@Component
public class CaseHistory {

    /** By which the tables tell what they rest on, and how far that was verified; the latter is shown beside the result itself. */
    private static final String CITATION = "citation";

    private static final List<String> ABOUT_RULE =
            List.of("effectiveFrom", "effectiveTo", "verification", "reservation");

    private final JdbcClient jdbc;
    private final Parties parties;
    private final ObjectProvider<CodeNames> names;
    private final String[] processes;

    /** @param kept of the processes of cases: others have the code of a case only to say about which they are, as its mails do */
    CaseHistory(JdbcClient jdbc, Parties parties, ObjectProvider<CodeNames> names, List<KeptVariables> kept) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.names = names;
        this.processes =
                kept.stream().flatMap(each -> each.processes().stream()).toArray(String[]::new);
    }

    @Transactional(readOnly = true)
    public CasePath of(String caseCode) {
        return new CasePath(runs(caseCode), steps(caseCode), rulings(caseCode), failures(caseCode));
    }

    private List<Run> runs(String caseCode) {
        Map<String, Run> runs = new LinkedHashMap<>();
        jdbc.sql("""
                        select p.id_ as instance, d.key_, d.name_, d.id_, d.version_, p.start_time_, p.end_time_,
                            a.act_id_, a.act_name_, a.act_type_, a.start_time_ as since, a.end_time_ as until,
                            a.act_inst_state_ = 2 as cancelled, a.sequence_counter_
                        from act_hi_procinst p
                        join act_re_procdef d on d.id_ = p.proc_def_id_
                        join act_hi_actinst a on a.proc_inst_id_ = p.id_
                        where p.business_key_ = ? and p.proc_def_key_ = any (?)
                        order by p.start_time_, p.id_, a.start_time_, a.sequence_counter_, a.id_""").params(caseCode, processes).query(row -> {
            String instance = row.getString("instance");
            if (!runs.containsKey(instance)) {
                runs.put(instance, run(row));
            }
            runs.get(instance).passages().add(passage(row));
        });
        return List.copyOf(runs.values());
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("instance"),
                row.getString("key_"),
                row.getString("name_"),
                row.getString("id_"),
                row.getInt("version_"),
                Moments.inEngine(row, "start_time_"),
                Moments.inEngine(row, "end_time_"),
                new ArrayList<>());
    }

    private static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getString("act_id_"),
                row.getString("act_name_"),
                row.getString("act_type_"),
                Moments.inEngine(row, "since"),
                Moments.inEngine(row, "until"),
                row.getBoolean("cancelled"),
                row.getLong("sequence_counter_"));
    }

    private List<Step> steps(String caseCode) {
        return jdbc.sql("""
                        select t.task_def_key_, t.name_, t.assignee_, t.owner_, t.start_time_, t.due_date_, t.end_time_,
                            t.end_time_ is not null and t.delete_reason_ is distinct from 'completed' as cancelled,
                            f.organisation, f.working_days, f.term_days, (
                                select min(o.user_id_) from act_hi_op_log o
                                where o.task_id_ = t.id_ and o.entity_type_ = 'Task' and o.operation_type_ = 'Complete') as by
                        from act_hi_procinst p
                        join act_hi_taskinst t on t.proc_inst_id_ = p.id_
                        left join lienket.task_fact f on f.task_id = t.id_
                        where p.business_key_ = ?
                        order by t.start_time_, t.id_""").param(caseCode).query((row, number) -> step(row)).list();
    }

    private static Step step(ResultSet row) throws SQLException {
        String assignee = row.getString("assignee_");
        String by = row.getString("by");
        return new Step(
                row.getString("task_def_key_"),
                row.getString("name_"),
                by == null ? assignee : by,
                by == null ? null : TaskHistory.inWhosePlace(by, assignee, row.getString("owner_")),
                row.getString("organisation"),
                Moments.inEngine(row, "start_time_"),
                Moments.inEngine(row, "due_date_"),
                Moments.inEngine(row, "end_time_"),
                row.getBoolean("cancelled"),
                row.getObject("working_days", Integer.class),
                row.getObject("term_days", Integer.class));
    }

    private List<Ruling> rulings(String caseCode) {
        Map<String, Ruling> rulings = new LinkedHashMap<>();
        jdbc.sql("""
                        select d.id_, d.dec_def_name_, d.eval_time_, v.given, v.name, v.clause, v.var_type_, v.text_, v.long_, v.double_
                        from act_hi_procinst p
                        join act_hi_decinst d on d.proc_inst_id_ = p.id_
                        cross join lateral (
                            select true as given, i.clause_name_ as clause, null as name, 0 as rule, i.id_,
                                i.var_type_, i.text_, i.long_, i.double_
                            from act_hi_dec_in i where i.dec_inst_id_ = d.id_
                            union all
                            select false, o.clause_name_, o.var_name_, o.rule_order_, o.id_, o.var_type_, o.text_, o.long_, o.double_
                            from act_hi_dec_out o where o.dec_inst_id_ = d.id_) v
                        where p.business_key_ = ?
                        order by d.eval_time_, d.id_, v.given desc, v.rule, v.id_""").param(caseCode).query(row -> {
            String id = row.getString("id_");
            Ruling ruling = rulings.get(id);
            if (ruling == null) {
                ruling = new Ruling(
                        Moments.inEngine(row, "eval_time_"),
                        row.getString("dec_def_name_"),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        null);
            }
            rulings.put(id, with(ruling, row));
        });
        return List.copyOf(rulings.values());
    }

    private Ruling with(Ruling ruling, ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (CITATION.equals(name)) {
            return new Ruling(ruling.at(), ruling.name(), ruling.inputs(), ruling.outputs(), row.getString("text_"));
        }
        if (name == null || !ABOUT_RULE.contains(name)) {
            (row.getBoolean("given") ? ruling.inputs() : ruling.outputs())
                    .add(new Value(row.getString("clause"), value(row)));
        }
        return ruling;
    }

    private Object value(ResultSet row) throws SQLException {
        Long whole = row.getObject("long_", Long.class);
        return switch (String.valueOf(row.getString("var_type_"))) {
            case "boolean" -> whole == null ? null : whole == 1;
            case "date" ->
                whole == null ? null : LocalDate.ofInstant(Instant.ofEpochMilli(whole), ZoneId.systemDefault());
            case "double" -> row.getObject("double_", Double.class);
            case "integer", "long", "short" -> whole;
            default -> named(row.getString("text_"));
        };
    }

    /** A code as people call it; any other text as it is. */
    private String named(String text) {
        return text == null
                ? null
                : parties.organisation(text)
                        .map(Organisation::name)
                        .or(() -> parties.channel(text).map(Channel::name))
                        .or(() -> names.stream()
                                .flatMap(each -> each.name(text).stream())
                                .findFirst())
                        .orElse(text);
    }

    /** A step that failed before it began has no name in the history: then its process has. */
    private List<Failure> failures(String caseCode) {
        return jdbc.sql("""
                        select i.activity_id_, i.create_time_, i.end_time_, coalesce((
                            select max(a.act_name_) from act_hi_actinst a
                            where a.proc_inst_id_ = p.id_ and a.act_id_ = i.activity_id_), d.name_) as name
                        from act_hi_procinst p join act_hi_incident i on i.proc_inst_id_ = p.id_
                        join act_re_procdef d on d.id_ = p.proc_def_id_
                        where p.business_key_ = ? and i.id_ = i.cause_incident_id_
                        order by i.create_time_, i.id_""")
                .param(caseCode)
                .query((row, number) -> new Failure(
                        row.getString("activity_id_"),
                        row.getString("name"),
                        Moments.inEngine(row, "create_time_"),
                        Moments.inEngine(row, "end_time_")))
                .list();
    }
}
