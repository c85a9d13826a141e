package vn.lienket.document;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Stops the reading of parts at our own limit, so that no larger file reaches the disk first. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    private static final DataSize OTHER_PARTS = DataSize.ofMegabytes(1);

    @Bean
    MultipartConfigElement multipartConfigElement(DocumentProperties properties) {
        long limit = properties.maxSize().toBytes();
        return new MultipartConfigElement("", limit, limit + OTHER_PARTS.toBytes(), 0);
    }
}
