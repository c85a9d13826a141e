package vn.lienket.content;

import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** What a zip file of one use may hold. */
record ZipLimits(int entries, DataSize unpacked, DataSize part, DataSize directoryPart, int ratio, DataSize ratioFrom) {

    /** What this entry may hold by its name: libraries keep the parts that describe the others in memory. */
    DataSize partNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean describes =
                lower.equals("[content_types].xml") || lower.endsWith(".rels") || lower.startsWith("docprops/");
        return describes ? directoryPart : part;
    }
}
