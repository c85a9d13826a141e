package vn.lienket.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives enterprises their size by today's rule. */
@Component
class Sizing {

    private final ObjectProvider<EnterpriseSizes> rule;
    private final Clock clock;

    Sizing(ObjectProvider<EnterpriseSizes> rule, Clock clock) {
        this.rule = rule;
        this.clock = clock;
    }

    List<Enterprise> sized(List<Enterprise> enterprises) {
        EnterpriseSizes sizes = rule.getIfAvailable();
        if (sizes == null || enterprises.isEmpty()) {
            return enterprises;
        }
        List<Optional<String>> found = sizes.sizesOf(enterprises, LocalDate.now(clock));
        return IntStream.range(0, enterprises.size())
                .mapToObj(i -> enterprises.get(i).withSize(found.get(i).orElse(null)))
                .toList();
    }
}
