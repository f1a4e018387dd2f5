package dev.ticketkit.samples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void writesNumbersAsPeopleReadThem() {
        assertThat(Numbers.count(4580)).isEqualTo("4,580");
        assertThat(Numbers.count(1, "ticket", "tickets")).isEqualTo("1 ticket");
        assertThat(Numbers.percent(36.98689)).isEqualTo("37.0%");
        assertThat(Numbers.percent(0)).isEqualTo("0.0%");
        assertThat(Numbers.percent(0.04)).isEqualTo("<0.1%");
    }

    @Test
    void showsLongTimesInDays() {
        assertThat(Numbers.duration(47.9)).isEqualTo("47.9 hours");
        assertThat(Numbers.duration(48.0)).isEqualTo("2.0 days");
        assertThat(Numbers.duration(12.0, 480.0)).isEqualTo("0.5 days");
        assertThat(Numbers.duration(null)).isEqualTo("–");
    }
}
