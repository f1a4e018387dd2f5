package dev.ticketkit.jdbc.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLWarning;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F9")
class CommitWarningsTest {

    @Test
    void aCancelledWaitForTheStandbyIsHeard() {
        SQLWarning warning = new SQLWarning("some notice", "00000");
        warning.setNextWarning(new SQLWarning("canceling wait for synchronous replication", "01000"));

        assertThat(CommitWarnings.states(warning)).containsExactly("01000");
    }

    @Test
    void silenceIsNoWarning() {
        assertThat(CommitWarnings.states(null)).isEmpty();
    }
}
