package vn.lienket.signature;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.springframework.util.unit.DataSize;
import vn.lienket.content.InTime;

/**
 * Asks certification authorities what they say of a certificate. The addresses stand in a file from outside, so nothing but HTTP goes
 * out, to no host inside, no answer leads to another address, and everything that one verification asks has one deadline.
 */
final class RevocationClient implements DataLoader {

    private static final int OK = 200;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final transient HttpClient client;
    private final String contentType;
    private final boolean insideHosts;
    private final DataSize maxAnswer;
    private final long deadline;

    /** @param budget of all questions together, from now on */
    RevocationClient(HttpClient client, Duration budget, DataSize maxAnswer, boolean insideHosts) {
        this(client, "application/ocsp-request", budget, maxAnswer, insideHosts);
    }

    private RevocationClient(
            HttpClient client, String contentType, Duration budget, DataSize maxAnswer, boolean insideHosts) {
        this.client = client;
        this.contentType = contentType;
        this.insideHosts = insideHosts;
        this.maxAnswer = maxAnswer;
        this.deadline = System.nanoTime() + budget.toNanos();
    }

    /** One that asks a time-stamping authority, whose address is configured, so that it may be inside. */
    static RevocationClient stamping(HttpClient client, Duration budget, DataSize maxAnswer) {
        return new RevocationClient(client, "application/timestamp-query", budget, maxAnswer, true);
    }

    /** One that follows no redirects; it may serve any number of verifications. */
    static HttpClient http() {
        return HttpClient.newBuilder()
                // responders of authorities stumble over the offer of a newer one
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    @Override
    public byte[] get(String url) {
        return ask(url, HttpRequest.newBuilder().GET());
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("no address");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return ask(
                url,
                HttpRequest.newBuilder().header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(content)));
    }

    @Override
    public void setContentType(String contentType) {
        // each question has its own
    }

    private byte[] ask(String url, HttpRequest.Builder request) {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative()) {
            throw new DSSExternalResourceException("no time left for " + url);
        }
        try {
            return InTime.call(
                    "revocation",
                    left,
                    () -> answer(request.uri(allowed(url)).timeout(left).build()));
        } catch (TimeoutException | ExecutionException | IllegalArgumentException e) {
            throw new DSSExternalResourceException("no answer from %s: %s".formatted(url, e), e);
        }
    }

    private byte[] answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = sent(request);
        try (InputStream body = response.body()) {
            if (response.statusCode() != OK) {
                throw new IOException("status " + response.statusCode());
            }
            byte[] answer = body.readNBytes((int) maxAnswer.toBytes() + 1);
            if (answer.length > maxAnswer.toBytes()) {
                throw new IOException("more than " + maxAnswer);
            }
            return answer;
        }
    }

    /** Once more after a failure: a connection that was kept may just have been closed at the other end. */
    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException once) {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        }
    }

    private URI allowed(String url) throws IOException {
        URI uri = URI.create(url);
        if (uri.getScheme() == null
                || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                || uri.getHost() == null
                || !insideHosts && inside(uri.getHost())) {
            throw new IOException("not an address to be asked");
        }
        return uri;
    }

    private static boolean inside(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            // fc00::/7 is the private network of IPv6, which Java does not know as one
            boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || unique) {
                return true;
            }
        }
        return false;
    }
}
