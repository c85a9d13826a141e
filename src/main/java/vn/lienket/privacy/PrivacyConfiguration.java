package vn.lienket.privacy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    PersonalData personalData() {
        return PersonalDataReader.read(new ClassPathResource("reference/personal-data.yaml"));
    }
}
