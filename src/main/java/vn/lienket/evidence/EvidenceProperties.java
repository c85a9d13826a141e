package vn.lienket.evidence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param deadline of all that is verified for one sheet, well within the lock of a job
 * @param maxAttached a larger signed file is named in its sheet, not put into it
 * @param checkDeadline of the check of one file
 * @param checksAtOnce how many files are checked at a time on a node
 */
@ConfigurationProperties("lienket.evidence")
record EvidenceProperties(
        @DefaultValue("90s") Duration deadline,
        @DefaultValue("20MB") DataSize maxAttached,
        @DefaultValue("30s") Duration checkDeadline,
        @DefaultValue("4") int checksAtOnce) {}
