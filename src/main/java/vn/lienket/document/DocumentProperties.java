package vn.lienket.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of stored documents.
 *
 * @param maxSize the largest file that is accepted
 */
@ConfigurationProperties("lienket.document")
record DocumentProperties(@DefaultValue("50MB") DataSize maxSize) {}
