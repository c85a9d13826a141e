package vn.lienket.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people work in Tasklist.
 *
 * @param claimOnOpen ids of the organisations whose people take a task by opening it; {@code all} (also if empty) or {@code none}
 */
@ConfigurationProperties("lienket.tasklist")
record TasklistProperties(List<String> claimOnOpen) {

    TasklistProperties {
        claimOnOpen = claimOnOpen == null
                ? List.of()
                : claimOnOpen.stream()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
    }
}
