package dev.ticketkit.spi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import org.junit.jupiter.api.Test;

class OperatorTest {
    @Test
    void addressAndLanguageAreTakenAsADirectoryWritesThem() {
        Operator olga = new Operator("olga", "Olga", " mailto:olga@example.org ", "de_DE.UTF-8");
        assertThat(olga.email()).isEqualTo("olga@example.org");
        assertThat(olga.language()).isEqualTo("de-DE");
    }

    /** A directory's label is shown cleaned; it does not keep an operator from acting. */
    @Test
    void anOperatorActsUnderItsIdWhateverItsLabelHolds() {
        assertThat(new Operator("olga", "Ol\u0000ga", null, null).asActor()).isEqualTo(Actor.operator("olga", "Ol ga"));
        assertThat(new Operator("olga", " ", null, null).asActor()).isEqualTo(Actor.operator("olga", "olga"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Operator(" ", "Olga", null, null).asActor());
    }
}
