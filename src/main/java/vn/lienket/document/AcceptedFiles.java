package vn.lienket.document;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/**
 * Which files are accepted, for whoever is to choose one.
 *
 * @param types in words
 * @param extensions as the attribute {@code accept} of a page has them
 * @param megabytes of the largest
 */
public record AcceptedFiles(String types, String extensions, long megabytes) {

    static AcceptedFiles upTo(DataSize size) {
        return new AcceptedFiles(
                Arrays.stream(FileType.values()).map(FileType::name).collect(Collectors.joining(", "))
                        + ", không có macro, không đặt mật khẩu",
                Arrays.stream(FileType.values())
                        .flatMap(type -> type.extensions().stream())
                        .map(extension -> "." + extension)
                        .collect(Collectors.joining(",")),
                size.toMegabytes());
    }
}
