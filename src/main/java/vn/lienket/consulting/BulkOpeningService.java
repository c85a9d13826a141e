package vn.lienket.consulting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.consulting.BulkOpening.State;
import vn.lienket.enterprise.Enterprise;
import vn.lienket.enterprise.EnterpriseQuery;
import vn.lienket.enterprise.EnterpriseSize;
import vn.lienket.enterprise.Enterprises;
import vn.lienket.enterprise.TaxCode;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.Answers;
import vn.lienket.problem.ProblemException;

/**
 * Opens the cases of many enterprises of the registry with one request, a few at a time. For the officers of the organisation that
 * runs the consulting (403 for others).
 */
@Service
public class BulkOpeningService {

    /** Longest list of tax codes in one request. */
    public static final int MAX_LIST = 20_000;

    /** Cases in one transaction: more gain nothing, and hold the sequence of case codes longer. */
    static final int CHUNK = 25;

    private static final int SLICE = 1_000;
    private static final int MAX_SHOWN = 50;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final BulkOpenings openings;
    private final ConsultingService consulting;
    private final ConsultingCases cases;
    private final ConsultingProperties properties;
    private final Enterprises enterprises;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkOpeningService(
            BulkOpenings openings,
            ConsultingService consulting,
            ConsultingCases cases,
            ConsultingProperties properties,
            Enterprises enterprises,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.openings = openings;
        this.consulting = consulting;
        this.cases = cases;
        this.properties = properties;
        this.enterprises = enterprises;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the enterprises in question and has their cases opened in the background. A code of a list that is none, or stands there
     * twice, is refused at once; 400 if there is nothing to open, or for a wrong need or channel.
     */
    @Transactional
    public BulkOpening accept(BulkOpeningRequest request) {
        User officer = requireOfficer();
        String channel = Answers.blank(request.channel())
                ? properties.channel()
                : request.channel().strip();
        consulting.requireMayOpen(channel);
        ConsultingService.Need need = consulting.need(request.need(), request.needCategory());
        requireOneSource(request);
        UUID id = UUID.randomUUID();
        openings.insert(id, channel, need.text(), need.code(), officer.id(), clock.instant());
        if (request.taxCodes() != null) {
            addListed(id, request.taxCodes());
        } else {
            addFound(id, request.query());
        }
        BulkOpening accepted = openings.complete(id);
        if (accepted.total() == 0) {
            throw ProblemException.invalid("query", "Điều kiện tìm (query): không có doanh nghiệp nào phù hợp.");
        }
        events.publishEvent(new BulkOpeningEvent.Accepted(accepted));
        return accepted;
    }

    /** 404 if there is none in the user's channels. */
    @Transactional(readOnly = true)
    public BulkOpening find(UUID id) {
        return visible(openings.find(id), id);
    }

    /** Opens no more cases after those in hand; those that are open stay. 409 if it is over. */
    @Transactional
    public void cancel(UUID id) {
        if (visible(openings.hold(id), id).state() != State.RUNNING) {
            throw ProblemException.conflict("Lượt mở hồ sơ này đã kết thúc nên không hủy được.");
        }
        openings.end(id, State.CANCELLED, clock.instant());
    }

    /** Every refusal in the order of the list, read by the thousand. */
    public void forEachRefusal(UUID id, Consumer<BulkRefusal> step) {
        find(id);
        List<BulkItem> slice = openings.refusals(id, 0, SLICE);
        while (!slice.isEmpty()) {
            slice.forEach(item -> step.accept(new BulkRefusal(item.taxCode(), item.refusal())));
            slice = openings.refusals(id, slice.get(slice.size() - 1).position(), SLICE);
        }
    }

    /** Who asked for it; the bulk must exist. */
    @Transactional(readOnly = true)
    public String requester(UUID id) {
        return openings.find(id).orElseThrow().requestedBy();
    }

    /**
     * Opens the next cases, or none if it has been cancelled. All in the caller's transaction: a failure leaves none of them. The tax
     * codes are held first, so that whatever would refuse one of them is known before its case is begun.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public BulkOpening openNext(UUID id, CaseOpener opener) {
        BulkOpening held = openings.hold(id).orElseThrow();
        if (held.state() != State.RUNNING) {
            return held;
        }
        Instant begun = clock.instant();
        List<BulkItem> next = openings.next(id, CHUNK);
        List<String> taxCodes = next.stream().map(BulkItem::taxCode).toList();
        cases.holdTaxCodes(taxCodes.toArray(String[]::new));
        Map<String, Enterprise> registered =
                enterprises.find(taxCodes).stream().collect(Collectors.toMap(Enterprise::taxCode, Function.identity()));
        Map<String, String> open = openCases(taxCodes);
        List<BulkItem> done = new ArrayList<>();
        for (BulkItem item : next) {
            Optional<String> refusal = refusal(registered.get(item.taxCode()), open.get(item.taxCode()));
            done.add(refusal.map(item::refused).orElseGet(() -> item.opened(opener.open(held, item.taxCode()))));
        }
        return openings.done(id, done, begun, clock.instant());
    }

    /** Ends it when nothing remains, and has the requester told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void conclude(UUID id) {
        BulkOpening held = openings.hold(id).orElseThrow();
        events.publishEvent(new BulkOpeningEvent.Ended(
                held.state() == State.RUNNING ? openings.end(id, State.DONE, clock.instant()) : held));
    }

    private void addListed(UUID id, List<String> taxCodes) {
        Set<String> seen = new HashSet<>();
        List<BulkItem> items = new ArrayList<>();
        for (String given : taxCodes) {
            items.add(listed(items.size() + 1, Answers.stripped(given), seen));
        }
        for (int from = 0; from < items.size(); from += SLICE) {
            openings.add(id, items.subList(from, Math.min(from + SLICE, items.size())));
        }
    }

    private static BulkItem listed(int position, String taxCode, Set<String> seen) {
        Optional<String> problem = TaxCode.problem(taxCode);
        if (problem.isPresent()) {
            String shown = UNPRINTABLE.matcher(taxCode).replaceAll(" ");
            return BulkItem.waiting(position, shown.substring(0, Math.min(shown.length(), MAX_SHOWN)))
                    .refused(problem.get());
        }
        BulkItem item = BulkItem.waiting(position, taxCode);
        return seen.add(taxCode) ? item : item.refused("Mã số thuế đã có ở trên trong danh sách.");
    }

    private void addFound(UUID id, EnterpriseQuery query) {
        int position = 0;
        List<String> slice = enterprises.taxCodes(query, null, SLICE);
        while (!slice.isEmpty()) {
            List<BulkItem> items = new ArrayList<>();
            for (String taxCode : slice) {
                items.add(BulkItem.waiting(++position, taxCode));
            }
            openings.add(id, items);
            slice = enterprises.taxCodes(query, slice.get(slice.size() - 1), SLICE);
        }
    }

    private Map<String, String> openCases(Collection<String> taxCodes) {
        return taxCodes.isEmpty()
                ? Map.of()
                : cases.findOpenAmong(taxCodes).stream()
                        .collect(Collectors.toMap(
                                ConsultingCases.OpenCase::taxCode, ConsultingCases.OpenCase::caseCode));
    }

    private static Optional<String> refusal(Enterprise enterprise, String openCase) {
        if (enterprise == null) {
            return Optional.of("Doanh nghiệp không có trong sổ đăng ký.");
        }
        if (openCase != null) {
            return Optional.of("Doanh nghiệp đang có hồ sơ tư vấn %s chưa kết thúc.".formatted(openCase));
        }
        return EnterpriseSize.LARGE.code().equals(enterprise.size())
                ? Optional.of("Doanh nghiệp lớn, không phải doanh nghiệp nhỏ và vừa.")
                : Optional.empty();
    }

    private static void requireOneSource(BulkOpeningRequest request) {
        List<String> listed = request.taxCodes();
        EnterpriseQuery query = request.query();
        if ((listed == null) == (query == null)) {
            throw ProblemException.invalid(
                    "taxCodes", "Doanh nghiệp: nêu danh sách mã số thuế (taxCodes) hoặc điều kiện tìm (query).");
        }
        if (listed != null && (listed.isEmpty() || listed.size() > MAX_LIST)) {
            throw ProblemException.invalid(
                    "taxCodes", "Danh sách mã số thuế (taxCodes): từ 1 đến %d mã.".formatted(MAX_LIST));
        }
        if (query != null && Answers.blank(query.text()) && query.sector() == null && Answers.blank(query.size())) {
            throw ProblemException.invalid(
                    "query", "Điều kiện tìm (query): nêu ít nhất từ cần tìm, lĩnh vực hoặc quy mô.");
        }
    }

    private User requireOfficer() {
        User user = currentUser.require();
        if (!user.administrator() && !user.has(properties.leadOrganisation(), Role.OFFICER)) {
            throw ProblemException.forbidden("Chỉ chuyên viên của đơn vị tư vấn được mở nhiều hồ sơ cùng lúc.");
        }
        return user;
    }

    private BulkOpening visible(Optional<BulkOpening> found, UUID id) {
        User user = requireOfficer();
        return found.filter(bulk -> user.inChannel(bulk.channel()))
                .orElseThrow(() -> ProblemException.notFound("Không có lượt mở hồ sơ %s.".formatted(id)));
    }
}
