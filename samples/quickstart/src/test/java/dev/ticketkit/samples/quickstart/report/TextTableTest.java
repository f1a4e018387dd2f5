package dev.ticketkit.samples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void alignsNamesToTheLeftAndNumbersToTheRight() {
        TextTable table = new TextTable("Name", "Tickets")
                .row("Contabilità", "7")
                .row("App", "1,234")
                .row("All", "1,241");
        assertThat(table.lines())
                .containsExactly(
                        "Name         Tickets",
                        "────────────────────",
                        "Contabilità        7",
                        "App            1,234",
                        "────────────────────",
                        "All            1,241");
    }
}
