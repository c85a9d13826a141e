package vn.lienket.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import vn.lienket.problem.ProblemException;

/** The items of the current version of an activity's plan, what the partner said of every version, and what came of the items. */
public class WorkPlan {

    @Column("plan_version")
    private int version;

    @Column("plan_note")
    private String note;

    private int round;

    @MappedCollection(idColumn = "activity", keyColumn = "position")
    private final List<WorkItem> items;

    @MappedCollection(idColumn = "activity", keyColumn = "position")
    private final List<ActivityPlanOpinion> opinions;

    @MappedCollection(idColumn = "activity", keyColumn = "position")
    private final List<WorkResult> results;

    @PersistenceCreator
    WorkPlan(
            int version,
            String note,
            int round,
            List<WorkItem> items,
            List<ActivityPlanOpinion> opinions,
            List<WorkResult> results) {
        this.version = version;
        this.note = note;
        this.round = round;
        this.items = new ArrayList<>(items);
        this.opinions = new ArrayList<>(opinions);
        this.results = new ArrayList<>(results);
    }

    static WorkPlan proposed(List<WorkItem> items) {
        return new WorkPlan(0, null, 0, items, List.of(), List.of());
    }

    void next(List<WorkItem> planned, String said) {
        items.clear();
        items.addAll(planned);
        note = said;
        version++;
    }

    void take(ActivityPlanOpinion opinion) {
        if (opinion.version() != version) {
            throw ProblemException.conflict(
                    "Kế hoạch đang ở phiên bản %d, không phải %d.".formatted(version, opinion.version()));
        }
        opinions.add(opinion);
    }

    void begin() {
        round = 1;
    }

    /** Takes what came of an item; whether that was the last of the round. */
    boolean finish(WorkResult result) {
        WorkItem item = item(result.item());
        if (result.round() != round) {
            throw ProblemException.conflict("Đang ở đợt thực hiện %d.".formatted(round));
        }
        if (item.done()) {
            throw ProblemException.conflict("Phần việc “%s” đã xong.".formatted(item.title()));
        }
        results.add(result);
        items.set(result.item() - 1, item.finished());
        return items.stream().allMatch(WorkItem::done);
    }

    /** Has exactly these items done again, in the next round. */
    void again(Collection<Integer> positions) {
        positions.forEach(position -> items.set(position - 1, item(position).again()));
        round++;
    }

    /** @throws ProblemException 404 if there is no item at this position, from 1 */
    public WorkItem item(int position) {
        if (position < 1 || position > items.size()) {
            throw ProblemException.notFound("Không có phần việc này.");
        }
        return items.get(position - 1);
    }

    /** Positions, from 1, of the items that are not done in this round. */
    public List<Integer> toCarryOut() {
        return IntStream.rangeClosed(1, items.size())
                .filter(position -> !item(position).done())
                .boxed()
                .toList();
    }

    /** 0 before the first plan. */
    public int version() {
        return version;
    }

    public String note() {
        return note;
    }

    /** From 1; 0 before the work begins. */
    public int round() {
        return round;
    }

    public List<WorkItem> items() {
        return List.copyOf(items);
    }

    /** Of all versions, the oldest first. */
    public List<ActivityPlanOpinion> opinions() {
        return List.copyOf(opinions);
    }

    /** Of all rounds, the oldest first. */
    public List<WorkResult> results() {
        return List.copyOf(results);
    }

    /** What came of an item, the oldest first. */
    public List<WorkResult> resultsOf(int position) {
        return results.stream().filter(result -> result.item() == position).toList();
    }
}
