package vn.lienket.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.CaseRegister;
import vn.lienket.cases.Dossier;
import vn.lienket.cases.FailedMail;
import vn.lienket.cases.MailOversight;
import vn.lienket.database.Moments;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.MailAddress;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * Officers of the organisation in charge of a case give its failed mails another address. That of an enterprise is kept by the module
 * of the case; one of the directory stays there as it is, and only this mail goes elsewhere.
 */
@Service
public class MailCorrections implements MailOversight {

    private static final String FIELD = "address";
    private static final String LABEL = "Địa chỉ thư";
    private static final String NO_MAIL = "Không có thư này.";

    private final Redirection redirection;
    private final Outsiders outsiders;
    private final Map<String, AddressKeeper> keepers;
    private final CaseRegister register;
    private final Parties parties;
    private final CurrentUser currentUser;
    private final JdbcClient jdbc;

    MailCorrections(
            Redirection redirection,
            Outsiders outsiders,
            List<AddressKeeper> keepers,
            CaseRegister register,
            Parties parties,
            CurrentUser currentUser,
            JdbcClient jdbc) {
        this.redirection = redirection;
        this.outsiders = outsiders;
        this.keepers = keepers.stream().collect(Collectors.toMap(AddressKeeper::kind, Function.identity()));
        this.register = register;
        this.parties = parties;
        this.currentUser = currentUser;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<FailedMail> failed(Dossier dossier) {
        boolean mayCorrect = mayCorrect(dossier.leadOrganisation());
        return outsiders
                .in(jdbc.sql("""
                                select *, %s as outside from lienket.message where %s order by created_at, id""".formatted(Outsiders.ADDRESSED, Redirection.FAILED))
                        .param("caseCode", dossier.code()))
                .query((row, number) -> row.getBoolean("outside") && keepers.containsKey(dossier.kind())
                        ? null
                        : new FailedMail(
                                row.getObject("id", UUID.class),
                                row.getString("subject"),
                                row.getString("recipient_name"),
                                row.getString("recipient_email"),
                                RefusedMails.reason(row),
                                Moments.in(row, row.getString("refusal") == null ? "created_at" : "refused_at"),
                                mayCorrect))
                .list()
                .stream()
                .filter(mail -> mail != null)
                .toList();
    }

    /** Whether the user who is signed in may correct the addresses of the mails of a case with this organisation in charge. */
    public boolean mayCorrect(String leadOrganisation) {
        return leadOrganisation != null && currentUser.require().has(leadOrganisation, Role.OFFICER);
    }

    /**
     * Sends a failed mail to another address, once.
     *
     * @return the code of its case
     * @throws ProblemException 404 for a mail of a case the user may not see, 403 for who is no officer of the organisation in charge, 400
     *     for what is no other address, 409 for a mail that has been sent or has not failed
     */
    @Transactional
    public String correct(UUID id, String address) {
        Found found = outsiders
                .in(jdbc.sql("select case_code, %s as outside from lienket.message where id = :id"
                                .formatted(Outsiders.ADDRESSED))
                        .param("id", id))
                .query(Found.class)
                .optional()
                .filter(mail -> mail.caseCode() != null)
                .orElseThrow(() -> ProblemException.notFound(NO_MAIL));
        // a case that he may not see is not named to him
        Dossier dossier = register.find(found.caseCode()).orElseThrow(() -> ProblemException.notFound(NO_MAIL));
        if (!mayCorrect(dossier.leadOrganisation())) {
            throw ProblemException.forbidden("Địa chỉ nhận thư của hồ sơ này do chuyên viên của %s sửa."
                    .formatted(parties.organisationName(dossier.leadOrganisation())));
        }
        String email = Answers.requiredText(FIELD, LABEL, address);
        if (!MailAddress.FORM.matcher(email).matches()) {
            throw ProblemException.invalid(
                    FIELD, "%s: không đúng dạng địa chỉ thư gửi đến được, như ten@donvi.vn.".formatted(LABEL));
        }
        AddressKeeper keeper = keepers.get(dossier.kind());
        if (found.outside() && keeper != null) {
            requireFailed(id, dossier.code());
            keeper.correct(dossier.code(), email);
        } else {
            hold(id);
            redirection.redirect(requireFailed(id, dossier.code()), email, FIELD, LABEL);
        }
        return dossier.code();
    }

    private record Found(String caseCode, boolean outside) {}

    /** In a statement of its own: the next one sees what whoever held it before has done to its delivery. */
    private void hold(UUID id) {
        jdbc.sql("select id from lienket.message where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    private Redirection.Failed requireFailed(UUID id, String caseCode) {
        return jdbc.sql("select id, event, recipient_email, case_code, channel from lienket.message where id = :id and "
                        + Redirection.FAILED)
                .param("id", id)
                .param("caseCode", caseCode)
                .query(Redirection.Failed.class)
                .optional()
                .orElseThrow(() -> ProblemException.conflict(
                        sentAt(id) != null
                                ? "Thư này đã được gửi, không sửa địa chỉ được nữa."
                                : "Thư này đang chờ gửi, chưa cần sửa địa chỉ."));
    }

    private Instant sentAt(UUID id) {
        return jdbc.sql("select sent_at from lienket.message where id = ?")
                .param(id)
                .query((row, number) -> Moments.in(row, "sent_at"))
                .list()
                .get(0);
    }
}
