package vn.lienket.signature;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Services that hold the keys of signers and sign with them.
 *
 * @param services by the id of the organisation whose people have keys there
 * @param deadline of all that one signature asks of a service
 * @param maxAnswer one answer of it
 */
@ConfigurationProperties("lienket.signature.remote")
record RemoteProperties(
        @DefaultValue Map<String, Service> services,
        @DefaultValue("60s") Duration deadline,
        @DefaultValue("1MB") DataSize maxAnswer) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * One of them.
     *
     * @param baseUrl under which the functions of the API are, e.g. {@code https://csc.example.vn/csc/v2}
     * @param clientId with which the product asks for its token
     * @param users what the service calls people, by their ids; who is not named has his id there too
     */
    record Service(
            URI baseUrl,
            String clientId,
            String clientSecret,
            @DefaultValue Map<String, String> users) {

        Service {
            if (baseUrl == null || clientId == null || clientSecret == null) {
                throw new IllegalArgumentException("Dịch vụ ký từ xa: thiếu base-url, client-id hoặc client-secret.");
            }
            if (!"https".equals(baseUrl.getScheme()) && !THIS_MACHINE.contains(baseUrl.getHost())) {
                throw new IllegalArgumentException("Dịch vụ ký từ xa: base-url phải bắt đầu bằng https://.");
            }
        }

        /** What the service calls a person. */
        String userOf(String person) {
            return users.getOrDefault(person, person);
        }

        @Override
        public String toString() {
            return baseUrl.toString();
        }
    }
}
