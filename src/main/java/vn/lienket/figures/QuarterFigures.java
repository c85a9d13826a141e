package vn.lienket.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.lienket.figures.ActivityStanding.Standing;

/**
 * What happened in a channel in a quarter, as it was known at the quarter's end: the same whenever it is asked for. Every list is in
 * Vietnamese order.
 *
 * @param countedTo the last day that is counted: that of the quarter, or, while it is not over, of the counting
 * @param outlook the day up to which agreements that come to their last day are told of
 */
public record QuarterFigures(
        String channel,
        Quarter quarter,
        LocalDate countedTo,
        List<CaseCount> cases,
        List<ActivityStanding> activities,
        List<IndicatorStanding> indicators,
        List<SupportGranted> support,
        List<TechnologyHandedOver> technology,
        LocalDate outlook,
        List<ExpiringAgreement> expiring) {

    public QuarterFigures {
        cases = List.copyOf(cases);
        activities = List.copyOf(activities);
        indicators = List.copyOf(indicators);
        support = List.copyOf(support);
        technology = List.copyOf(technology);
        expiring = List.copyOf(expiring);
    }

    /** Of all kinds and organisations. */
    public CaseCount allCases() {
        return cases.stream().reduce(CaseCount.none(), CaseCount::plus);
    }

    /** How many activities stood so. */
    public long activities(Standing standing) {
        return activities.stream()
                .filter(activity -> activity.standing() == standing)
                .count();
    }

    /** The indicators that several activities are measured by, where adding up means something. */
    public List<IndicatorSum> indicatorSums() {
        Map<List<String>, List<IndicatorStanding>> alike = new LinkedHashMap<>();
        indicators.stream()
                .filter(indicator -> indicator.kind().addsUp())
                .forEach(indicator -> alike.computeIfAbsent(
                                List.of(indicator.name(), indicator.unit()), key -> new ArrayList<>())
                        .add(indicator));
        return alike.values().stream()
                .filter(group -> group.size() > 1)
                .map(QuarterFigures::sum)
                .toList();
    }

    private static IndicatorSum sum(List<IndicatorStanding> group) {
        IndicatorStanding first = group.get(0);
        return new IndicatorSum(
                first.name(),
                first.unit(),
                group.size(),
                group.stream().map(IndicatorStanding::target).reduce(BigDecimal.ZERO, BigDecimal::add),
                first.kind()
                        .total(group.stream()
                                .map(IndicatorStanding::value)
                                .filter(Objects::nonNull)
                                .toList())
                        .orElse(null));
    }

    /** How many indicators were as good as their targets. */
    public long reached() {
        return indicators.stream()
                .filter(indicator -> Boolean.TRUE.equals(indicator.reached()))
                .count();
    }

    /** All support granted, in VND. */
    public long supportTotal() {
        return support.stream().mapToLong(SupportGranted::amount).sum();
    }

    /** What the support was reckoned from, in VND. */
    public long eligibleTotal() {
        return support.stream().mapToLong(SupportGranted::eligibleCost).sum();
    }
}
