package dev.ticketkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validator;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@ExtendWith(MockitoExtension.class)
class DeskTest {

    @Mock
    private Validator validator;

    @Test
    void takesValidatorOfHost() {
        assertThat(Desk.open(validator).name()).isEqualTo("Ticketkit");
    }

    @Test
    void runsInZoneDifferentFromUtc() {
        assertThat(TimeZone.getDefault().getID()).isEqualTo("America/St_Johns");
    }
}
