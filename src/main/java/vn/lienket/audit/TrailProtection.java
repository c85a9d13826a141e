package vn.lienket.audit;

import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the role by which the application works could change the trail; said at the start, and in the details of its health. */
@Component("auditHealthIndicator")
class TrailProtection implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(TrailProtection.class);

    private final JdbcClient jdbc;

    TrailProtection(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        weakness()
                .ifPresent(reason -> LOG.warn(
                        "The audit trail can be changed by the application's own database role: {}."
                                + " A superuser closes this with db/ownership.sql, see README.md",
                        reason));
    }

    @Override
    public Health health() {
        Health.Builder up = Health.up();
        Optional<String> weakness = weakness();
        up.withDetail("protected", weakness.isEmpty());
        weakness.ifPresent(reason -> up.withDetail("reason", reason));
        return up.build();
    }

    /** Why it could; empty if it can only read and add. */
    Optional<String> weakness() {
        return jdbc.sql("""
                        select case
                            when (select rolsuper from pg_roles where rolname = current_user) then 'it is a superuser'
                            when exists (select from pg_class where relnamespace = 'audit'::regnamespace
                                    and pg_has_role(current_user, relowner, 'member'))
                                or pg_has_role(current_user,
                                    (select nspowner from pg_namespace where nspname = 'audit'), 'member')
                                then 'it owns the trail, or is a member of the role that does'
                            when has_table_privilege(current_user, 'audit.entry', 'update, delete, truncate, trigger')
                                or has_table_privilege(current_user, 'audit.seal', 'update, delete, truncate, trigger')
                                or has_any_column_privilege(current_user, 'audit.entry', 'update')
                                or has_any_column_privilege(current_user, 'audit.seal', 'update')
                                then 'it may change its tables'
                            when exists (select from pg_roles r where pg_has_role(current_user, r.oid, 'member')
                                    and (r.rolsuper or r.rolname in
                                        ('pg_write_server_files', 'pg_execute_server_program')))
                                then 'it may become a superuser'
                            end""")
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }
}
