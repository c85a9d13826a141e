package vn.lienket.party;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the directory is.
 *
 * @param location a file path, or a Spring resource location such as {@code classpath:demo/directory.yaml}
 */
@ConfigurationProperties("lienket.directory")
record DirectoryProperties(String location) {}
