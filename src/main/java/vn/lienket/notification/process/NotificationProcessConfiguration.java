package vn.lienket.notification.process;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienket.notification.MailProcess;

@Configuration(proxyBeanMethods = false)
class NotificationProcessConfiguration {

    @Bean
    MailProcess mailProcess() {
        return () -> NotificationModel.PROCESS;
    }
}
