package vn.lienket.transfer.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.cases.Aftermath;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.transfer.TransferService;

/** What the page and the timeline of all cases show of a transfer request: what its own view shows, so nothing that it hides. */
@Component
class TransferPage implements CaseKind {

    private static final Map<String, String> DOCUMENTS =
            Map.of("attachment", "Tài liệu kèm yêu cầu", "contract", "Hợp đồng", "delivery", "Tài liệu bàn giao");

    private final TransferService transfers;
    private final TransferViews views;

    TransferPage(TransferService transfers, TransferViews views) {
        this.transfers = transfers;
        this.views = views;
    }

    @Override
    public String id() {
        return TransferService.KIND;
    }

    @Override
    public String name() {
        return "Chuyển giao công nghệ";
    }

    @Override
    public Map<String, String> documents() {
        return DOCUMENTS;
    }

    @Override
    public String template() {
        return "transfer/case";
    }

    @Override
    public Map<String, Object> page(String caseCode) {
        TransferView view = view(caseCode);
        return Map.of("header", view.header(), "transfer", view);
    }

    @Override
    public Aftermath aftermath(String caseCode, String ending) {
        TransferView view = view(caseCode);
        List<String> told = new ArrayList<>(List.of(
                Aftermath.office(view.requestingOrganisationName()),
                Aftermath.office(view.providingOrganisationName())));
        if (view.leadExpertName() != null) {
            told.add("Chuyên gia: " + view.leadExpertName());
        }
        return new Aftermath(
                told,
                view.contractedOn() == null
                        ? List.of()
                        : List.of("Các buổi đã mời mà chưa diễn ra được hủy trong lịch của người dự."));
    }

    @Override
    public List<TimelineEntry> decisions(String caseCode) {
        TransferView view = view(caseCode);
        List<TimelineEntry> entries = new ArrayList<>();
        view.assessments()
                .forEach(given -> entries.add(decision(
                        given.givenAt(),
                        "Đánh giá khả thi: " + given.feasibilityName(),
                        given.expert(),
                        given.note())));
        view.planOpinions()
                .forEach(opinion -> entries.add(decision(
                        opinion.givenAt(),
                        "Kế hoạch phiên bản %d: %s %s"
                                .formatted(
                                        opinion.version(),
                                        opinion.partyName(),
                                        opinion.positive() ? "đồng ý" : "đề nghị sửa"),
                        opinion.author(),
                        opinion.comment())));
        view.acceptances()
                .forEach(acceptance -> entries.add(decision(
                        acceptance.givenAt(),
                        "Nghiệm thu lần %d: %s"
                                .formatted(acceptance.round(), acceptance.positive() ? "đạt" : "còn sai sót"),
                        acceptance.author(),
                        acceptance.comment())));
        return entries;
    }

    private static TimelineEntry decision(Instant at, String what, String by, String comment) {
        return TimelineEntry.of(at, Kind.DECISION, what, by, comment);
    }

    private TransferView view(String caseCode) {
        return views.of(transfers.find(caseCode).orElseThrow());
    }
}
