package dev.ticketkit.samples.helpdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

class StatisticsPageTest extends InBrowser {
    @InTwoLanguages
    void showsTablesThatAreChartsToo(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.goTo("nav.statistics");
        screen.see(
                screen.said("statistics.categories"),
                screen.said("statistics.statuses"),
                screen.said("statistics.priorities"),
                screen.said("statistics.times"),
                screen.said("statistics.flow"));
        screen.waiting().until(page -> screen.count("canvas") >= 6);
        assertThat(screen.count("table[data-chart]")).isEqualTo(7);
        assertThat(screen.texts("table[data-chart=line] tbody th")).hasSize(12);
    }

    @InTwoLanguages
    void countsWhatIsAskedFor(String language) {
        DeskScreen screen = screen(language).as("anna");
        screen.goTo("nav.statistics");
        screen.type("[name=first]", "01012025");
        screen.type("[name=last]", "12122029");
        screen.clickOn("filter.category");
        screen.click("[name=category][value=Billing]");
        screen.goTo("filter.apply");
        assertThat(screen.place()).contains("first=2025-01-01", "last=2029-12-12", "category=Billing");
        assertThat(screen.texts("figure:first-of-type tbody th")).containsExactly("Billing");
        int opened = number(screen);
        assertThat(opened).isPositive();

        screen.choose("[name=basis]", "open");
        screen.goTo("filter.apply");
        assertThat(number(screen)).isLessThan(opened);
        screen.goTo("range.month");
        assertThat(screen.place()).isEqualTo("/statistics");
    }

    private static int number(DeskScreen screen) {
        return Integer.parseInt(screen.texts(".tile b").get(0).replaceAll("\\D", ""));
    }
}
