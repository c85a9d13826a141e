package vn.lienket.signature;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Another rule of who signs, until it is closed. */
public final class SigningRule implements AutoCloseable {

    private final SigningRules rules;

    private SigningRule(SigningRules rules) {
        this.rules = rules;
    }

    /** @param content of a file like {@code reference/signing.yaml} */
    public static SigningRule of(SigningRules rules, String content) {
        rules.read(new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8), "signing.yaml"));
        return new SigningRule(rules);
    }

    @Override
    public void close() {
        rules.read(new ClassPathResource("reference/signing.yaml"));
    }
}
