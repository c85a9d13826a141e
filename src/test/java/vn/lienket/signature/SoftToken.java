package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A token of SoftHSM in a folder of its own. Where it is not installed the test skips, unless {@code LIENKET_REQUIRE_SOFTHSM=true}. It is
 * used from other processes: the library finds its folder by a variable of the environment.
 */
final class SoftToken {

    static final String PIN = "24681357";

    private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");

    private final Path library;
    private final Path folder;
    private final String slot;

    private SoftToken(Path library, Path folder, String slot) {
        this.library = library;
        this.folder = folder;
        this.slot = slot;
    }

    /** A new token with the keys of a PKCS#12 file that the PIN opens too. */
    static SoftToken with(Path folder, Path keys) throws Exception {
        Optional<Path> library = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
        if ("true".equals(System.getenv("LIENKET_REQUIRE_SOFTHSM"))) {
            assertThat(library)
                    .as("SoftHSM, which LIENKET_REQUIRE_SOFTHSM asks for")
                    .isPresent();
        }
        assumeTrue(library.isPresent(), "no SoftHSM on this machine (Debian: softhsm2)");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = %s%nobjectstore.backend = file%n".formatted(folder.resolve("tokens")));
        String made = run(
                folder,
                List.of(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        "lienket",
                        "--so-pin",
                        PIN,
                        "--pin",
                        PIN));
        Matcher found = SLOT.matcher(made);
        assertThat(found.find()).as(made).isTrue();
        SoftToken token = new SoftToken(library.get(), folder, found.group(1));
        List<String> writer = List.of(
                SoftToken.class.getName(),
                token.library.toString(),
                token.slot,
                keys.toAbsolutePath().toString());
        run(folder, java(writer));
        return token;
    }

    /** As the agent is told of it. */
    List<String> options() {
        return List.of("--pkcs11", library.toString(), "--slot", slot);
    }

    Map<String, String> environment() {
        return environment(folder);
    }

    /** The command that runs a class of this class path. */
    static List<String> java(List<String> arguments) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                        arguments.stream())
                .toList();
    }

    private static Map<String, String> environment(Path folder) {
        return Map.of("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment(folder));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** Writes the keys onto the token, as its maker would. */
    public static void main(String[] arguments) throws Exception {
        KeyStore file = KeyStore.getInstance("PKCS12");
        file.load(Files.newInputStream(Path.of(arguments[2])), PIN.toCharArray());
        AuthProvider provider = KeyToken.provider(Path.of(arguments[0]), Long.parseLong(arguments[1]));
        KeyStore token = KeyStore.getInstance("PKCS11", provider);
        token.load(null, PIN.toCharArray());
        for (String alias : Collections.list(file.aliases())) {
            token.setKeyEntry(alias, file.getKey(alias, PIN.toCharArray()), null, file.getCertificateChain(alias));
        }
        token.store(null, null);
    }
}
