package vn.lienket.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.StatementCounter;

/** How the register asks the database. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseSearchTest {

    @Autowired
    Cooperation cooperation;

    @Autowired
    DataSource dataSource;

    private final StatementCounter counter = new StatementCounter();
    private CaseSearch search;

    @BeforeAll
    void someCases() {
        search = new CaseSearch(
                JdbcClient.create((DataSource) counter.postProcessAfterInitialization(dataSource, "counted")),
                Clock.systemUTC());
        cooperation.agreement(Map.of("title", "Thỏa thuận Đếm Câu lệnh một"));
        cooperation.agreement(Map.of("title", "Thỏa thuận Đếm Câu lệnh hai"));
        cooperation.transfer(Map.of("title", "Chuyển giao Đếm Câu lệnh ba"));
    }

    /** The words looked at, the count, the page, and how they are to be planned. */
    @Test
    void aPageTakesFourStatementsHoweverManyCasesItLists() {
        counter.clear();
        assertThat(search.find(query("dem cau lenh", CaseOrder.NEWEST, 1)).items())
                .hasSize(1);
        assertThat(counter.statements()).isEqualTo(4);

        counter.clear();
        assertThat(search.find(query("dem cau lenh", CaseOrder.NEWEST, 50)).items())
                .hasSize(3);
        assertThat(counter.statements()).isEqualTo(4);
    }

    @Test
    void oneCaseTakesOneStatementAndIsNotFoundFromAnotherChannel() {
        String code = search.find(query("dem cau lenh", CaseOrder.NEWEST, 1))
                .items()
                .get(0)
                .dossier()
                .code();
        counter.clear();

        assertThat(search.find(code, List.of("binhduong-tayninh")))
                .get()
                .extracting(FoundCase::steps)
                .asInstanceOf(LIST)
                .isNotEmpty();
        assertThat(counter.statements()).isEqualTo(1);
        assertThat(search.find(code, List.of("binhduong-qtsc"))).isEmpty();
        assertThat(search.find(code, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyOrderListsTheSameCases(CaseOrder order) {
        assertThat(search.find(query("dem cau lenh", order, 50)).items())
                .extracting(found -> found.dossier().title())
                .containsExactlyInAnyOrder(
                        "Thỏa thuận Đếm Câu lệnh một", "Thỏa thuận Đếm Câu lệnh hai", "Chuyển giao Đếm Câu lệnh ba");
    }

    private static CaseQuery query(String text, CaseOrder order, int size) {
        return new CaseQuery(
                List.of("binhduong-tayninh", "binhduong-qtsc"),
                text,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                order,
                0,
                size);
    }
}
