package vn.lienket.agreement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.agreement.AgreementState;
import vn.lienket.agreement.Signature;
import vn.lienket.document.SampleFiles;
import vn.lienket.party.Role;
import vn.lienket.problem.ProblemException;
import vn.lienket.signature.KeyOwner;
import vn.lienket.signature.SigningRule;
import vn.lienket.signature.SigningRules;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCase;
import vn.lienket.support.SigningCases;

/** Agreements that several people of a party sign: Bình Dương's leader and then its clerk, Tây Ninh's leader and officer in any order. */
@ProcessTest
class SigningTurnsTest {

    private static final String RULE = """
            - paper: agreement
              organisation: binhduong
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 2, role: clerk, key: body }
            - paper: agreement
              organisation: tayninh
              signers:
                - { rank: 1, role: leader, key: person }
                - { rank: 1, role: officer, key: person }
            """;
    private static final String FIRST_NAME = "Sở Thông tin và Truyền thông tỉnh Bình Dương";

    @Autowired
    SigningCases cases;

    @Autowired
    SigningRules rules;

    @Autowired
    TaskService taskService;

    private SigningRule rule;

    @BeforeEach
    void severalSign() {
        rule = SigningRule.of(rules, RULE);
    }

    @AfterEach
    void leadersAlone() {
        rule.close();
    }

    @Test
    void eachRankSignsAfterTheOneBeforeAndThoseOfOneRankInAnyOrder() {
        SigningCase signing = signing();
        assertThat(open(signing)).containsExactly("binhduong-leader: Ký thỏa thuận");

        signing.sign("binhduong");
        assertThat(open(signing))
                .containsExactly("binhduong-clerk: Ký thỏa thuận (văn thư, chữ ký số của cơ quan, tổ chức)");

        sign(signing, "binhduong.clerk1");
        assertThat(open(signing))
                .containsExactlyInAnyOrder(
                        "tayninh-leader: Ký thỏa thuận", "tayninh-officer: Ký thỏa thuận (chuyên viên)");

        handInByHand(signing, "tayninh.officer1");
        assertThat(open(signing)).containsExactly("tayninh-leader: Ký thỏa thuận");
        sign(signing, "tayninh.leader1");
        signing.each(signing::register);

        assertThat(signing.agreement().state()).isEqualTo(AgreementState.IN_FORCE);
        assertThat(signing.agreement().signatures())
                .extracting(Signature::party, Signature::role, Signature::key, Signature::byHand)
                .containsExactly(
                        tuple("binhduong", Role.LEADER, KeyOwner.PERSON, false),
                        tuple("binhduong", Role.CLERK, KeyOwner.BODY, false),
                        tuple("tayninh", Role.OFFICER, KeyOwner.PERSON, true),
                        tuple("tayninh", Role.LEADER, KeyOwner.PERSON, false));
    }

    @Test
    void theSecondOfARankSignsWhatTheFirstHasSigned() {
        SigningCase signing = signing().sign("binhduong");
        sign(signing, "binhduong.clerk1");
        byte[] before = signing.fileToSign();
        handInByHand(signing, "tayninh.officer1");

        refuses(
                signing,
                "tayninh.leader1",
                cases.signed(before, "tayninh.leader1"),
                "Văn bản vừa có thêm chữ ký của người khác."
                        + " Hãy mở lại công việc, tải bản mới nhất và ký tiếp trên bản đó.");
    }

    @Test
    void theKeyIsThatOfThePersonOrOfTheBodyAsTheTurnAsks() {
        SigningCase signing = signing();
        refuses(
                signing,
                "binhduong.leader1",
                cases.signed(signing.fileToSign(), "binhduong.clerk1"),
                "Lượt này cần chữ ký số của người ký thay mặt %s; chữ ký mới là chữ ký số của cơ quan, tổ chức."
                        .formatted(FIRST_NAME));

        signing.sign("binhduong");
        refuses(
                signing,
                "binhduong.clerk1",
                cases.signed(signing.fileToSign(), "binhduong.leader2"),
                "Lượt này cần chữ ký số của chính %s; chữ ký mới là của Lãnh đạo 2, Sở TT&TT Bình Dương (trình diễn)."
                        .formatted(FIRST_NAME));
    }

    @Test
    void nobodysKeyCountsTwiceForAParty() {
        SigningCase signing = signing().sign("binhduong");
        sign(signing, "binhduong.clerk1");
        sign(signing, "tayninh.leader1");

        refuses(
                signing,
                "tayninh.officer1",
                cases.signed(signing.fileToSign(), "tayninh.leader1"),
                "Chứng thư của Lãnh đạo 1, Sở TT&TT Tây Ninh (trình diễn) đã ký văn bản này cho"
                        + " Sở Thông tin và Truyền thông tỉnh Tây Ninh; mỗi người ký một lần.");
    }

    @Test
    void anotherRuleIsForThoseThatBeginLater() {
        SigningCase signing = signing().sign("binhduong");
        rule.close();

        assertThat(open(signing)).singleElement().asString().startsWith("binhduong-clerk");
        assertThat(open(signing().sign("binhduong"))).containsExactly("tayninh-leader: Ký thỏa thuận");
    }

    private SigningCase signing() {
        return cases.open().upTo(AgreementModel.TASK_SIGN);
    }

    private List<String> open(SigningCase signing) {
        return signing.tasks(AgreementModel.TASK_SIGN).stream()
                .map(task -> "%s: %s".formatted(group(task), task.getName()))
                .toList();
    }

    private String group(Task task) {
        return taskService.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow();
    }

    private void sign(SigningCase signing, String person) {
        handIn(signing, person, cases.signed(signing.fileToSign(), person), false);
    }

    private void handInByHand(SigningCase signing, String person) {
        handIn(signing, person, SampleFiles.page(), true);
    }

    private void handIn(SigningCase signing, String person, byte[] file, boolean byHand) {
        String document = cases.stored(file, "da-ky.pdf", signing.instance().getTenantId());
        signing.completeAs(
                person,
                AgreementModel.TASK_SIGN,
                Map.of(AgreementModel.SIGNED_DOCUMENT_ID, document, AgreementModel.SIGNED_BY_HAND, byHand));
    }

    private void refuses(SigningCase signing, String person, byte[] file, String sentence) {
        int signatures = signing.agreement().signatures().size();

        assertThatThrownBy(() -> handIn(signing, person, file, false))
                .cause()
                .isInstanceOf(ProblemException.class)
                .hasMessage(sentence);

        assertThat(signing.agreement().signatures()).hasSize(signatures);
    }
}
