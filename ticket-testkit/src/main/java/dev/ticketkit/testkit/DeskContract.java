package dev.ticketkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.Desk;
import dev.ticketkit.spi.Placeholder;
import org.junit.jupiter.api.Test;

/** Holds the build open until the real classes arrive. */
public abstract class DeskContract {

    /** For subclasses. */
    protected DeskContract() {}

    /** A desk has a name. */
    @Test
    protected void hasName() {
        assertThat(Desk.open(null)).isEqualTo(new Placeholder("Ticketkit"));
    }
}
