package vn.lienket.access;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What a body of one kind may be.
 *
 * @param limit its bytes
 * @param sentence the refusal of a larger one, for the user
 * @param pace how fast it has to come
 */
record BodyRule(DataSize limit, String sentence, Pace pace) {

    private static final Pace AT_ONCE = new Pace(Duration.ofSeconds(20), 0);
    private static final Pace BY_SIZE = new Pace(Duration.ofSeconds(20), 32 * 1024L);

    /** A web form. */
    static final BodyRule FORM =
            new BodyRule(DataSize.ofKilobytes(64), "Nội dung biểu mẫu gửi lên lớn hơn giới hạn 64 KB.", AT_ONCE);

    /** Anything that is neither a form nor a file. */
    static final BodyRule OTHER =
            new BodyRule(DataSize.ofMegabytes(1), "Nội dung gửi lên lớn hơn giới hạn 1 MB.", AT_ONCE);

    /** A file, with some room for the fields beside it. */
    static BodyRule upload(DataSize file, DataSize request) {
        return new BodyRule(request, "Tệp lớn hơn giới hạn %d MB.".formatted(file.toMegabytes()), BY_SIZE);
    }

    /** Several files, together as large as one may be. */
    static BodyRule files(DataSize file, DataSize request) {
        return new BodyRule(
                request,
                "Các tệp gửi một lần lớn hơn giới hạn %d MB. Hãy quay lại trang trước, chọn lại tệp rồi gửi."
                        .formatted(file.toMegabytes()),
                BY_SIZE);
    }
}
