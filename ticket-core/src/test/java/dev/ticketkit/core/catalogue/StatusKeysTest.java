package dev.ticketkit.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.spi.error.RefusedException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R3")
class StatusKeysTest {
    @ParameterizedTest
    @CsvSource({
        "Attesa del cliente, attesa-del-cliente",
        "'  Più tardi! ', piu-tardi",
        "STRASSE, strasse",
        "Straße, strasse",
        "In (re)view, in-re-view"
    })
    void makesAKeyOfALabel(String label, String key) {
        assertThat(StatusKeys.fromLabel(label)).isEqualTo(key);
    }

    @Test
    void cutsALongKeyAtItsLimit() {
        assertThat(StatusKeys.fromLabel("x".repeat(80))).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"等待", "4 eyes", "!"})
    void asksForAKeyWhenNoneCanBeMade(String label) {
        assertThatThrownBy(() -> StatusKeys.fromLabel(label))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("key");
    }
}
