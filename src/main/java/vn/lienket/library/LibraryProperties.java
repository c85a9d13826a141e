package vn.lienket.library;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param deadline how long a file may take to be read as a whole, well within the lock of a job
 */
@ConfigurationProperties("lienket.library")
record LibraryProperties(@DefaultValue("60s") Duration deadline) {}
