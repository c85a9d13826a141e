package vn.lienket.agreement.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.AgreementService;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.Opinion;
import vn.lienket.cases.Aftermath;
import vn.lienket.cases.CaseKind;
import vn.lienket.cases.TimelineEntry;
import vn.lienket.cases.TimelineEntry.Kind;

/** What the page and the timeline of all cases show of an agreement. */
@Component
class AgreementPage implements CaseKind {

    private static final Map<String, String> DOCUMENTS = Map.of(
            "draft",
            "Dự thảo",
            "signed",
            "Bản đã ký",
            "evidence",
            "Phiếu chứng cứ ký",
            "lasting",
            "Bản lưu trữ dài hạn");

    private final AgreementService agreements;
    private final AgreementViews views;

    AgreementPage(AgreementService agreements, AgreementViews views) {
        this.agreements = agreements;
        this.views = views;
    }

    @Override
    public String id() {
        return AgreementService.KIND;
    }

    @Override
    public String name() {
        return "Thỏa thuận hợp tác";
    }

    @Override
    public Map<String, String> documents() {
        return DOCUMENTS;
    }

    @Override
    public String template() {
        return "agreement/case";
    }

    @Override
    public Map<String, Object> page(String caseCode) {
        AgreementView view = view(caseCode);
        return Map.of("header", view.header(), "agreement", view);
    }

    @Override
    public Aftermath aftermath(String caseCode, String ending) {
        AgreementView view = view(caseCode);
        List<String> told = view.parties().stream()
                .map(party -> "Chuyên viên, văn thư, lãnh đạo: " + party.name())
                .toList();
        if (view.header().state() != AgreementState.IN_FORCE) {
            return new Aftermath(told, List.of("Thỏa thuận không được ký nữa; muốn ký phải mở hồ sơ mới."));
        }
        List<String> open = view.activities().stream()
                .filter(activity -> activity.closedOn() == null)
                .map(activity -> "%s (%s)".formatted(activity.title(), activity.caseCode()))
                .toList();
        List<String> follows = new ArrayList<>();
        follows.add("Thỏa thuận hết hiệu lực từ hôm nay; không mở được hoạt động mới theo thỏa thuận này.");
        if (!open.isEmpty()) {
            follows.add("Đơn vị chủ trì của %d hoạt động đang mở quyết định làm tiếp đến hết hoặc dừng: %s."
                    .formatted(open.size(), String.join("; ", open)));
        }
        return new Aftermath(told, follows);
    }

    @Override
    public List<TimelineEntry> decisions(String caseCode) {
        AgreementView view = view(caseCode);
        List<TimelineEntry> entries = new ArrayList<>();
        for (AgreementView.Round round : view.rounds()) {
            int version = round.draft().version();
            round.reviews().forEach(opinion -> entries.add(entry(Opinion.Stage.REVIEW, version, opinion)));
            round.approvals().forEach(opinion -> entries.add(entry(Opinion.Stage.APPROVAL, version, opinion)));
        }
        view.signatures()
                .forEach(signature -> entries.add(TimelineEntry.of(
                        signature.signedAt(),
                        Kind.DECISION,
                        (signature.byHand() ? "Ký (bản giấy)" : "Ký thỏa thuận") + signature.words(),
                        signature.signer(),
                        null)));
        return entries;
    }

    private static TimelineEntry entry(Opinion.Stage stage, int version, AgreementView.OpinionView opinion) {
        String answer = stage == Opinion.Stage.REVIEW
                ? opinion.positive() ? "đồng ý" : "yêu cầu sửa"
                : opinion.positive() ? "phê duyệt" : "không phê duyệt";
        return TimelineEntry.of(
                opinion.givenAt(),
                Kind.DECISION,
                "%s phiên bản %d: %s, %s".formatted(stage.label(), version, opinion.partyName(), answer),
                opinion.author(),
                opinion.comment());
    }

    private AgreementView view(String caseCode) {
        return views.of(agreements.find(caseCode).orElseThrow());
    }
}
