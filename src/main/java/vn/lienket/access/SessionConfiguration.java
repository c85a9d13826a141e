package vn.lienket.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.session.DefaultCookieSerializerCustomizer;
import org.springframework.boot.autoconfigure.session.SessionProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.crypto.keygen.BytesKeyGenerator;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.database.Work;

/** How sessions are kept in the database. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "lienket.spring_session")
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    private static final int ID_BYTES = 27;

    private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
            "vn.lienket.**;java.lang.*;java.util.*;java.time.*;java.net.*;org.springframework.security.**;com.nimbusds.**;net.minidev.**;!*");

    /** 216 bits, in as many characters as the column has. */
    @Bean
    SessionIdGenerator sessionIds() {
        BytesKeyGenerator random = KeyGenerators.secureRandom(ID_BYTES);
        return () -> Base64.getUrlEncoder().encodeToString(random.generateKey());
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTimeout(
            SessionProperties sessions, ServerProperties server) {
        Duration timeout =
                sessions.determineTimeout(() -> server.getServlet().getSession().getTimeout());
        return repository -> repository.setDefaultMaxInactiveInterval(timeout);
    }

    /** What requests use, instead of the one behind it. */
    @Bean
    @Primary
    FindByIndexNameSessionRepository<? extends Session> sessionsInUse(JdbcIndexedSessionRepository stored) {
        return new SparingSessionRepository<>(stored);
    }

    /** Found by its name. A session is found while all other connections are waited for. */
    @Bean(defaultCandidate = false)
    TransactionOperations springSessionTransactionOperations(PlatformTransactionManager transactionManager) {
        TransactionTemplate transaction = new TransactionTemplate(transactionManager);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                return Work.SESSION.within(() -> transaction.execute(action));
            }
        };
    }

    /** The ids are words for a cookie as they are; what a caller encodes is never decoded. */
    @Bean
    DefaultCookieSerializerCustomizer plainSessionCookie() {
        return cookie -> cookie.setUseBase64Encoding(false);
    }

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
