package vn.lienket.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import vn.lienket.party.Role;
import vn.lienket.yaml.InvalidFileException;

class SigningRulesTest {

    private static final Turn FIRST = Turn.ofLeader("binhduong");
    private static final Turn SEAL = new Turn("binhduong", Role.CLERK, KeyOwner.BODY);
    private static final Turn SECOND = Turn.ofLeader("qtsc");
    private static final Turn OFFICER = new Turn("qtsc", Role.OFFICER, KeyOwner.PERSON);
    private static final String SIGNERS = """
              signers:
                - { rank: 1, role: leader, key: person }
            """;
    private static final String OF_BODIES = """
            - paper: agreement
              organisation: binhduong
              signers:
                - { rank: 2, role: clerk, key: body }
                - { rank: 1, role: leader, key: person }
            - paper: agreement
              organisation: qtsc
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 1, role: officer, key: person }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"agreement", "transfer-contract", "support-decision", "consulting-report", "cooperation-report"})
    void theRuleThatShipsHasTheLeadersSignOneAfterTheOther(String paper) {
        SigningRules rules = new SigningRules(new ClassPathResource("reference/signing.yaml"));

        assertThat(rules.turns(paper, List.of("binhduong", "qtsc"))).containsExactly(List.of(FIRST), List.of(SECOND));
        assertThat(rules.roles()).containsExactly(Role.LEADER);
    }

    @Test
    void aPaperWithoutARuleIsSignedByTheLeaders() {
        assertThat(rules("[]").turns("agreement", List.of("binhduong"))).containsExactly(List.of(FIRST));
    }

    @Test
    void anOrganisationMayHaveARuleOfItsOwn() {
        SigningRules rules = rules(OF_BODIES);

        assertThat(rules.turns("agreement", List.of("binhduong", "tayninh", "qtsc")))
                .containsExactly(
                        List.of(FIRST), List.of(SEAL), List.of(Turn.ofLeader("tayninh")), List.of(SECOND, OFFICER));
        assertThat(rules.turns("support-decision", List.of("binhduong"))).containsExactly(List.of(FIRST));
        assertThat(rules.roles()).containsExactlyInAnyOrder(Role.LEADER, Role.CLERK, Role.OFFICER);
    }

    @Test
    void thePartiesMaySignTogetherRankByRank() {
        SigningRules rules = rules("- paper: agreement\n  parties: parallel\n" + SIGNERS + OF_BODIES);

        assertThat(rules.turns("agreement", List.of("binhduong", "qtsc")))
                .containsExactly(List.of(FIRST, SECOND, OFFICER), List.of(SEAL));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertThatThrownBy(() -> rules("""
                        - paper: contract
                          parties: together
                          signers:
                            - { rank: 0, role: accountant, key: person }
                            - { rank: 1, role: manager, key: company }
                        - paper: agreement
                          organisation: qtsc
                          parties: parallel
                          signers:
                            - { rank: 1, role: leader, key: person }
                            - { rank: 2, role: leader, key: person }
                        - paper: agreement
                          organisation: qtsc
                          signers: []
                        """))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContainingAll(
                        "dòng 1: 'paper' là 'contract', phải là một trong: agreement",
                        "dòng 2: 'parties' là 'together', phải là một trong: parallel, sequential",
                        "dòng 4: 'rank' của người ký là '0', phải là một số nguyên từ 1 đến 9",
                        "dòng 4: không có vai trò 'accountant', hoặc vai trò này không xử lý việc",
                        "dòng 5: không có vai trò 'manager', hoặc vai trò này không xử lý việc",
                        "dòng 5: 'key' là 'company', phải là một trong: body, person",
                        "dòng 8: 'parties' là thứ tự giữa các bên, không đặt cho riêng một đơn vị",
                        "dòng 11: vai trò 'leader' ký hai lần bằng cùng loại khóa",
                        "dòng 12: văn bản 'agreement' có hai quy tắc ký cho cùng đơn vị",
                        "dòng 14: quy tắc ký thiếu 'signers'");
    }

    private static SigningRules rules(String content) {
        return new SigningRules(new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8), "signing.yaml"));
    }
}
