package dev.ticketkit.spi.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredTest {
    @Test
    void givesBackWhatIsThere() {
        assertThat(Required.argument("x", "name")).isEqualTo("x");
        assertThat(Required.all(List.of("x"), "names")).containsExactly("x");
        assertThat(Required.all(new String[] {"x"}, "names")).containsExactly("x");
        assertThat(Required.all(Map.of("k", "v"), "names")).containsEntry("k", "v");
    }

    @Test
    void namesWhatIsNull() {
        assertThatThrownBy(() -> Required.argument(null, "name")).hasMessage("name: is null; give a value");
        assertThatThrownBy(() -> Required.all((List<String>) null, "names")).hasMessage("names: is null; give a value");
        assertThatThrownBy(() -> Required.all((String[]) null, "names")).hasMessage("names: is null; give a value");
        assertThatThrownBy(() -> Required.all((Map<String, String>) null, "names"))
                .hasMessage("names: is null; give a value");
    }

    @Test
    void namesWhatHoldsNull() {
        String said = "names: has a null in it; leave it out";
        assertThatThrownBy(() -> Required.all(Arrays.asList("x", null), "names"))
                .hasMessage(said);
        assertThatThrownBy(() -> Required.all(new String[] {null}, "names")).hasMessage(said);
        assertThatThrownBy(() -> Required.all(Collections.singletonMap("k", null), "names"))
                .hasMessage(said);
        assertThatThrownBy(() -> Required.all(Collections.singletonMap(null, "v"), "names"))
                .hasMessage(said);
    }
}
