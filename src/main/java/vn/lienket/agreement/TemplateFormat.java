package vn.lienket.agreement;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiFunction;
import vn.lienket.problem.ProblemException;

/** As what kind of file a draft is made from the template. */
public enum TemplateFormat {
    PDF("application/pdf", AgreementPapers::pdf),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", AgreementPapers::word);

    private final String mediaType;
    private final BiFunction<AgreementPapers, Agreement, byte[]> rendering;

    TemplateFormat(String mediaType, BiFunction<AgreementPapers, Agreement, byte[]> rendering) {
        this.mediaType = mediaType;
        this.rendering = rendering;
    }

    /** The format that a caller names {@code pdf} or {@code docx}; 400 for any other. */
    public static TemplateFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("format", "Loại tệp (format): chọn docx hoặc pdf."));
    }

    public String mediaType() {
        return mediaType;
    }

    /** The usual extension, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] render(AgreementPapers papers, Agreement agreement) {
        return rendering.apply(papers, agreement);
    }
}
