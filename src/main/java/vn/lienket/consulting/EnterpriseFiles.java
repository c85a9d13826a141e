package vn.lienket.consulting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.document.CaseDocument;
import vn.lienket.document.CheckedFile;
import vn.lienket.document.DocumentInfo;
import vn.lienket.document.Documents;
import vn.lienket.problem.ProblemException;

/** The files that an enterprise sends to its case by link, within bounds, as whoever has the link may send them. */
@Service
public class EnterpriseFiles {

    /** Their kind of document. */
    public static final String SUPPLEMENT = "supplement";

    /** The field of the forms that carries them. */
    public static final String FIELD = "files";

    /** Who sent them, in the words in which the timeline names him. */
    private static final String SENDER = "Doanh nghiệp";

    private static final Duration HOUR = Duration.ofHours(1);

    private final Documents documents;
    private final Limits limits;
    private final Clock clock;

    EnterpriseFiles(Documents documents, Limits limits, Clock clock) {
        this.documents = documents;
        this.limits = limits;
        this.clock = clock;
    }

    /** What a case has of them, oldest first. */
    public List<CaseDocument> of(String caseCode) {
        return documents.of(caseCode).stream()
                .filter(document -> document.kind().equals(SUPPLEMENT))
                .toList();
    }

    /** 400 for the field if a case takes no such number of files more. */
    public void requireRoom(String caseCode, int count) {
        if (count == 0) {
            return;
        }
        requireAtMost(count, limits.of(Limit.ANSWER_FILES), "mỗi lần trả lời");
        List<CaseDocument> sent = of(caseCode);
        requireAtMost(sent.size() + count, limits.of(Limit.ENTERPRISE_FILES), "trong một hồ sơ");
        Instant hourAgo = clock.instant().minus(HOUR);
        long lately =
                sent.stream().filter(file -> file.addedAt().isAfter(hourAgo)).count();
        requireAtMost(lately + count, limits.of(Limit.ENTERPRISE_FILES_AN_HOUR), "mỗi giờ");
    }

    private static void requireAtMost(long count, long most, String when) {
        if (count > most) {
            throw ProblemException.invalid(FIELD, "Tệp gửi kèm: nhận nhiều nhất %d tệp %s.".formatted(most, when));
        }
    }

    /** Makes the files part of the case, which the caller holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(ConsultingCase held, List<CheckedFile> files) {
        requireRoom(held.caseCode(), files.size());
        for (CheckedFile file : files) {
            DocumentInfo document = documents.keep(file, held.channel(), SENDER);
            documents.attach(held.caseCode(), held.channel(), SUPPLEMENT, document.id(), SENDER);
        }
    }
}
