package vn.lienket.cases;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienket.cases.TimelineEntry.Kind;
import vn.lienket.party.CurrentUser;

/** What happened to a case, from all who know of it. */
@Component
public class CaseTimeline {

    private final Dossiers dossiers;
    private final CaseClocks clocks;
    private final List<TimelineSource> sources;
    private final List<CaseKind> kinds;

    CaseTimeline(Dossiers dossiers, CaseClocks clocks, List<TimelineSource> sources, List<CaseKind> kinds) {
        this.dossiers = dossiers;
        this.clocks = clocks;
        this.sources = sources;
        this.kinds = kinds;
    }

    /** Oldest first; what happened at the same time by its kind. The caller has checked that the user may see the case. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(Dossier dossier) {
        return Stream.of(
                        dossiers.history(dossier.code()).stream().map(CaseTimeline::status),
                        clocks.stops(dossier.code()).stream().flatMap(CaseTimeline::clock),
                        sources.stream().flatMap(source -> source.timeline(dossier).stream()),
                        kinds.stream()
                                .filter(kind -> kind.id().equals(dossier.kind()))
                                .flatMap(kind -> kind.decisions(dossier.code()).stream()))
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::kind))
                .toList();
    }

    private static TimelineEntry status(StatusChange change) {
        String status =
                "%d. %s".formatted(change.status().number(), change.status().label());
        return TimelineEntry.of(change.changedAt(), Kind.STATUS, "Trạng thái: " + status, change.changedBy(), null);
    }

    private static Stream<TimelineEntry> clock(ClockStop stop) {
        TimelineEntry stopped =
                TimelineEntry.of(stop.from(), Kind.CLOCK, "Thời hạn xử lý dừng lại", CurrentUser.SYSTEM, null);
        return stop.to() == null
                ? Stream.of(stopped)
                : Stream.of(
                        stopped,
                        TimelineEntry.of(
                                stop.to(),
                                Kind.CLOCK,
                                "Thời hạn xử lý chạy tiếp",
                                CurrentUser.SYSTEM,
                                "đã dừng %d ngày làm việc".formatted(stop.workingDays())));
    }
}
