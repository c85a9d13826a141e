package vn.lienket.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Takes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} from the reverse proxies that the operator names, and from nobody
 * else; no other such header counts from anybody.
 */
@Component
class TrustedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final AccessProperties properties;

    TrustedProxies(AccessProperties properties) {
        this.properties = properties;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (properties.proxies().isEmpty()) {
            return;
        }
        RemoteIpValve valve = new RemoteIpValve();
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setInternalProxies(addresses().stream()
                .map(InetAddress::getHostAddress)
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
        valve.setTrustedProxies(null);
        server.addEngineValves(valve);
    }

    /** Their addresses at this moment. */
    Set<InetAddress> addresses() {
        return properties.proxies().stream().flatMap(TrustedProxies::addresses).collect(Collectors.toSet());
    }

    private static Stream<InetAddress> addresses(String proxy) {
        try {
            return Arrays.stream(InetAddress.getAllByName(proxy));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("LIENKET_PROXIES: không tìm thấy máy “" + proxy + "”.", e);
        }
    }
}
