package vn.lienket.cases;

import java.time.Instant;
import java.util.List;

/** One page of a module's cases, newest first, as its {@code GET} shows it. */
public record CaseList(List<Item> items, int page, int size, long total) {

    /** One case. */
    public record Item(
            String caseCode,
            String title,
            int caseStatus,
            String caseStatusName,
            String channel,
            String leadOrganisation,
            Instant openedAt) {}

    static CaseList of(DossierPage page) {
        return new CaseList(page.items().stream().map(CaseList::item).toList(), page.page(), page.size(), page.total());
    }

    private static Item item(Dossier dossier) {
        return new Item(
                dossier.code(),
                dossier.title(),
                dossier.status().number(),
                dossier.status().label(),
                dossier.channel(),
                dossier.leadOrganisation(),
                dossier.openedAt());
    }
}
