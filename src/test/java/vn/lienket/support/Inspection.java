package vn.lienket.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A walk from page to page, on each of which is looked for what shuts people out: barriers, English words, ids in place of names. */
public final class Inspection {

    private static final Path TABLE = Path.of("target", "axe.md");
    private static final double SETTLING = 700;

    private final Map<String, List<String>> barriers = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    /** Looks at what the page shows once nothing is being loaded. */
    public void look(Page page, String name) {
        lookForBarriers(page, name);
        Wording.english(page).forEach(text -> findings.add("%s: English: %s".formatted(name, text)));
    }

    /** Looks at a page that quotes what others say in their language. */
    public void lookForBarriers(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(SETTLING);
        List<String> violations = AxeCore.violations(page);
        barriers.put(name, violations);
        violations.forEach(violation -> findings.add("%s: %s".formatted(name, violation)));
    }

    /** Looks in the same way, and for ids, which takes somebody who is signed in. */
    public void lookForIdsToo(Page page, String name) {
        look(page, name);
        Wording.ids(page).forEach(text -> findings.add("%s: id: %s".formatted(name, text)));
    }

    /** Fails with all that was found on the way since this was asked last, and writes down what each page was like so far. */
    public void findsNothing() {
        write();
        List<String> found = List.copyOf(findings);
        findings.clear();
        assertThat(found).isEmpty();
    }

    private void write() {
        StringBuilder table = new StringBuilder("| Page | Serious or critical |\n|---|---|\n");
        barriers.forEach((page, violations) -> table.append("| %s | %s |\n"
                .formatted(
                        page,
                        violations.isEmpty()
                                ? "none"
                                : String.join(
                                        ", ",
                                        violations.stream()
                                                .map(each -> each.substring(0, each.indexOf(':')))
                                                .toList()))));
        try {
            Files.writeString(TABLE, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
