package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.support.Chromium;
import vn.lienket.support.IntegrationTest;

/** What a browser fetches for the four web applications: little at first, and of what has not changed next to nothing again. */
@IntegrationTest
class WebappLoadTest {

    private static final Pattern FILE = Pattern.compile("https?://[^?]*\\.\\w+(\\?.*)?");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @ParameterizedTest
    @CsvSource({
        "binhduong.officer1, tasklist, 1_200_000, Việc cần làm",
        "admin,              cockpit,  1_400_000, Giám sát",
        "admin,              admin,    1_200_000, Quản trị",
        "admin,              welcome,  1_100_000, Trang chào"
    })
    void theFirstLoadIsLightAndTheSecondAsksForTheConfigurationOnly(
            String user, String application, String most, String name) {
        Page page = CHROMIUM.signIn(user);
        Network network = new Network(page);
        network.forget();

        List<Fetched> first = network.open(application);
        assertThat(page.title()).startsWith("LienKet " + name).doesNotContain("_");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("vi");
        CHROMIUM.picture(page, application);
        List<Fetched> second = network.open(application);

        assertThat(first).noneMatch(file -> file.address().contains("IBMPlex"));
        assertThat(first.stream().mapToLong(Fetched::bytes).sum())
                .as("%s", first)
                .isLessThan(Long.parseLong(most.replace("_", "")));
        assertThat(second)
                .filteredOn(file -> FILE.matcher(file.address()).matches())
                .singleElement()
                .satisfies(file -> assertThat(file.address()).contains("/scripts/config.js?bust="));
    }

    @Test
    void theBrotliOfTheLargestFileIsTheFile() throws IOException, NoSuchAlgorithmException {
        byte[] stock = new ClassPathResource("META-INF/resources/webjars/camunda/lib/deps.js").getContentAsByteArray();
        Page page = CHROMIUM.open("/");

        Object sent = page.evaluate("""
                async () => {
                  const answer = await fetch('/camunda/lib/deps.js?bust=7.24.0');
                  const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
                  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
                }""");

        assertThat(sent)
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(stock)));
    }

    private record Fetched(String address, long bytes) {}

    /** Counts what comes over the wire, not out of the browser's cache. */
    private static final class Network {

        private final Page page;
        private final CDPSession session;
        private final Map<String, Fetched> fetched = new LinkedHashMap<>();

        private Network(Page page) {
            this.page = page;
            session = page.context().newCDPSession(page);
            session.on("Network.responseReceived", event -> {
                JsonObject response = event.getAsJsonObject("response");
                String address = response.get("url").getAsString();
                boolean cached = response.has("fromDiskCache")
                        && response.get("fromDiskCache").getAsBoolean();
                if (!cached && !address.startsWith("data:")) {
                    fetched.put(id(event), new Fetched(address, 0));
                }
            });
            session.on("Network.loadingFinished", event -> {
                long bytes = event.get("encodedDataLength").getAsLong();
                // out of memory, nothing comes over the wire
                fetched.computeIfPresent(
                        id(event), (id, file) -> bytes == 0 ? null : new Fetched(file.address(), bytes));
            });
            session.send("Network.enable");
        }

        private void forget() {
            session.send("Network.clearBrowserCache");
        }

        private List<Fetched> open(String application) {
            page.navigate("about:blank");
            fetched.clear();
            page.navigate("/camunda/app/%s/default/".formatted(application));
            page.locator("li.account").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            return List.copyOf(fetched.values());
        }

        private static String id(JsonObject event) {
            return event.get("requestId").getAsString();
        }
    }
}
