package vn.lienket.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienket.page.PrivatePage;
import vn.lienket.page.Wording;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.CurrentUser;
import vn.lienket.party.Parties;
import vn.lienket.party.Role;
import vn.lienket.party.User;
import vn.lienket.problem.ProblemException;
import vn.lienket.programme.ActivityService;
import vn.lienket.programme.Direction;
import vn.lienket.programme.IndicatorKind;

/** {@code /indicators}: the series of all activities with their charts; who leads an activity corrects its values there. */
@Controller
@PrivatePage(scripts = true)
@RequestMapping("/indicators")
class IndicatorPageController {

    private final IndicatorViews indicators;
    private final ActivityService activities;
    private final CooperationFields fields;
    private final Parties parties;
    private final Charts charts;
    private final CurrentUser currentUser;

    IndicatorPageController(
            IndicatorViews indicators,
            ActivityService activities,
            CooperationFields fields,
            Parties parties,
            Charts charts,
            CurrentUser currentUser) {
        this.indicators = indicators;
        this.activities = activities;
        this.fields = fields;
        this.parties = parties;
        this.charts = charts;
        this.currentUser = currentUser;
    }

    /** A field with its activities on this page, and in sentences what its shared indicators come to on all pages. */
    record Group(String name, List<String> totals, List<IndicatorCard> cards) {}

    /** A correction that was refused: what was sent, and what is wrong by field. */
    record Refused(UUID id, String value, String date, String reason, Map<String, String> problems) {}

    @GetMapping
    String list(IndicatorFilter filter, Model model) {
        return show(filter, null, model);
    }

    @GetMapping("/csv")
    void csv(IndicatorFilter filter, HttpServletResponse response) throws IOException {
        indicators.write(filter, response);
    }

    @PostMapping("/{id}/corrections")
    String correct(
            @PathVariable UUID id,
            IndicatorFilter filter,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            UUID corrected = activities.correct(id, value, date, reason).id();
            return "redirect:%s#value-%s".formatted(new IndicatorLinks(filter).page(filter.page()), corrected);
        } catch (ProblemException refused) {
            if (refused.fields().isEmpty()) {
                throw refused;
            }
            response.setStatus(refused.kind().status());
            Map<String, String> problems = refused.fields().stream()
                    .collect(Collectors.toMap(
                            ProblemException.Field::name, ProblemException.Field::message, (first, more) -> first));
            return show(filter, new Refused(id, value, date, reason, problems), model);
        }
    }

    private String show(IndicatorFilter filter, Refused refused, Model model) {
        IndicatorViews.Found found = indicators.find(filter);
        IndicatorList list = found.list();
        model.addAttribute("groups", groups(found));
        model.addAttribute("refused", refused);
        model.addAttribute("list", list);
        model.addAttribute("filter", filter);
        model.addAttribute("links", new IndicatorLinks(filter));
        model.addAttribute("fields", fields.all());
        model.addAttribute("organisations", parties.organisations());
        model.addAttribute("channels", indicators.channels());
        model.addAttribute("pages", Math.max(1, (list.total() + list.size() - 1) / list.size()));
        model.addAttribute("say", Wording.VIETNAMESE);
        return "programme/indicators";
    }

    private List<Group> groups(IndicatorViews.Found found) {
        User user = currentUser.require();
        Map<String, List<IndicatorList.Item>> byField = found.list().items().stream()
                .collect(Collectors.groupingBy(IndicatorList.Item::field, LinkedHashMap::new, Collectors.toList()));
        return byField.values().stream()
                .map(items -> new Group(
                        items.get(0).fieldName(),
                        found.shared().stream()
                                .filter(shared -> shared.cooperationField()
                                        .equals(items.get(0).field()))
                                .map(IndicatorWords::together)
                                .toList(),
                        items.stream().map(item -> card(item, user)).toList()))
                .toList();
    }

    private IndicatorCard card(IndicatorList.Item item, User user) {
        IndicatorKind kind = IndicatorKind.of(item.kind()).orElseThrow();
        Direction direction = Direction.of(item.direction()).orElseThrow();
        ActivityView.ValueView newest = item.values().stream()
                .filter(value -> !value.replaced())
                .reduce((earlier, later) -> later)
                .orElse(null);
        BigDecimal value = newest == null ? null : newest.value();
        return new IndicatorCard(
                item,
                charts.write(Chart.of(item.kind(), item.unit(), item.target(), item.baseline(), item.values())),
                newest,
                value == null ? null : IndicatorWords.distance(kind, direction, item.unit(), value, item.target()),
                kind.rule(),
                user.administrator() || user.has(item.organisation(), Role.OFFICER));
    }
}
