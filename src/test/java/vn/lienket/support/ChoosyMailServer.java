package vn.lienket.support;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A mail server that knows everybody but the addresses it is told to refuse for good, and that can be made to think about it. */
public class ChoosyMailServer extends GreenMail implements AutoCloseable {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    private final Semaphore asked = new Semaphore(0);
    private volatile CountDownLatch answers = new CountDownLatch(0);

    public ChoosyMailServer() {
        super(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        start();
    }

    public int port() {
        return getSmtp().getPort();
    }

    public void refuse(String address) {
        refused.add(address);
    }

    /** From now on no recipient is answered about. */
    public void think() {
        asked.drainPermits();
        answers = new CountDownLatch(1);
    }

    /** Waits for so many mails that wait for the answer. */
    public void awaitMails(int number) throws InterruptedException {
        if (!asked.tryAcquire(number, 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Not so many mails");
        }
    }

    public void answer() {
        answers.countDown();
    }

    public void knowEverybody() {
        refused.clear();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        SmtpManager choosy = new SmtpManager(managers.getImapHostManager(), managers.getUserManager()) {
            @Override
            public String checkRecipient(SmtpState state, MailAddress recipient) {
                asked.release();
                try {
                    answers.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return refused.contains(recipient.getEmail()) ? "550 5.1.1 no such user" : null;
            }
        };
        return super.createServices(setups, new Managers() {
            @Override
            public SmtpManager getSmtpManager() {
                return choosy;
            }

            @Override
            public UserManager getUserManager() {
                return managers.getUserManager();
            }

            @Override
            public ImapHostManager getImapHostManager() {
                return managers.getImapHostManager();
            }
        });
    }

    @Override
    public void close() {
        answer();
        stop();
    }
}
