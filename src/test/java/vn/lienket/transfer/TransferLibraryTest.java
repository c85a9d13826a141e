package vn.lienket.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienket.document.DocumentContext.QTSC_CHANNEL;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.document.DocumentContext.SignedIn;
import vn.lienket.document.Documents;
import vn.lienket.document.SampleFiles;
import vn.lienket.library.Library;
import vn.lienket.library.LibraryContext;
import vn.lienket.library.LibraryQuery;

@SpringBootTest(classes = LibraryContext.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TransferLibraryTest {

    private static final String CASE = "H09-261123-0002";
    private static final int GUIDE = 0;
    private static final int RULES = 1;

    @Autowired
    Library library;

    @Autowired
    Documents documents;

    @Autowired
    SignedIn signedIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TransferCase transfer;

    @BeforeEach
    void aDeliveryOfTwoDocuments() {
        signedIn.as("binhduong.officer1", QTSC_CHANNEL);
        jdbc.sql("truncate lienket.library_entry, lienket.document_chunk, lienket.document, lienket.dossier cascade")
                .update();
        jdbc.sql("""
                        insert into lienket.dossier values
                        (?, 'transfer', 'Chuyển giao', ?, 'binhduong', 1, 'binhduong.officer1', now(), now())""").params(CASE, QTSC_CHANNEL).update();
        transfer = SampleTransfers.approved(CASE, QTSC_CHANNEL, document("Hướng dẫn"), document("Quy chế"));
    }

    @Test
    void whatIsAcceptedIsInTheLibraryAndWhatCameBackIsNotUntilItIsRight() {
        UUID guide = deliver(GUIDE, 1);
        deliver(RULES, 1);
        assertThat(inLibrary()).isEmpty();

        TransferAcceptance defects = transfer.acceptDelivery(Set.of(RULES), "Thiếu trang", "officer1", Instant.now());
        publish(library -> library.on(
                new TransferEvent.DefectsFound(transfer.about(), defects, List.of(), transfer.handedOver())));
        assertThat(inLibrary()).containsExactly(guide);

        UUID complete = deliver(RULES, 2);
        transfer.acceptDelivery(Set.of(), null, "officer1", Instant.now());
        publish(library -> library.on(
                new TransferEvent.Accepted(transfer.about(), transfer.delivery().round(), transfer.handedOver())));
        assertThat(inLibrary()).containsExactlyInAnyOrder(guide, complete);
    }

    @Test
    void theEntryTellsItsItemCaseFieldAndProvider() {
        deliver(GUIDE, 1);
        transfer.deliver(new TransferDelivery(RULES, 1, "Đã gửi bản giấy", null, null, "expert1", Instant.now()));
        transfer.acceptDelivery(Set.of(), null, "officer1", Instant.now());
        publish(library -> library.on(
                new TransferEvent.Accepted(transfer.about(), transfer.delivery().round(), transfer.handedOver())));

        assertThat(library.search(new LibraryQuery("huong dan", "ioc", QTSC_CHANNEL, null, null))
                        .items())
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.entry().title()).isEqualTo("Hướng dẫn");
                    assertThat(hit.entry().caseCode()).isEqualTo(CASE);
                    assertThat(hit.entry().provider()).isEqualTo("tayninh");
                });
    }

    private UUID deliver(int item, int round) {
        UUID document = documents
                .store(SampleFiles.pdf("%d-%d".formatted(item, round)), "a.pdf", QTSC_CHANNEL)
                .id();
        transfer.deliver(new TransferDelivery(item, round, "Đã gửi", document, null, "expert1", Instant.now()));
        return document;
    }

    private void publish(Consumer<TransferLibrary> event) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> event.accept(new TransferLibrary(library)));
    }

    private List<UUID> inLibrary() {
        return library.search(new LibraryQuery(null, null, null, null, null)).items().stream()
                .map(hit -> hit.entry().documentId())
                .toList();
    }

    private static TransferItem document(String title) {
        return TransferItem.planned(ItemKind.DOCUMENT, title, 10, null, "expert1");
    }
}
