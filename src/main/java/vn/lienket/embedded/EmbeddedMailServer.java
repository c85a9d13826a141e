package vn.lienket.embedded;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import org.springframework.stereotype.Component;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/**
 * The SMTP server of the embedded mode: on the loopback interface, for any recipient, without authentication. A mail is in the
 * mailbox table before the sender reads {@code 250}; if it cannot be stored, the sender reads {@code 451}.
 */
@Component
@ConditionalOnEmbeddedMode
public class EmbeddedMailServer {

    static final String HOST = "127.0.0.1";

    /** Where GreenMail leaves what it delivers: nowhere, so that its memory does not grow. */
    private static final GreenMailUser NOBODY = new UserImpl("nobody", "nobody", "", null) {
        @Override
        public void deliver(MovingMessage message) {
            // stored already
        }
    };

    private final Mailbox mailbox;
    private GreenMail server;
    private int port;

    EmbeddedMailServer(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Starts on a free port, later on the same one again; does nothing while it runs. */
    @PostConstruct
    public synchronized void start() {
        if (server != null) {
            return;
        }
        GreenMail starting = new GreenMail(new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP));
        starting.getUserManager().setMessageDeliveryHandler(this::store);
        starting.start();
        server = starting;
        port = starting.getSmtp().getPort();
    }

    /** Stops listening; whoever sends meets a refused connection. */
    @PreDestroy
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** The port, the same from the first start on. */
    public synchronized int port() {
        return port;
    }

    private GreenMailUser store(MovingMessage message, MailAddress recipient) throws MessagingException {
        // asked once per recipient, but all are stored with the first: one failure must not leave some of them
        if (recipient == message.getToAddresses().iterator().next()) {
            mailbox.store(
                    message.getReturnPath().getEmail(),
                    message.getToAddresses().stream().map(MailAddress::getEmail).toList(),
                    message.getMessage());
        }
        return NOBODY;
    }
}
