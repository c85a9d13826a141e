package vn.lienket.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienket.support.ProcessTest;

@ProcessTest
class RegistrySizingTest {

    private static final String TAX_CODE = "3700000026";

    @Autowired
    RegistrySizing sizing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void anEnterpriseOfAnOldSize() {
        sizing.sizeIfOutdated();
        jdbc.sql("""
                        insert into lienket.enterprise (tax_code, name, sector, employees, revenue, capital, women_owned,
                        social_enterprise, size, revision)
                        values (?, 'Công ty', 'agriculture', 1, 1, 1, false, false, 'large', 1)
                        on conflict (tax_code) do update set size = 'large'""").param(TAX_CODE).update();
    }

    @Test
    void aRuleThatHasChangedGivesEveryEnterpriseItsSizeOnce() {
        forgetVersion();

        assertThat(sizing.sizeIfOutdated()).isTrue();
        assertThat(size()).isEqualTo("micro");
        assertThat(sizing.sizeIfOutdated()).isFalse();
    }

    @Test
    void theSameRuleLeavesTheSizesAsTheyAre() {
        assertThat(sizing.sizeIfOutdated()).isFalse();
        assertThat(size()).isEqualTo("large");
    }

    @Test
    void oneNodeDoesItAndTheOthersDoNotWait() {
        forgetVersion();

        new TransactionTemplate(transactions).executeWithoutResult(otherNode -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('registry-sizing', 0))::text")
                    .query(String.class)
                    .single();
            assertThat(CompletableFuture.supplyAsync(sizing::sizeIfOutdated).join())
                    .isFalse();
        });

        assertThat(size()).isEqualTo("large");
    }

    private void forgetVersion() {
        jdbc.sql("update lienket.enterprise_sizing set version = 'earlier'").update();
    }

    private String size() {
        return jdbc.sql("select size from lienket.enterprise where tax_code = ?")
                .param(TAX_CODE)
                .query(String.class)
                .single();
    }
}
