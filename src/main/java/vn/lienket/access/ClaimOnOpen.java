package vn.lienket.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.mode.StartRefusedException;
import vn.lienket.party.DirectoryApplied;
import vn.lienket.party.Organisation;
import vn.lienket.party.User;

/** In which offices a task that waits in a group becomes a person's when he opens it; who only watches, or is of no office, takes none. */
@Component
@EnableConfigurationProperties(TasklistProperties.class)
class ClaimOnOpen {

    private static final List<String> ALL = List.of("all");
    private static final List<String> NONE = List.of("none");

    private final List<String> offices;

    ClaimOnOpen(TasklistProperties properties) {
        this.offices = properties.claimOnOpen().isEmpty() ? ALL : properties.claimOnOpen();
    }

    boolean by(User user) {
        return user.organisation() != null
                && !user.onlyWatches()
                && !offices.equals(NONE)
                && (offices.equals(ALL) || offices.contains(user.organisation()));
    }

    /** At every start: a misspelt organisation would be one whose wish nobody follows. */
    @EventListener
    void on(DirectoryApplied applied) {
        if (offices.equals(ALL) || offices.equals(NONE)) {
            return;
        }
        Set<String> known = applied.snapshot().organisations().stream()
                .map(Organisation::id)
                .collect(Collectors.toSet());
        String unknown =
                offices.stream().filter(office -> !known.contains(office)).collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new StartRefusedException(
                    "LIENKET_CLAIM_ON_OPEN: không có tổ chức %s trong danh mục.".formatted(unknown),
                    "Ghi mã tổ chức như trong danh mục, cách nhau bằng dấu phẩy, hoặc chỉ ghi all (mọi tổ chức) hay none"
                            + " (không tổ chức nào), rồi khởi động lại.");
        }
    }
}
