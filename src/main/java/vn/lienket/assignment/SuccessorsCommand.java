package vn.lienket.assignment;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.command.OperatorCommand;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.page.Wording;
import vn.lienket.party.DirectoryFile;
import vn.lienket.party.InvalidDirectoryException;
import vn.lienket.party.Organisation;

/** Shows what a directory file would pass on to successors, before it is put in place. */
class SuccessorsCommand implements OperatorCommand {

    private static final Wording SAY = Wording.VIETNAMESE;

    @Override
    public String name() {
        return "successors";
    }

    @Override
    public String usage() {
        return "<tệp danh mục>: liệt kê những gì tệp này sẽ chuyển sang đơn vị kế thừa; không thay đổi gì";
    }

    @Override
    public int arguments() {
        return 1;
    }

    @Override
    public String run(List<String> arguments, ConfigurableEnvironment environment, JdbcClient database) {
        List<Organisation> organisations = organisations(arguments.get(0));
        OperatorCommand.requireTables(database, "lienket.succession");
        List<SuccessionPlan> plans = new SuccessionPlans(database, Clock.systemDefaultZone()).of(organisations);
        return plans.isEmpty()
                ? "Tệp không nêu đơn vị kế thừa nào."
                : plans.stream().map(SuccessorsCommand::inWords).collect(Collectors.joining("\n"));
    }

    private static List<Organisation> organisations(String file) {
        try {
            return new DirectoryFile(new FileSystemResource(file)).read().organisations();
        } catch (InvalidDirectoryException invalid) {
            throw new StartRefusedException(invalid.getMessage(), "Sửa tệp rồi chạy lại.");
        }
    }

    private static String inWords(SuccessionPlan plan) {
        return String.join(
                "\n",
                "%s → %s".formatted(plan.predecessor().name(), plan.successor().name()),
                "  Từ ngày: " + (plan.since() == null ? "chưa định (thiếu validTo)" : SAY.day(plan.since())),
                "  Tình trạng: " + state(plan),
                "  Người: " + plan.people(),
                "  Việc đang mở: " + list(plan.openTasks()),
                "  Hồ sơ đang mở do đơn vị chủ trì: " + plan.openCases(),
                "  Thỏa thuận đang có hiệu lực: " + plan.agreements(),
                "  Kênh hợp tác: " + list(plan.channels()),
                "  Số cuối trong các sổ năm nay: " + list(plan.registers()));
    }

    private static String state(SuccessionPlan plan) {
        if (plan.appliedAt() == null) {
            return "chưa thực hiện, còn đổi được";
        }
        return "đã thực hiện %s, đã chuyển %d việc%s"
                .formatted(
                        SAY.moment(plan.appliedAt()), plan.tasksPassed(), plan.isPassing() ? ", đang chuyển tiếp" : "");
    }

    private static String list(List<String> values) {
        return values.isEmpty() ? "không có" : String.join("; ", values);
    }
}
