package vn.lienket.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.nodes.Node;
import vn.lienket.party.Role;
import vn.lienket.yaml.InvalidFileException;
import vn.lienket.yaml.LineErrors;
import vn.lienket.yaml.YamlEntry;
import vn.lienket.yaml.YamlFile;

/** Reads a deadline ladder, whose shape the head of the file that ships describes. */
final class LadderReader {

    /** Who has a task, or the group that may take it. */
    static final String WORKER = "worker";

    private static final List<String> KEYS =
            List.of("stage", "days", "tell", "urgent", "organisation", "role", "process", "from", "citation");
    private static final Pattern DAYS = Pattern.compile("-?\\d{1,3}");
    private static final Set<String> TOLD = Stream.concat(
                    Stream.of(WORKER), Arrays.stream(Role.values()).map(Role::id))
            .collect(Collectors.toUnmodifiableSet());
    private static final int MOST_STAGES = 9;

    private LadderReader() {}

    /**
     * The steps of a file.
     *
     * @throws InvalidFileException with every error and its line
     */
    static List<LadderStep> read(Resource file) {
        return new YamlFile(file, (source, errors) -> new InvalidFileException("Các bậc nhắc hạn", source, errors))
                .read(LadderReader::steps);
    }

    private static List<LadderStep> steps(Node root, LineErrors errors) {
        List<LadderStep> steps = new ArrayList<>();
        for (YamlEntry entry : YamlEntry.list(root, "bậc nhắc hạn", KEYS, errors)) {
            Long stage = entry.requiredCount("stage", MOST_STAGES);
            String days = entry.required("days", DAYS, "số ngày từ -999 đến 999");
            List<YamlEntry.Text> tell = entry.requiredTexts("tell");
            tell.stream()
                    .filter(told -> !TOLD.contains(told.value()))
                    .forEach(told -> errors.add(told.line(), "không có người nhận '%s'", told.value()));
            String role = entry.optional("role");
            if (role != null && Role.of(role).isEmpty()) {
                errors.add(entry.line("role"), "không có vai trò '%s'", role);
            }
            LocalDate from = entry.requiredDate("from");
            entry.required("citation");
            if (stage != null && days != null && DAYS.matcher(days).matches() && from != null) {
                steps.add(new LadderStep(
                        stage.intValue(),
                        Integer.parseInt(days),
                        tell.stream().map(YamlEntry.Text::value).collect(Collectors.toSet()),
                        Boolean.parseBoolean(entry.optional("urgent")),
                        entry.optional("organisation"),
                        role,
                        entry.optional("process"),
                        from));
            }
        }
        int height = steps.stream().mapToInt(LadderStep::stage).max().orElse(1);
        IntStream.rangeClosed(1, height)
                .filter(stage -> steps.stream().noneMatch(step -> step.stage() == stage && step.isGeneral()))
                .forEach(stage -> errors.add(1, "bậc %d thiếu dòng chung", stage));
        return List.copyOf(steps);
    }
}
