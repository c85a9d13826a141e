package vn.lienket.enterprise;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;

/**
 * Brings a batch of rows into the registry by sets: copied into a temporary table, then merged with history in a handful of
 * statements. Several imports and cases may write at once: rows are locked in the order of their tax codes.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ImportMerge {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Sizing sizing;
    private final Clock clock;

    ImportMerge(JdbcClient jdbc, JdbcTemplate template, Sizing sizing, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.sizing = sizing;
        this.clock = clock;
    }

    /** How many rows had which effect; {@code repeated} came after another one of the same tax code and were refused. */
    record Outcome(int added, int changed, int unchanged, int repeated) {}

    Outcome merge(RegistryImport running, Set<EnterpriseField> fields, List<ImportBatch.Row> rows) {
        if (rows.isEmpty()) {
            return new Outcome(0, 0, 0, 0);
        }
        stage(rows);
        int repeated = refuseRepeated(running);
        addNew(running);
        markChanged(fields);
        changeKnown(running, fields);
        return outcome(repeated);
    }

    private void stage(List<ImportBatch.Row> rows) {
        jdbc.sql("""
                create temp table enterprise_stage on commit drop as
                select 0 as line, null::text as outcome, %s, e.size from lienket.enterprise e with no data""".formatted(EnterpriseSql.columns("e"))).update();
        String lines = copyText(rows);
        template.execute((ConnectionCallback<Long>) connection -> copy(connection, lines));
        // without statistics the planner takes the batch for another ten rows or ten thousand
        jdbc.sql("analyze pg_temp.enterprise_stage").update();
    }

    private static long copy(Connection connection, String lines) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy pg_temp.enterprise_stage (line, %s, size) from stdin"
                                    .formatted(EnterpriseSql.columns()),
                            new StringReader(lines));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private String copyText(List<ImportBatch.Row> rows) {
        List<Enterprise> sized =
                sizing.sized(rows.stream().map(ImportBatch.Row::enterprise).toList());
        CopyText text = new CopyText();
        IntStream.range(0, rows.size()).forEach(i -> {
            text.value(rows.get(i).line());
            EnterpriseSql.FIELDS.forEach(field -> text.value(field.of(sized.get(i))));
            text.value(sized.get(i).size());
            text.endRow();
        });
        return text.toString();
    }

    /** The first row of a tax code counts, in this batch or an earlier one. */
    private int refuseRepeated(RegistryImport running) {
        jdbc.sql("""
                        insert into lienket.enterprise_import_line (import_id, tax_code, line)
                        select distinct on (tax_code) :id::uuid, tax_code, line from pg_temp.enterprise_stage
                        order by tax_code, line
                        on conflict do nothing""").param("id", running.id()).update();
        return jdbc.sql("""
                        with repeated as (
                            delete from pg_temp.enterprise_stage s using lienket.enterprise_import_line l
                            where l.import_id = :id and l.tax_code = s.tax_code and l.line <> s.line
                            returning s.line, s.tax_code, l.line as first)
                        insert into lienket.enterprise_import_refusal (import_id, line, position, field, reason, value)
                        select :id, line, 0, 'taxCode', format('Mã số thuế: đã có ở dòng %s của tệp.', first), tax_code
                        from repeated""").param("id", running.id()).update();
    }

    private void addNew(RegistryImport running) {
        noting(running, """
                with added as (
                    insert into lienket.enterprise (%s, size, revision)
                    select %s, s.size, 1 from pg_temp.enterprise_stage s
                    where not exists (select from lienket.enterprise e where e.tax_code = s.tax_code)
                    order by s.tax_code
                    on conflict (tax_code) do nothing
                    returning *),
                noted as (
                    insert into lienket.enterprise_change
                    (tax_code, revision, changed_by, changed_at, source, import_id, line, changes)
                    select a.tax_code, a.revision, :by, :at, 'import', :id, s.line, lienket.changes(null, %s)
                    from added a join pg_temp.enterprise_stage s on s.tax_code = a.tax_code)
                update pg_temp.enterprise_stage s set outcome = 'added' from added a where a.tax_code = s.tax_code""".formatted(EnterpriseSql.columns(), EnterpriseSql.columns("s"), EnterpriseSql.object("a")));
    }

    /** Locks what will change, so that the history's "before" is true. */
    private void markChanged(Set<EnterpriseField> fields) {
        jdbc.sql("""
                update pg_temp.enterprise_stage s set outcome = 'changed'
                from (
                    select e.tax_code from lienket.enterprise e
                    join pg_temp.enterprise_stage n on n.tax_code = e.tax_code
                    where n.outcome is null and (%s) is distinct from (%s)
                    order by e.tax_code for update of e) differing
                where differing.tax_code = s.tax_code""".formatted(EnterpriseSql.columns("e", fields), EnterpriseSql.columns("n", fields)))
                .update();
    }

    private void changeKnown(RegistryImport running, Set<EnterpriseField> fields) {
        Set<EnterpriseField> changing = EnumSet.copyOf(fields);
        changing.remove(EnterpriseField.TAX_CODE);
        noting(running, """
                with before as (
                    select e.tax_code, %s as fields from lienket.enterprise e
                    join pg_temp.enterprise_stage s on s.tax_code = e.tax_code where s.outcome = 'changed'),
                written as (
                    update lienket.enterprise e set %s, size = s.size, revision = e.revision + 1
                    from pg_temp.enterprise_stage s where s.outcome = 'changed' and e.tax_code = s.tax_code
                    returning e.*, s.line)
                insert into lienket.enterprise_change
                (tax_code, revision, changed_by, changed_at, source, import_id, line, changes)
                select w.tax_code, w.revision, :by, :at, 'import', :id, w.line, lienket.changes(b.fields, %s)
                from written w join before b on b.tax_code = w.tax_code""".formatted(
                EnterpriseSql.object("e"), EnterpriseSql.assignments("s", changing), EnterpriseSql.object("w")));
    }

    private void noting(RegistryImport running, String sql) {
        jdbc.sql(sql)
                .param("by", running.importedBy())
                .param("at", Moments.of(clock.instant()))
                .param("id", running.id())
                .update();
    }

    private Outcome outcome(int repeated) {
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'added'), count(*) filter (where outcome = 'changed'),
                               count(*) filter (where outcome is null)
                        from pg_temp.enterprise_stage""").query((row, number) -> outcome(row, repeated)).single();
    }

    private static Outcome outcome(ResultSet row, int repeated) throws SQLException {
        return new Outcome(row.getInt(1), row.getInt(2), row.getInt(3), repeated);
    }
}
