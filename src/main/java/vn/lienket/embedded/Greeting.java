package vn.lienket.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienket.mode.ConditionalOnEmbeddedMode;

/** Tells whoever started the embedded mode where to go. */
@Component
@ConditionalOnEmbeddedMode
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context) {
            String address = "http://localhost:" + context.getWebServer().getPort();
            LOG.info("""


                      LienKet đã sẵn sàng (chế độ nhúng, chỉ nghe trên máy này)

                        Ứng dụng    %1$s/
                        Hộp thư     %1$s/mailbox
                        Người dùng  liệt kê ở trang đầu và trong README.md; mật khẩu chung: lienket
                    """.formatted(address));
        }
    }
}
