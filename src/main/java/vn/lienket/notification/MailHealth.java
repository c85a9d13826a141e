package vn.lienket.notification;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Says of a mail server that is away that the application works less well: everything goes on, and the mails wait. Whoever asks is told
 * what was last found, and never waits for the server.
 */
@Component("mailHealthIndicator")
class MailHealth implements HealthIndicator, DisposableBean {

    static final Status DEGRADED = new Status("DEGRADED", "Máy chủ thư không hoạt động; thư được gửi sau.");

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final JavaMailSenderImpl sender;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new CustomizableThreadFactory("mail-health-"));
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Health found = Health.unknown().build();
    private volatile long at = System.nanoTime() - FRESH.toNanos();

    MailHealth(JavaMailSenderImpl sender) {
        this.sender = sender;
    }

    @Override
    public Health health() {
        if (System.nanoTime() - at >= FRESH.toNanos() && asking.compareAndSet(false, true)) {
            thread.execute(this::ask);
        }
        return found;
    }

    private void ask() {
        try {
            sender.testConnection();
            found = Health.up().build();
        } catch (Exception away) {
            found = Health.status(DEGRADED)
                    .withDetail("reason", away.getClass().getSimpleName())
                    .build();
        } finally {
            at = System.nanoTime();
            asking.set(false);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
