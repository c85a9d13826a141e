package vn.lienket.document;

import jakarta.servlet.MultipartConfigElement;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Makes the servlet container stop at our own limit, so that no larger file reaches the disk first. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final DataSize OTHER_PARTS = DataSize.ofMegabytes(1);

    @Bean
    MultipartConfigElement multipartConfigElement(DocumentProperties properties) {
        long limit = properties.maxSize().toBytes();
        return new MultipartConfigElement("", limit, limit + OTHER_PARTS.toBytes(), 0);
    }

    /** Reads a moderately too large upload to its end without keeping it: a browser shows the answer only then. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedUploads(DocumentProperties properties) {
        int swallowed =
                (int) Math.min(Integer.MAX_VALUE, 2 * properties.maxSize().toBytes());
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(swallowed);
            }
        });
    }
}
