package vn.lienket.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Camunda Cockpit, found by its structure as {@link TasklistPage} is. */
public final class CockpitPage {

    private final Page page;

    CockpitPage(Page page) {
        this.page = page;
    }

    public Page page() {
        return page;
    }

    /** Opens a case by way of the list of its process, and waits until its variables are shown. */
    public CockpitPage open(String process, String caseCode) {
        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.getByText(process).first().click();
        page.locator("tr", new Page.LocatorOptions().setHasText(caseCode))
                .locator("td.instance-id a[href]")
                .click();
        assertThat(page.locator("dd.business-key")).hasText(caseCode);
        assertThat(page.locator(".ctn-content-bottom")).containsText("caseCode");
        return this;
    }

    /** An element of the diagram, by its id in the model. */
    public Locator element(String id) {
        return page.locator("[data-element-id=%s]".formatted(id)).first();
    }

    /** Goes down to the level of a subprocess that is folded on the one shown. */
    public CockpitPage enter(String subprocess) {
        page.locator("[data-container-id=%s] .bjs-drilldown".formatted(subprocess))
                .click();
        return this;
    }

    /** How many tokens stand on an element. */
    public Locator tokens(String id) {
        return page.locator("[data-container-id=%s] .badge:visible".formatted(id));
    }
}
