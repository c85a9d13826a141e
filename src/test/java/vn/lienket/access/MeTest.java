package vn.lienket.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Answer;
import vn.lienket.support.Cooperation;
import vn.lienket.support.IntegrationTest;
import vn.lienket.support.Session;

/** {@code /api/v1/me} and {@code /api/v1/names}: what the web applications know of who is signed in, and what they call what they show. */
@IntegrationTest
class MeTest {

    private static final String ME = "/api/v1/me";
    private static final String NAMES = "/api/v1/names";

    @Autowired
    Cooperation cooperation;

    @Test
    void aPersonReadsWhoHeIs() {
        JsonNode me = cooperation
                .session("binhduong.legal1")
                .get(ME)
                .expect(HttpStatus.OK)
                .json();

        assertThat(me.path("user").asText()).isEqualTo("binhduong.legal1");
        assertThat(me.path("name").asText()).isNotBlank().isNotEqualTo("binhduong.legal1");
        assertThat(me.path("organisation").asText()).isEqualTo("binhduong");
        assertThat(me.path("organisationName").asText()).isEqualTo("Sở TT&TT Bình Dương");
        assertThat(texts(me.path("roles"))).containsExactly("legal");
        assertThat(texts(me.path("roleNames"))).containsExactly("Pháp chế");
        assertThat(texts(me.path("groups"))).containsExactly("binhduong-legal");
        assertThat(texts(me.path("applications"))).containsExactly("tasklist", "welcome");
        assertThat(me.path("claimOnOpen").asBoolean()).isTrue();
        assertThat(me.path("administrator").asBoolean()).isFalse();
    }

    @Test
    void whoWatchesOrIsOfNoOrganisationTakesNoTaskByOpeningIt() {
        JsonNode manager = cooperation
                .as("binhduong.manager1")
                .get(ME)
                .expect(HttpStatus.OK)
                .json();
        assertThat(texts(manager.path("applications"))).contains("cockpit");
        assertThat(manager.path("claimOnOpen").asBoolean()).isFalse();

        JsonNode admin = cooperation.as("admin").get(ME).expect(HttpStatus.OK).json();
        assertThat(admin.path("name").asText()).isEqualTo("Quản trị hệ thống");
        assertThat(admin.path("organisation").isNull()).isTrue();
        assertThat(admin.path("organisationName").isNull()).isTrue();
        assertThat(admin.path("roles")).isEmpty();
        assertThat(texts(admin.path("applications"))).containsExactly("admin", "cockpit", "tasklist", "welcome");
        assertThat(admin.path("claimOnOpen").asBoolean()).isFalse();
        assertThat(admin.path("administrator").asBoolean()).isTrue();
    }

    @Test
    void nobodyIsToldWithoutSigningIn() {
        cooperation.anonymous().get(ME).expectRefusal(HttpStatus.UNAUTHORIZED);
        cooperation.anonymous().get(NAMES).expectRefusal(HttpStatus.UNAUTHORIZED);
        assertThat(cooperation.as("tayninh.officer1").get(ME).header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void namesAreThoseOfTheOrganisationsWithWhichOneWorks() {
        JsonNode names = cooperation
                .as("tayninh.officer1")
                .get(NAMES)
                .expect(HttpStatus.OK)
                .json();

        assertThat(names.at("/groups/binhduong-officer").asText()).isEqualTo("Chuyên viên – Sở TT&TT Bình Dương");
        assertThat(names.at("/organisations/binhduong").asText()).isEqualTo("Sở TT&TT Bình Dương");
        assertThat(names.path("channels").size()).isEqualTo(1);
        assertThat(names.at("/channels/binhduong-tayninh").asText()).isNotBlank();
        assertThat(names.at("/people/binhduong.legal1").asText()).isNotBlank();
        assertThat(names.at("/people/admin").asText()).isEqualTo("Quản trị hệ thống");
        assertThat(names.path("frameworks")).isNotEmpty();
        assertThat(texts(names.path("kinds"))).contains("Ký kết thỏa thuận hợp tác");
        assertThat(names.at("/organisations/qtsc").isMissingNode()).isTrue();
        assertThat(names.at("/people/qtsc.expert1").isMissingNode()).isTrue();
        assertThat(names.at("/groups/qtsc-expert").isMissingNode()).isTrue();

        JsonNode all = cooperation.as("admin").get(NAMES).expect(HttpStatus.OK).json();
        assertThat(all.at("/people/qtsc.expert1").asText()).isNotBlank();
        assertThat(all.path("channels")).hasSizeGreaterThan(1);
    }

    @Test
    void namesThatABrowserHasAreNotSentAgain() {
        Session officer = cooperation.session("qtsc.officer1");
        Answer first = officer.get(NAMES).expect(HttpStatus.OK);
        assertThat(first.header("Cache-Control")).contains("private").contains("no-cache");

        Answer again = officer.get(NAMES, "If-None-Match", first.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("Cache-Control")).contains("private").contains("no-cache");
        cooperation
                .as("tayninh.officer1")
                .get(NAMES, "If-None-Match", first.header("ETag"))
                .expect(HttpStatus.OK);
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
