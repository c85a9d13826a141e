package vn.lienket.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a file may hold once it is unpacked.
 *
 * @param maxEntries entries of a zip file
 * @param maxUnpacked all entries of an office document together
 * @param maxPart one entry of an office document
 * @param maxTableUnpacked all entries of a table for the registry together
 * @param maxTablePart one entry of such a table: the sheet of a million enterprises
 * @param maxDirectoryPart the content types, and each part with relationships or properties: libraries hold them in memory
 * @param maxRatio unpacked to packed size of an entry that is larger than {@code ratioFrom}
 * @param ratioFrom smaller entries may be packed as tightly as they like
 * @param maxPdfStream one stream of a PDF; pictures do not count, nothing in here unpacks them
 * @param maxPdfUnpacked all streams of a PDF together, without pictures
 * @param maxPdfObjects objects of a PDF
 */
@ConfigurationProperties("lienket.content")
record ContentProperties(
        @DefaultValue("2000") int maxEntries,
        @DefaultValue("200MB") DataSize maxUnpacked,
        @DefaultValue("100MB") DataSize maxPart,
        @DefaultValue("1GB") DataSize maxTableUnpacked,
        @DefaultValue("800MB") DataSize maxTablePart,
        @DefaultValue("2MB") DataSize maxDirectoryPart,
        @DefaultValue("200") int maxRatio,
        @DefaultValue("10MB") DataSize ratioFrom,
        @DefaultValue("64MB") DataSize maxPdfStream,
        @DefaultValue("512MB") DataSize maxPdfUnpacked,
        @DefaultValue("300000") int maxPdfObjects) {

    ZipLimits document() {
        return new ZipLimits(maxEntries, maxUnpacked, maxPart, maxDirectoryPart, maxRatio, ratioFrom);
    }

    ZipLimits table() {
        return new ZipLimits(maxEntries, maxTableUnpacked, maxTablePart, maxDirectoryPart, maxRatio, ratioFrom);
    }
}
