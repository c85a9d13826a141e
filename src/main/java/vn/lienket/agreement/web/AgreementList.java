package vn.lienket.agreement.web;

import java.time.Instant;
import java.util.List;
import vn.lienket.dossier.Dossier;
import vn.lienket.dossier.DossierPage;

/** One page of agreements, newest first. */
record AgreementList(List<Item> items, int page, int size, long total) {

    record Item(
            String caseCode,
            String title,
            int caseStatus,
            String caseStatusName,
            String channel,
            String leadOrganisation,
            Instant openedAt) {}

    static AgreementList of(DossierPage page) {
        return new AgreementList(
                page.items().stream().map(AgreementList::item).toList(), page.page(), page.size(), page.total());
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
