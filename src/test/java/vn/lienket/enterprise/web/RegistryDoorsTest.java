package vn.lienket.enterprise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Actor;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;

/** The registry in the whole application, as its real people meet it. */
@IntegrationTest
class RegistryDoorsTest {

    private static final String ROOT = "/api/v1/enterprises";
    private static final byte[] FILE = """
            taxCode,enterpriseName,sector,employees,revenue,capital,womenOwned
            3799999999,Tổng công ty Ví Dụ,industry-construction,10,1,1,không
            """.getBytes(StandardCharsets.UTF_8);

    @Autowired
    private Cooperation cooperation;

    @Test
    void anOfficersFileIsInTheRegistrySoonAfter() {
        Actor officer = cooperation.as("binhduong.officer1");

        Answer accepted = upload(officer).expect(HttpStatus.ACCEPTED);

        await().until(() ->
                officer.get(accepted.header("Location")).text("state").equals("DONE"));
        assertThat(cooperation
                        .as("qtsc.expert1")
                        .get(ROOT + "?text=vi%20du%20tong")
                        .json()
                        .at("/items/0/taxCode")
                        .asText())
                .isEqualTo("3799999999");
        assertThat(officer.get(ROOT + "/3799999999/history")
                        .json()
                        .at("/0/changedByName")
                        .asText())
                .isNotEqualTo("binhduong.officer1");
    }

    @ParameterizedTest
    @CsvSource({
        "binhduong.officer1, 200, 202",
        "admin, 200, 202",
        "binhduong.leader1, 200, 403",
        "binhduong.expert1, 200, 403",
        "qtsc.officer1, 200, 403",
        "qtsc.expert1, 200, 403",
        "tayninh.officer1, 403, 403",
        "tayninh.leader1, 403, 403"
    })
    void eachReadsAndImportsAsHeMay(String user, int read, int imports) {
        Actor actor = cooperation.as(user);
        assertThat(actor.get(ROOT).status()).isEqualTo(read);
        assertThat(actor.get(ROOT + "/3799999999").status()).isIn(read, read == 200 ? 404 : 403);
        assertThat(upload(actor).status()).isEqualTo(imports);
    }

    @Test
    void whoIsNotSignedInIsAskedWhoHeIs() {
        cooperation.anonymous().get(ROOT).expect(HttpStatus.UNAUTHORIZED);
        upload(cooperation.anonymous()).expect(HttpStatus.UNAUTHORIZED);
    }

    private static Answer upload(Actor actor) {
        return actor.upload(ROOT + "/import", Map.of(), "danh-sach.csv", FILE);
    }
}
