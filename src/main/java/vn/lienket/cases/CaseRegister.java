package vn.lienket.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienket.party.Channel;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.User;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;
import vn.lienket.problem.Sentences;

/** The register of cases as the signed-in user may see it: the cases of his channels. */
@Component
public class CaseRegister {

    private static final int MAX_PAGE_SIZE = 200;
    private static final int MAX_TEXT = 200;

    private final Dossiers dossiers;
    private final Parties parties;
    private final CurrentUser currentUser;

    CaseRegister(Dossiers dossiers, Parties parties, CurrentUser currentUser) {
        this.dossiers = dossiers;
        this.parties = parties;
        this.currentUser = currentUser;
    }

    /**
     * A page of a module's cases; 400 for a page, a size, a status or a text that cannot be.
     *
     * @param kind the module's word in the register, e.g. {@code agreement}
     * @param filter of {@code page} 0 and up and {@code size} 1 to 200; the others may be null
     */
    public CaseList list(String kind, CaseFilter filter) {
        check(new FieldProblems(), filter.page(), filter.size(), filter.status(), filter.text())
                .throwIfAny();
        return CaseList.of(dossiers.search(new DossierQuery(
                kind,
                visibleChannels(),
                filter.status(),
                filter.organisation(),
                filter.text(),
                filter.page(),
                filter.size())));
    }

    /** Notes what cannot be asked of any register of cases; status and text may be null. */
    public static FieldProblems check(FieldProblems problems, int page, int size, Integer status, String text) {
        return problems.check(page >= 0, "page", "Trang: phải từ 0 trở lên.")
                .check(
                        size >= 1 && size <= MAX_PAGE_SIZE,
                        "size",
                        "Số dòng mỗi trang: từ 1 đến %d.".formatted(MAX_PAGE_SIZE))
                .check(status == null || status >= 1 && status <= 10, "status", "Trạng thái: từ 1 đến 10.")
                .check(
                        text == null || text.length() <= MAX_TEXT,
                        "text",
                        "Từ cần tìm: không quá %d ký tự.".formatted(MAX_TEXT));
    }

    /** The channels whose cases the user may see. */
    public List<String> visibleChannels() {
        User user = currentUser.require();
        return parties.channels().stream()
                .map(Channel::id)
                .filter(user::inChannel)
                .toList();
    }

    /** A case of whatever kind; 404 alike for one that is not there and one that the user may not see. */
    public Dossier require(String caseCode) {
        return find(caseCode).orElseThrow(() -> ProblemException.notFound(Sentences.NO_CASE.formatted(caseCode)));
    }

    /** As the other; nothing for what it would refuse. */
    public Optional<Dossier> find(String caseCode) {
        User user = currentUser.require();
        return dossiers.find(caseCode).filter(found -> user.inChannel(found.channel()));
    }
}
