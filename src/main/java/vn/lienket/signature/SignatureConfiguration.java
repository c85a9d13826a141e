package vn.lienket.signature;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What signatures are verified with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignatureProperties.class, RemoteProperties.class})
class SignatureConfiguration {

    /** Where no directories are named, the embedded mode believes its own demonstration roots; production believes nobody. */
    @Bean
    TrustAnchors trustAnchors(SignatureProperties properties, Optional<DemoKeys> demonstration) {
        Path roots = demonstration.map(DemoKeys::anchors).orElse(null);
        return new TrustAnchors(
                orDemonstration(properties.anchors().ofState(), roots, "state"),
                orDemonstration(properties.anchors().ofPublic(), roots, "public"));
    }

    @Bean
    SignatureVerifier signatureVerifier(SignatureProperties properties, TrustAnchors anchors) {
        return new SignatureVerifier(properties, anchors, new Signers(properties.signers()));
    }

    private static Path orDemonstration(Path configured, Path roots, String root) {
        return configured == null && roots != null ? roots.resolve(root) : configured;
    }
}
