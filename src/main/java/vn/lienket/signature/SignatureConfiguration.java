package vn.lienket.signature;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.mode.Mode;

/** What signatures are verified with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignatureProperties.class)
class SignatureConfiguration {

    /** Where no directories are named, the embedded mode believes its own demonstration roots; production believes nobody. */
    @Bean
    TrustAnchors trustAnchors(
            SignatureProperties properties, Mode mode, @Value("${LIENKET_DATA_DIR:./data}") Path data) {
        Path demonstration = mode.embedded() ? data.resolve("signing").resolve("anchors") : null;
        return new TrustAnchors(
                orDemonstration(properties.anchors().ofState(), demonstration, "state"),
                orDemonstration(properties.anchors().ofPublic(), demonstration, "public"));
    }

    @Bean
    SignatureVerifier signatureVerifier(SignatureProperties properties, TrustAnchors anchors) {
        return new SignatureVerifier(properties, anchors, new Signers(properties.signers()));
    }

    private static Path orDemonstration(Path configured, Path demonstration, String root) {
        return configured == null && demonstration != null ? demonstration.resolve(root) : configured;
    }
}
