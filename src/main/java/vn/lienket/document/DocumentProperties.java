package vn.lienket.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of stored documents.
 *
 * @param maxSize the largest file that is accepted
 * @param maxUnused how much a person may upload within a day that no case holds
 */
@ConfigurationProperties("lienket.document")
record DocumentProperties(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("1GB") DataSize maxUnused) {}
