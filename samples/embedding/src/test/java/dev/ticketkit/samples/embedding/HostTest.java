package dev.ticketkit.samples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.Desk;
import org.junit.jupiter.api.Test;

class HostTest {

    @Test
    void opensDesk() {
        assertThat(Desk.open(null).name()).isEqualTo("Ticketkit");
    }
}
