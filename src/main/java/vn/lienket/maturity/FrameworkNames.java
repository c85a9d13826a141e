package vn.lienket.maturity;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienket.party.NameSource;
import vn.lienket.party.User;

/** What the frameworks are called, those no longer in force too. */
@Component
class FrameworkNames implements NameSource {

    private final MaturityFrameworks frameworks;

    FrameworkNames(MaturityFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    @Override
    public Map<Subject, Map<String, String>> names(User user) {
        return Map.of(
                Subject.FRAMEWORKS,
                frameworks.all().stream()
                        .collect(Collectors.toMap(MaturityFramework::version, MaturityFramework::name)));
    }
}
