package dev.ticketkit.samples.helpdesk.browser;

import static dev.ticketkit.samples.helpdesk.browser.DeskScreen.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

class ListPageTest extends InBrowser {
    private static final List<String> COLUMNS = List.of(
            "reference",
            "title",
            "priority",
            "status",
            "category",
            "owner",
            "contact_name",
            "opened",
            "updated",
            "closed");

    @InTwoLanguages
    void sortsByEachColumnOneWayAndTheOther(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.see(screen.said("tickets.title"));
        for (String column : COLUMNS) {
            String head = "th.c-" + column;
            screen.go(head + " a");
            String first = screen.at(head).getDomAttribute("aria-sort");
            screen.go(head + " a");
            assertThat(List.of(
                            String.valueOf(first),
                            String.valueOf(screen.at(head).getDomAttribute("aria-sort"))))
                    .as(column)
                    .containsExactlyInAnyOrder("ascending", "descending");
            assertThat(screen.count("th[aria-sort=ascending], th[aria-sort=descending]"))
                    .isOne();
        }
        screen.go("th.c-reference a");
        assertThat(screen.texts("td.c-reference")).isSorted();
        screen.go("th.c-reference a");
        assertThat(screen.texts("td.c-reference")).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @InTwoLanguages
    void filtersByWhatIsTickedAndKeepsItInTheAddress(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.clickOn("filter.priority");
        screen.click("[name=priority][value=HIGH]");
        screen.replaced(() -> {
            screen.click("h1");
        });
        assertThat(screen.texts("td.c-priority"))
                .isNotEmpty()
                .containsOnly(screen.said().priority(Priority.HIGH));

        screen.clickOn("filter.category");
        screen.click("[name=category][value=Logistics]");
        screen.goTo("filter.apply");
        screen.clickOn("filter.macro");
        screen.click("[name=macro][value=TERMINATED]");
        screen.goTo("filter.apply");
        screen.clickOn("filter.status");
        screen.click("[name=status][value=closed]");
        screen.goTo("filter.apply");
        screen.clickOn("filter.owner");
        screen.click("[name=owner][value=anna]");
        screen.goTo("filter.apply");
        assertThat(screen.place()).contains("priority=HIGH", "category=Logistics", "status=closed", "owner=anna");
        assertThat(screen.texts("td.c-category")).allMatch("Logistics"::equals);
        assertThat(screen.texts("td.c-status")).allMatch(screen.said().status(Status.CLOSED)::equals);
        assertThat(screen.texts("td.c-owner")).allMatch("Anna Rossi"::equals);

        screen.go(saying(screen.said("filter.clear", 5)));
        assertThat(screen.place()).isEqualTo("/tickets");
    }

    @InTwoLanguages
    void completesWhatIsTypedAndSaysWhatItDidNotUnderstand(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.type("#q", "stat");
        screen.click(By.xpath("//*[@id='suggestions']/button[.='status:']"));
        screen.click(By.xpath("//*[@id='suggestions']/button[.='status:resolved']"));
        screen.press(Keys.ENTER);
        screen.see(screen.said("filter.clear", 0));
        assertThat(screen.texts("td.c-status"))
                .isNotEmpty()
                .containsOnly(screen.said().status(Status.RESOLVED));

        screen.search("colour:red");
        assertThat(screen.count(".hints li")).isOne();
        screen.search("status:nonsense");
        screen.see(screen.said("search.problem", "").strip());
        screen.see(screen.said("tickets.none"));
    }

    @InTwoLanguages
    void keepsItsPlaceWhenOneGoesBackOrReloads(String language) {
        DeskScreen screen = screen(language).as("anna");
        List<String> first = screen.texts("td.c-reference");
        screen.goTo("tickets.next");
        List<String> second = screen.texts("td.c-reference");
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
        String address = screen.place();

        screen.go("td.c-reference a");
        screen.driver().navigate().back();
        assertThat(screen.texts("td.c-reference")).isEqualTo(second);
        screen.driver().navigate().refresh();
        assertThat(screen.texts("td.c-reference")).isEqualTo(second);
        screen.as("oliver").open(address);
        assertThat(screen.texts("td.c-reference")).isEqualTo(second);
        screen.goTo("tickets.previous");
        assertThat(screen.texts("td.c-reference")).isEqualTo(first);
    }

    @InTwoLanguages
    void changesWhatIsSelectedAtOnce(String language) {
        opened("Bulk one " + language, "chiara");
        opened("Bulk two " + language, "chiara");
        opened("Bulk three " + language, "chiara");
        DeskScreen screen = screen(language).as("anna");
        screen.search("bulk " + language);
        screen.click("[data-mark-all]");
        screen.row("Bulk three " + language)
                .findElement(By.cssSelector("[name=id]"))
                .click();
        screen.choose("#bulk [name=priority]", "URGENT");
        screen.choose("#bulk [name=owner]", "oliver");
        screen.goTo("bulk.apply");

        screen.see(screen.said("flash.bulk.done", 2));
        assertThat(screen.texts("td.c-owner")).containsExactlyInAnyOrder("Oliver Wright", "Oliver Wright", "");
        assertThat(screen.texts("td.c-priority").subList(0, 2))
                .containsOnly(screen.said().priority(Priority.URGENT));
        assertThat(screen.driver().findElement(By.id("bulk")).isDisplayed())
                .as("with nothing selected")
                .isFalse();
    }

    @InTwoLanguages
    void handsOutWhatItShowsAsAFile(String language) throws IOException {
        opened("Exported " + language, "chiara");
        DeskScreen screen = screen(language).as("anna");
        screen.search("\"exported " + language + "\"");
        Path file = Chromium.DOWNLOADS.resolve("tickets.csv");
        Files.deleteIfExists(file);
        screen.clickOn("tickets.csv");
        screen.waiting().until(page -> Files.exists(file) && !screen.body().isEmpty());
        assertThat(Files.readString(file)).contains("Exported " + language);
    }
}
