package vn.lienket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import vn.lienket.support.Cooperation;
import vn.lienket.support.Door;
import vn.lienket.support.EngineApi;
import vn.lienket.support.IntegrationTest;

/** People, their names, groups and channels come from the directory, whoever asks for another one; a password is a person's own. */
@IntegrationTest
class DirectoryDoorsTest {

    private static final String PERSON = "tayninh.expert1";

    private static final Map<String, String> PROFILE =
            Map.of("id", PERSON, "firstName", "Giám đốc", "lastName", "Sở", "email", "evil@example.com");

    @Autowired
    Cooperation cooperation;

    @ParameterizedTest
    @EnumSource
    void aNameAndAnAddressAreNobodysToChange(Door door) {
        EngineApi admin = door.as("admin", cooperation);
        JsonNode before = admin.get("/user/" + PERSON + "/profile").json();

        for (String user : List.of(PERSON, "admin")) {
            door.as(user, cooperation)
                    .put("/user/" + PERSON + "/profile", PROFILE)
                    .expectRefusal(HttpStatus.FORBIDDEN);
        }
        assertThat(admin.get("/user/" + PERSON + "/profile").json()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorMakesMovesAndDeletesNobodyOfTheDirectory(Door door) {
        EngineApi admin = door.as("admin", cooperation);

        admin.post(
                        "/user/create",
                        Map.of(
                                "profile",
                                Map.of("id", "evil", "firstName", "", "lastName", "E", "email", ""),
                                "credentials",
                                Map.of("password", "evil12345678")))
                .expectRefusal(HttpStatus.FORBIDDEN);
        admin.delete("/user/" + PERSON).expectRefusal(HttpStatus.FORBIDDEN);
        for (String group : List.of("binhduong-leader", "camunda-admin")) {
            admin.put("/group/" + group + "/members/" + PERSON, Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
        }
        admin.delete("/group/tayninh-expert/members/" + PERSON).expectRefusal(HttpStatus.FORBIDDEN);
        admin.put("/tenant/binhduong-qtsc/user-members/" + PERSON, Map.of()).expectRefusal(HttpStatus.FORBIDDEN);
        admin.put("/tenant/binhduong-qtsc/group-members/tayninh-expert", Map.of())
                .expectRefusal(HttpStatus.FORBIDDEN);
        admin.delete("/tenant/binhduong-tayninh/group-members/tayninh-expert").expectRefusal(HttpStatus.FORBIDDEN);
        admin.delete("/group/tayninh-expert").expectRefusal(HttpStatus.FORBIDDEN);
        admin.delete("/tenant/binhduong-tayninh").expectRefusal(HttpStatus.FORBIDDEN);

        assertThat(admin.get("/group?member=" + PERSON).json().findValuesAsText("id"))
                .containsExactly("tayninh-expert");
        assertThat(admin.get("/tenant?userMember=" + PERSON + "&includingGroupsOfUser=true")
                        .json()
                        .findValuesAsText("id"))
                .containsExactly("binhduong-tayninh");
    }

    @Test
    void theAdministratorsOwnProfileAndUnlockingStay() {
        EngineApi admin = Door.ENGINE_REST.as("admin", cooperation);
        JsonNode own = admin.get("/user/admin/profile").json();

        admin.put("/user/admin/profile", own).expect(HttpStatus.NO_CONTENT);
        admin.post("/user/" + PERSON + "/unlock", Map.of()).expect(HttpStatus.NO_CONTENT);
    }
}
