package vn.lienket.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.lienket.document.PdfTemplates;
import vn.lienket.document.WordTemplates;
import vn.lienket.page.Wording;
import vn.lienket.party.CooperationFields;
import vn.lienket.party.Organisation;
import vn.lienket.party.Parties;

/** The draft of an agreement as the template has it, in the same words as PDF and as DOCX. */
@Component
class AgreementPapers {

    private static final String TEMPLATE = "agreement/agreement";
    private static final Map<AgreementType, Pattern> TYPE_WORDS = Map.of(
            AgreementType.BTT, Pattern.compile("(?iu)^(?:bản )?thỏa thuận(?: hợp tác)?(?!\\p{L})[\\s:,–-]*"),
            AgreementType.BGN, Pattern.compile("(?iu)^(?:biên )?bản ghi nhớ(?!\\p{L})[\\s:,–-]*"));

    private final PdfTemplates pdfTemplates;
    private final WordTemplates wordTemplates;
    private final Parties parties;
    private final CooperationFields cooperationFields;

    AgreementPapers(
            PdfTemplates pdfTemplates,
            WordTemplates wordTemplates,
            Parties parties,
            CooperationFields cooperationFields) {
        this.pdfTemplates = pdfTemplates;
        this.wordTemplates = wordTemplates;
        this.parties = parties;
        this.cooperationFields = cooperationFields;
    }

    byte[] pdf(Agreement agreement) {
        return pdfTemplates.render(TEMPLATE, model(agreement));
    }

    byte[] word(Agreement agreement) {
        return wordTemplates.render(TEMPLATE, model(agreement));
    }

    private Map<String, Object> model(Agreement agreement) {
        List<Organisation> organisations = agreement.parties().stream()
                .map(party -> parties.acting(party.organisation()).orElseThrow())
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("typeName", agreement.type().label());
        model.put("about", about(agreement.type(), agreement.title()));
        model.put("caseCode", agreement.caseCode());
        model.put("parties", organisations);
        model.put("lead", parties.acting(agreement.leadOrganisation()).orElseThrow());
        model.put(
                "fields",
                agreement.cooperationFields().stream()
                        .map(code -> cooperationFields.find(code).orElseThrow().name())
                        .toList());
        model.put(
                "legalBasis",
                agreement
                        .legalBasis()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
        model.put("effectiveFrom", Wording.VIETNAMESE.day(agreement.effectiveFrom()));
        model.put("effectiveTo", Wording.VIETNAMESE.day(agreement.effectiveTo()));
        model.put("version", agreement.drafts().size() + 1);
        return model;
    }

    /** The title without the words of the type that it begins with, which stand above it; all of it if nothing else is left. */
    static String about(AgreementType type, String title) {
        String rest = TYPE_WORDS.get(type).matcher(title).replaceFirst("");
        return rest.isEmpty() ? title : rest.substring(0, 1).toUpperCase() + rest.substring(1);
    }
}
