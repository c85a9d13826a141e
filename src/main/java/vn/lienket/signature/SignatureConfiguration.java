package vn.lienket.signature;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What signatures are verified with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignatureProperties.class, TimeStampProperties.class, RemoteProperties.class})
class SignatureConfiguration {

    /** Where no directories are named, the embedded mode believes its own demonstration roots; production believes nobody. */
    @Bean
    TrustAnchors trustAnchors(
            SignatureProperties properties,
            TimeStampProperties stamps,
            Optional<DemoKeys> demonstration,
            Optional<DemoTimeStamps> demoStamps) {
        Path roots = demonstration.map(DemoKeys::anchors).orElse(null);
        return new TrustAnchors(
                orDemonstration(properties.anchors().ofState(), roots, "state"),
                orDemonstration(properties.anchors().ofPublic(), roots, "public"),
                Optional.ofNullable(stamps.anchors().tsa())
                        .or(() -> demoStamps.map(DemoTimeStamps::anchors))
                        .orElse(null));
    }

    /** Where no authority is named, the embedded mode has its own; production has none. */
    @Bean
    TimeStamping timeStamping(TimeStampProperties properties, Optional<DemoTimeStamps> demonstration, Clock clock) {
        if (properties.configured()) {
            return TimeStamping.at(properties.tsa(), properties.tsaDeadline(), clock);
        }
        return demonstration
                .map(stamps -> TimeStamping.by(stamps::source, clock))
                .orElseGet(TimeStamping::none);
    }

    @Bean
    SignatureVerifier signatureVerifier(SignatureProperties properties, TrustAnchors anchors) {
        return new SignatureVerifier(properties, anchors, new Signers(properties.signers()));
    }

    /** Pictures of the seals of bodies, where a directory is named. */
    @Bean
    Seals seals(@Value("${lienket.seals:#{null}}") Path directory, SignatureProperties properties) {
        return directory == null ? Seals.DRAWN : Seals.in(directory, new Signers(properties.signers()));
    }

    private static Path orDemonstration(Path configured, Path roots, String root) {
        return configured == null && roots != null ? roots.resolve(root) : configured;
    }
}
