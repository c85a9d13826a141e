package vn.lienket.transfer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienket.document.PdfTemplates;
import vn.lienket.page.Wording;
import vn.lienket.party.Parties;

/** The transfer contract as PDF. */
@Component
class TransferDocuments {

    private final PdfTemplates templates;
    private final ContractClauses clauses;
    private final Parties parties;
    private final Clock clock;

    TransferDocuments(PdfTemplates templates, ContractClauses clauses, Parties parties, Clock clock) {
        this.templates = templates;
        this.clauses = clauses;
        this.parties = parties;
        this.clock = clock;
    }

    /** An article of the contract; the text's lines are its paragraphs. */
    public record Article(String name, List<String> lines, boolean missing) {}

    /** The draft that the parties approve; what is missing is named in it. */
    byte[] contract(TransferCase found) {
        return contract(found, null);
    }

    /** The agreed contract under its number. */
    byte[] contract(TransferCase found, String number) {
        Map<String, Object> model = new HashMap<>();
        model.put("caseCode", found.caseCode());
        model.put("version", found.plan().version());
        model.put("title", found.title());
        model.put("number", number);
        model.put("date", LocalDate.now(clock));
        model.put("provider", parties.acting(found.providingOrganisation()).orElseThrow());
        model.put("requester", parties.acting(found.requestingOrganisation()).orElseThrow());
        model.put(
                "articles",
                clauses.all().stream()
                        .map(clause -> article(found, clause))
                        .filter(article -> !article.lines().isEmpty() || article.missing())
                        .toList());
        model.put("items", found.plan().items());
        model.put("neededBy", Wording.VIETNAMESE.day(found.need().neededBy()));
        return templates.render("transfer/contract", model);
    }

    private static Article article(TransferCase found, ContractClause clause) {
        List<String> lines = found.plan().clauses().stream()
                .filter(written -> written.clause().equals(clause.id()))
                .flatMap(written -> written.text().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Article(clause.name(), lines, lines.isEmpty() && clause.mandatory());
    }
}
