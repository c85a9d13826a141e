package vn.lienket.programme.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienket.agreement.AgreementService;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.programme.ProgrammeOpening;
import vn.lienket.programme.ProgrammeService;
import vn.lienket.programme.process.ActivityProcess;

/** {@code /api/v1/agreements/{code}/programme}: the activities of a year in one step. */
@RestController
@RequestMapping("/api/v1/agreements/{agreementCode}/programme")
class ProgrammeController {

    private final ActivityProcess process;
    private final ProgrammeService programmes;
    private final AgreementService agreements;
    private final CurrentUser currentUser;

    ProgrammeController(
            ActivityProcess process,
            ProgrammeService programmes,
            AgreementService agreements,
            CurrentUser currentUser) {
        this.process = process;
        this.programmes = programmes;
        this.agreements = agreements;
        this.currentUser = currentUser;
    }

    /**
     * The activities have their codes at once; the process of each begins within seconds, in a job of its own.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(@PathVariable String agreementCode, @RequestBody Programme programme) {
        User user = currentUser.require();
        agreements
                .find(agreementCode)
                .filter(agreement -> user.inChannel(agreement.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có hồ sơ thỏa thuận %s.".formatted(agreementCode)));
        UUID opening = process.openProgramme(agreementCode, programme.year(), programme.fields());
        ProgrammeOpening opened = programmes.require(opening);
        return new Opened(opened.activities(), opened.skipped());
    }

    /**
     * What is asked for.
     *
     * @param fields codes of fields, or objects {@code {cooperationField, leadOrganisation, partnerOrganisation, startDate, endDate}};
     *     all fields of the agreement if left out
     */
    record Programme(Object year, List<Object> fields) {}

    /** {@code skipped} are the fields that had an open activity of that year already. */
    record Opened(List<ProgrammeOpening.Opened> activities, List<String> skipped) {}
}
