package vn.lienket.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;

/** How sessions are kept in the database. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "vn.lienket.**;java.lang.*;java.util.*;java.time.*;java.net.*;org.springframework.security.**;com.nimbusds.**;net.minidev.**;!*");

    /** Found by its name. */
    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionConfiguration::read);
        return conversion;
    }

    /** Null for what another version of the application has written: its owner signs in again. */
    private static Object read(byte[] stored) {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(stored))) {
            stream.setObjectInputFilter(KNOWN);
            return stream.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.warn("A session of another version is not continued: {}", e.getMessage());
            return null;
        }
    }
}
