package vn.lienket.repair;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienket.consulting.process.ConsultingModel;
import vn.lienket.support.Chromium;
import vn.lienket.support.ConsultingJourney;
import vn.lienket.support.Cooperation;
import vn.lienket.support.EarlierConsulting;
import vn.lienket.support.Inspection;
import vn.lienket.support.IntegrationTest;

/** An administrator repairs running cases in Cockpit, and sees before what would become of each; nobody else does. */
@IntegrationTest
class RepairsInCockpitTest {

    private static final String REPAIRS = "/camunda/app/cockpit/default/#/lienket/repairs";
    private static final String LINK = "a[href='#/lienket/repairs']";
    private static final String REASON = "Mô hình cũ thiếu bước vào sổ";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Autowired
    Cooperation cooperation;

    @Autowired
    EarlierConsulting earlier;

    @Autowired
    RuntimeService runtimeService;

    private final Inspection inspection = new Inspection();

    @AfterEach
    void leaveTheModelsAsTheyWere() {
        earlier.forget();
    }

    @Test
    void casesAreMovedToAnotherVersionAfterEachHasBeenNamed() throws IOException {
        ProcessDefinition today = earlier.latest();
        String old = earlier.deploy().getId();
        ConsultingJourney one = cooperation.consulting();
        ConsultingJourney other = cooperation.consulting();
        Page page = repairs();
        Locator form = page.locator("form.lk-repair").first();
        Locator rows = form.locator("xpath=following-sibling::*").locator("tbody tr");

        form.getByLabel("Quy trình").selectOption(new SelectOption().setLabel(today.getName()));
        form.getByLabel("Phiên bản hiện tại").selectOption(old);
        form.getByLabel("Phiên bản mới").selectOption(today.getId());
        form.getByLabel("Mã hồ sơ").fill(one.code() + "\n" + other.code());
        assertThat(button(form, "Thực hiện")).isDisabled();
        button(form, "Xem trước").click();
        assertThat(rows).hasCount(2);
        for (ConsultingJourney journey : new ConsultingJourney[] {one, other}) {
            assertThat(rows.filter(new Locator.FilterOptions().setHasText(journey.code())))
                    .containsText("Làm được");
            assertThat(definition(journey)).isEqualTo(old);
        }
        inspection.look(page, "repairs, what would happen");
        CHROMIUM.picture(page, "migration-seen");

        button(form, "Thực hiện").click();
        assertThat(form.getByLabel("Lý do")).isFocused();
        assertThat(form.getByLabel("Lý do")).hasAccessibleDescription(Pattern.compile("^Hãy nêu lý do"));
        assertThat(definition(one)).isEqualTo(old);
        inspection.look(page, "repairs, without a reason");
        CHROMIUM.picture(page, "migration-without-reason");

        form.getByLabel("Lý do").fill(REASON);
        button(form, "Thực hiện").click();
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Đã làm")))
                .hasCount(2);
        assertThat(definition(one)).isEqualTo(today.getId());
        assertThat(definition(other)).isEqualTo(today.getId());
        assertThat(button(form, "Thực hiện")).isDisabled();
        assertThat(form.getByLabel("Phiên bản hiện tại").locator("option:checked"))
                .containsText("(0 đang chạy)");
        inspection.look(page, "repairs, what has happened");
        CHROMIUM.picture(page, "migration-done");
        inspection.findsNothing();
    }

    @Test
    void aCaseIsMovedToAnotherStepAfterAWarning() {
        ConsultingJourney journey = cooperation.consulting();
        Page page = repairs();
        page.getByLabel("Hồ sơ", new Page.GetByLabelOptions().setExact(true)).fill(journey.code());
        page.getByText("Xem các bước").click();
        Locator form = page.locator("form.lk-repair").last();
        Locator row = form.locator("xpath=following-sibling::*").locator("tbody tr");

        form.getByLabel("Bước hiện tại").selectOption(ConsultingModel.TASK_VERIFY);
        form.getByLabel("Bước mới").selectOption(ConsultingModel.TASK_CLOSE);
        button(form, "Xem trước").click();
        assertThat(row).containsText("Làm được");
        assertThat(row).containsText("Trạng thái hồ sơ vẫn là");
        assertThat(journey.openTaskKeys()).containsExactly(ConsultingModel.TASK_VERIFY);
        form.getByLabel("Lý do").fill("Đã kiểm tra ngoài hệ thống");
        button(form, "Thực hiện").click();
        assertThat(row).containsText("Đã làm");
        assertThat(journey.openTaskKeys()).containsExactly(ConsultingModel.TASK_CLOSE);
        inspection.look(page, "repairs, a step");
        CHROMIUM.picture(page, "moved");
        inspection.findsNothing();

        page.getByLabel("Hồ sơ", new Page.GetByLabelOptions().setExact(true)).fill("none");
        page.getByText("Xem các bước").click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(page.locator("form.lk-repair").last().getByLabel("Bước mới")).hasCount(0);
    }

    @Test
    void aManagerFindsNoLinkAndIsToldSoAtTheAddress() {
        Page page = CHROMIUM.cockpitOf("binhduong.manager1").page();
        page.navigate("/camunda/app/cockpit/default/#/lienket/figures");
        assertThat(page.locator("a[href='#/lienket/figures']")).hasCount(1);
        assertThat(page.locator(LINK)).hasCount(0);

        page.navigate(REPAIRS);
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Chỉ người quản trị được sửa chữa hồ sơ.");
        assertThat(page.locator("form.lk-repair")).hasCount(0);
        inspection.look(page, "repairs, a manager");
        CHROMIUM.picture(page, "repairs-manager");
        inspection.findsNothing();
    }

    private static Page repairs() {
        Page page = CHROMIUM.cockpitOf("admin").page();
        page.navigate(REPAIRS);
        assertThat(page.locator(LINK)).hasCount(1);
        return page;
    }

    private static Locator button(Locator form, String name) {
        return form.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private String definition(ConsultingJourney journey) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(journey.processInstanceId())
                .singleResult()
                .getProcessDefinitionId();
    }
}
