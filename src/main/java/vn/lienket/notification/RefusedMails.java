package vn.lienket.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.database.Moments;
import vn.lienket.problem.ProblemException;

/**
 * The mails of a case to the enterprise that could not be sent. Those to people and organisations are none of them: their addresses are
 * the directory's.
 */
@Service
public class RefusedMails {

    private static final String REFUSED = Redirection.FAILED + " and " + Outsiders.ADDRESSED;

    private final Redirection redirection;
    private final Outsiders outsiders;
    private final JdbcClient jdbc;

    RefusedMails(Redirection redirection, Outsiders outsiders, JdbcClient jdbc) {
        this.redirection = redirection;
        this.outsiders = outsiders;
        this.jdbc = jdbc;
    }

    /** Oldest first. */
    public List<RefusedMail> of(String caseCode) {
        return about(caseCode, "select * from lienket.message where %s order by created_at, id".formatted(REFUSED))
                .query((row, number) -> new RefusedMail(
                        row.getObject("id", UUID.class),
                        row.getString("subject"),
                        row.getString("recipient_email"),
                        reason(row),
                        Moments.in(row, row.getString("refusal") == null ? "created_at" : "refused_at")))
                .list();
    }

    /** Why a mail could not be sent. */
    static String reason(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        return refusal == null ? "máy chủ thư không nhận sau nhiều lần gửi" : refusal;
    }

    /**
     * Sends all of a case's refused mails to another address, once the caller's transaction is through.
     *
     * @throws ProblemException 409 if none is refused any more; 400 for the address that is refused, or one that has such a mail already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void redirect(String caseCode, String email) {
        List<Redirection.Failed> refused = about(caseCode, """
                        select id, event, recipient_email, case_code, channel from lienket.message
                        where %s order by id for update""".formatted(REFUSED))
                .query(Redirection.Failed.class)
                .list();
        if (refused.isEmpty()) {
            throw ProblemException.conflict("Hồ sơ %s không còn thư nào bị từ chối.".formatted(caseCode));
        }
        refused.forEach(mail -> redirection.redirect(mail, email, "contactEmail", "Thư điện tử liên hệ"));
    }

    private JdbcClient.StatementSpec about(String caseCode, String sql) {
        return outsiders.in(jdbc.sql(sql).param("caseCode", caseCode));
    }
}
