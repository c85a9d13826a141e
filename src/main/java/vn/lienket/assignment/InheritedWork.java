package vn.lienket.assignment;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienket.party.Role;

/**
 * The open tasks that wait in groups of an organisation that has ended. They are passed on in the engine's own table, some hundred with a
 * statement: nothing but the group changes, so that nobody needs to be told of each.
 */
@Repository
class InheritedWork {

    private final JdbcClient jdbc;

    InheritedWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLeft(String predecessor) {
        return jdbc.sql("""
                        select exists (select from act_ru_identitylink
                            where group_id_ = any (:groups) and task_id_ is not null)""")
                .param("groups", groups(predecessor))
                .query(Boolean.class)
                .single();
    }

    /** Passes on at most so many; how many. Tasks that somebody is at work on in this very moment are left for later. */
    int pass(String predecessor, String acting, int most) {
        int passed = jdbc.sql("""
                        with slice as (
                            select id_ from act_ru_identitylink
                            where group_id_ = any (:groups) and task_id_ is not null
                            limit :most for update skip locked),
                        passed as (
                            update act_ru_identitylink l
                            set group_id_ = :acting || substr(group_id_, length(:predecessor) + 1), rev_ = rev_ + 1
                            from slice where l.id_ = slice.id_
                            returning l.task_id_),
                        counted as (
                            update lienket.task_fact f set organisation = :acting
                            from passed where f.task_id = passed.task_id_ and f.organisation = :predecessor)
                        select count(*) from passed""")
                .param("groups", groups(predecessor))
                .param("acting", acting)
                .param("predecessor", predecessor)
                .param("most", most)
                .query(Integer.class)
                .single();
        jdbc.sql("update lienket.succession set tasks_passed = tasks_passed + ? where predecessor = ?")
                .params(passed, predecessor)
                .update();
        return passed;
    }

    /** How many have been passed on. */
    int passed(String predecessor) {
        return jdbc.sql("select tasks_passed from lienket.succession where predecessor = ?")
                .param(predecessor)
                .query(Integer.class)
                .single();
    }

    private static String[] groups(String organisation) {
        return Stream.of(Role.values()).map(role -> role.groupOf(organisation)).toArray(String[]::new);
    }
}
