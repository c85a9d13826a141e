package vn.lienket.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienket.agreement.Agreement;
import vn.lienket.agreement.AgreementParty;
import vn.lienket.agreement.AgreementService;
import vn.lienket.calendar.Limit;
import vn.lienket.calendar.Limits;
import vn.lienket.page.Wording;
import vn.lienket.party.Channel;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.problem.Answers;
import vn.lienket.problem.FieldProblems;
import vn.lienket.problem.ProblemException;

/** Reads what people say of an activity: refused by the name of the field, with a sentence, or checked as a whole. */
@Component
class ActivityChecks {

    private static final Wording SAY = Wording.VIETNAMESE;
    private static final int LONGEST_UNIT = 50;
    private static final String ITEMS = "workItems";

    private final AgreementService agreements;
    private final FieldTemplates templates;
    private final CooperationFields cooperationFields;
    private final Limits limits;
    private final Parties parties;
    private final CurrentUser currentUser;

    ActivityChecks(
            AgreementService agreements,
            FieldTemplates templates,
            CooperationFields cooperationFields,
            Limits limits,
            Parties parties,
            CurrentUser currentUser) {
        this.parties = parties;
        this.currentUser = currentUser;
        this.agreements = agreements;
        this.templates = templates;
        this.cooperationFields = cooperationFields;
        this.limits = limits;
    }

    /** What was asked for, checked. */
    record Checked(ActivityTerms terms, ActivityIndicator indicator, List<WorkItem> items) {}

    /** The agreement, held in force until the transaction ends; 400 for a code that is none, or of one not in force. */
    Agreement agreement(String code) {
        if (Answers.blank(code)) {
            throw ProblemException.invalid("agreementCode", "Thỏa thuận: hãy chọn một thỏa thuận.");
        }
        return agreements
                .holdInForce(Answers.stripped(code))
                .filter(found -> currentUser
                        .find()
                        .map(user -> user.inChannel(found.channel()))
                        .orElse(true))
                .orElseThrow(() -> ProblemException.invalid(
                        "agreementCode", "Thỏa thuận: không phải thỏa thuận đang có hiệu lực."));
    }

    Checked check(ActivityRequest request) {
        Agreement agreement = agreement(request.agreementCode());
        FieldProblems problems = new FieldProblems();
        String field = Answers.stripped(request.cooperationField());
        problems.check(
                agreement.cooperationFields().contains(field),
                "cooperationField",
                "Lĩnh vực hợp tác: không thuộc thỏa thuận %s.".formatted(agreement.caseCode()));
        String title = problems.read(
                () -> Answers.requiredLine("title", "Tên hoạt động", request.title(), limits.of(Limit.TITLE)));
        Set<String> taking = agreement.parties().stream()
                .map(AgreementParty::organisation)
                .map(parties::actingFor)
                .collect(Collectors.toSet());
        String lead = Answers.stripped(request.leadOrganisation());
        String partner = Answers.stripped(request.partnerOrganisation());
        problems.check(taking.contains(lead), "leadOrganisation", "Đơn vị chủ trì: phải là một bên của thỏa thuận.");
        problems.check(
                taking.contains(partner), "partnerOrganisation", "Đơn vị phối hợp: phải là một bên của thỏa thuận.");
        problems.check(!partner.equals(lead), "partnerOrganisation", "Đơn vị phối hợp: phải khác đơn vị chủ trì.");
        LocalDate from = problems.read(() -> day(agreement, "startDate", "Ngày bắt đầu", request.startDate()));
        LocalDate to = problems.read(() -> day(agreement, "endDate", "Ngày kết thúc", request.endDate()));
        problems.check(
                from == null || to == null || !to.isBefore(from),
                "endDate",
                "Ngày kết thúc: không được trước ngày bắt đầu.");
        problems.throwIfAny();
        ActivityIndicator indicator = problems.read(() -> indicator(field, request));
        List<WorkItem> items = problems.read(
                () -> request.workItems() == null || request.workItems().isEmpty()
                        ? template(field, lead, partner)
                        : items(request.workItems(), agreement.channel()));
        problems.throwIfAny();
        return new Checked(
                new ActivityTerms(agreement.caseCode(), field, title, agreement.channel(), lead, partner, from, to),
                indicator,
                items);
    }

    /** The terms of an activity as its field's template proposes it. */
    Checked fromTemplate(Agreement agreement, String field, String lead, String partner, LocalDate from, LocalDate to) {
        String title = "%s năm %d"
                .formatted(cooperationFields.find(field).orElseThrow().name(), from.getYear());
        TemplateIndicator indicator = templates.of(field).indicators().get(0);
        return new Checked(
                new ActivityTerms(agreement.caseCode(), field, title, agreement.channel(), lead, partner, from, to),
                ActivityIndicator.of(indicator, indicator.target()),
                template(field, lead, partner));
    }

    private static LocalDate day(Agreement agreement, String field, String label, String text) {
        LocalDate day = Answers.date(field, label, text);
        if (day.isBefore(agreement.effectiveFrom()) || day.isAfter(agreement.effectiveTo())) {
            throw ProblemException.invalid(
                    field,
                    "%s: phải trong thời hạn của thỏa thuận, từ %s đến %s."
                            .formatted(label, SAY.day(agreement.effectiveFrom()), SAY.day(agreement.effectiveTo())));
        }
        return day;
    }

    private ActivityIndicator indicator(String field, ActivityRequest request) {
        List<TemplateIndicator> known = templates.of(field).indicators();
        String name = Answers.optionalText("indicatorName", request.indicatorName());
        if (name == null && request.indicatorTarget() == null) {
            return ActivityIndicator.of(known.get(0), known.get(0).target());
        }
        String given = Answers.requiredLine("indicatorName", "Tên chỉ tiêu", name, limits.of(Limit.TITLE));
        Optional<TemplateIndicator> template =
                known.stream().filter(one -> one.name().equals(given)).findFirst();
        String unit = Answers.optionalText("indicatorUnit", request.indicatorUnit());
        if (template.isPresent() && (unit == null || unit.equals(template.get().unit()))) {
            ActivityIndicator proposed =
                    ActivityIndicator.of(template.get(), template.get().target());
            return request.indicatorTarget() == null
                    ? proposed
                    : proposed.withTarget(target(proposed, request.indicatorTarget()));
        }
        String said = Answers.requiredText("indicatorUnit", unit);
        if (said.length() > LONGEST_UNIT) {
            throw ProblemException.invalid("indicatorUnit", "Đơn vị tính: không quá %d ký tự.".formatted(LONGEST_UNIT));
        }
        IndicatorKind kind = kindOf(said);
        Direction direction = Answers.blank(request.indicatorDirection())
                ? kind == IndicatorKind.RANK ? Direction.LESS : Direction.MORE
                : Direction.of(Answers.stripped(request.indicatorDirection()))
                        .orElseThrow(() -> ProblemException.invalid(
                                "indicatorDirection", "Chiều của chỉ tiêu: hãy chọn một phương án."));
        if (!kind.allows(direction)) {
            throw ProblemException.invalid(
                    "indicatorDirection", "Chiều của chỉ tiêu: thứ hạng thì số càng nhỏ càng tốt.");
        }
        ActivityIndicator free = ActivityIndicator.free(given, said, kind, direction, null);
        return free.withTarget(target(free, request.indicatorTarget()));
    }

    /** A target that its kind and direction allow. */
    BigDecimal target(ActivityIndicator indicator, Object given) {
        BigDecimal target = value(indicator, "indicatorTarget", "Mục tiêu", given);
        if (!indicator.direction().allows(target, indicator.baseline())) {
            throw ProblemException.invalid(
                    "indicatorTarget",
                    "Mục tiêu: %s %s kém giá trị gốc %s %s, trong khi chỉ tiêu này %s."
                            .formatted(
                                    SAY.decimal(target),
                                    indicator.unit(),
                                    SAY.decimal(indicator.baseline()),
                                    indicator.unit(),
                                    indicator.direction().label()));
        }
        return target;
    }

    /** A value that its kind allows. */
    BigDecimal value(ActivityIndicator indicator, String field, String label, Object given) {
        BigDecimal value = Answers.number(field, label, given);
        String wrong = indicator.kind().check(value);
        if (wrong != null) {
            throw ProblemException.invalid(field, "%s (%s): %s.".formatted(label, indicator.unit(), wrong));
        }
        return value;
    }

    /** What no template says is told by its unit; what is neither a share nor a rank is not known to add up. */
    private static IndicatorKind kindOf(String unit) {
        String word = unit.toLowerCase(Locale.ROOT);
        if (word.equals("%")) {
            return IndicatorKind.PERCENT;
        }
        return word.equals("hạng") || word.equals("thứ hạng") ? IndicatorKind.RANK : IndicatorKind.MEASURE;
    }

    /** The items that the template of a field proposes to these two. */
    List<WorkItem> template(String field, String lead, String partner) {
        return templates.of(field).workItems().stream()
                .map(item -> WorkItem.planned(
                        item.title(),
                        organisation(item.organisation(), lead, partner),
                        item.role(),
                        item.dueInWorkingDays()))
                .toList();
    }

    /** Whom a template means; an organisation that takes no part gives its items to the lead. */
    private static String organisation(String word, String lead, String partner) {
        return word.equals(TemplateItem.PARTNER) || word.equals(partner) ? partner : lead;
    }

    /** The items as rows of a form say them; any party of the channel may do one. */
    List<WorkItem> items(List<Map<String, Object>> rows, String channel) {
        List<String> allowed = parties.channel(channel).map(Channel::parties).orElse(List.of());
        if (rows.isEmpty()) {
            throw ProblemException.invalid(ITEMS, "Các phần việc: kế hoạch phải có ít nhất một phần việc.");
        }
        long most = limits.of(Limit.ROWS);
        if (rows.size() > most) {
            throw ProblemException.invalid(ITEMS, "Các phần việc: không quá %d phần việc.".formatted(most));
        }
        FieldProblems problems = new FieldProblems();
        List<WorkItem> items = new ArrayList<>();
        for (int number = 1; number <= rows.size(); number++) {
            Map<String, Object> row = rows.get(number - 1);
            String where = "Phần việc %d, ".formatted(number);
            items.add(problems.read(() -> item(row, where, allowed)));
        }
        problems.throwIfAny();
        return items;
    }

    private WorkItem item(Map<String, Object> row, String where, List<String> allowed) {
        String organisation = Answers.stripped(text(row, "organisation", where + "đơn vị"));
        if (!allowed.contains(organisation)) {
            throw ProblemException.invalid(ITEMS, where + "đơn vị thực hiện: phải là một bên của thỏa thuận.");
        }
        Role role = Role.of(Answers.stripped(text(row, "role", where + "vai trò")))
                .filter(Role::doesWork)
                .orElseThrow(() -> ProblemException.invalid(ITEMS, where + "vai trò: hãy chọn một vai trò."));
        return WorkItem.planned(
                Answers.requiredLine(ITEMS, where + "tên", text(row, "title", where + "tên"), limits.of(Limit.TITLE)),
                organisation,
                role,
                (int) Answers.wholeNumber(
                        ITEMS,
                        where + "thời hạn (ngày làm việc)",
                        row.get("dueInWorkingDays"),
                        1,
                        limits.of(Limit.WORKING_DAYS)));
    }

    private static String text(Map<String, Object> row, String name, String label) {
        return Answers.text(ITEMS, label, row.get(name));
    }
}
