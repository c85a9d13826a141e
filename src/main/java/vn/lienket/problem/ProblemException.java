package vn.lienket.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/**
 * A request that is refused. The message is a Vietnamese sentence meant for the user; nothing has been changed when it is thrown
 * (the transaction rolls back). Every door shows it: RFC 9457 in {@code /api/v1}, the engine's own error body in
 * {@code /engine-rest} and in the web applications.
 */
public final class ProblemException extends RuntimeException {

    /** The kind of refusal, with its HTTP status. */
    public enum Kind {
        INVALID(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status of this kind. */
        public int status() {
            return status;
        }
    }

    /**
     * One wrong field.
     *
     * @param name the field as the form and the API call it
     * @param message what is wrong, in Vietnamese, naming the field as the user sees it
     */
    public record Field(String name, String message) {}

    private final Kind kind;
    private final transient List<Field> fields;

    private ProblemException(Kind kind, String message, List<Field> fields) {
        super(message);
        this.kind = kind;
        this.fields = List.copyOf(fields);
    }

    /** One missing or wrong field: 400. */
    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new Field(field, message)));
    }

    /** Several missing or wrong fields: 400; the message joins their sentences. */
    public static ProblemException invalid(List<Field> fields) {
        return new ProblemException(
                Kind.INVALID, fields.stream().map(Field::message).collect(Collectors.joining(" ")), fields);
    }

    /** The user may not do or see this: 403. */
    public static ProblemException forbidden(String message) {
        return new ProblemException(Kind.FORBIDDEN, message, List.of());
    }

    /** There is no such thing, or the user may not know of it: 404. */
    public static ProblemException notFound(String message) {
        return new ProblemException(Kind.NOT_FOUND, message, List.of());
    }

    /** The state of the case does not allow this (any more): 409. */
    public static ProblemException conflict(String message) {
        return new ProblemException(Kind.CONFLICT, message, List.of());
    }

    /** The same, because of what one field says. */
    public static ProblemException conflict(String field, String message) {
        return new ProblemException(Kind.CONFLICT, message, List.of(new Field(field, message)));
    }

    /** An upload above the limit: 413. */
    public static ProblemException tooLarge(String message) {
        return new ProblemException(Kind.TOO_LARGE, message, List.of());
    }

    /** An upload above this limit, which the sentence names: 413. */
    public static ProblemException tooLarge(DataSize limit) {
        String size = limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toKilobytes() + " KB";
        return tooLarge("Tệp lớn hơn giới hạn %s.".formatted(size));
    }

    /** Nothing is wrong with the request, but what it needs does not answer or takes too long now: 503, to be tried again later. */
    public static ProblemException busy(String message) {
        return new ProblemException(Kind.BUSY, message, List.of());
    }

    /** The refusal that this failure is, or that caused it: the engine wraps those of its listeners. */
    public static Optional<ProblemException> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst();
    }

    public Kind kind() {
        return kind;
    }

    /** The message as a page says it: readers of pages do not know what the API calls a field. */
    public String onPage() {
        String sentence = getMessage();
        for (Field field : fields()) {
            sentence = sentence.replace(" (%s)".formatted(field.name()), "");
        }
        return sentence;
    }

    /** The wrong fields; empty unless the kind is {@link Kind#INVALID}. */
    public List<Field> fields() {
        return fields == null ? List.of() : fields;
    }
}
