package vn.lienket;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** LienKet: cooperation between provinces and a software park, run on Camunda 7. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LienKetApplication {

    public static void main(String[] args) {
        SpringApplication.run(LienKetApplication.class, args);
    }
}
