package dev.ticketkit.spi.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldChangeTest {
    @ParameterizedTest
    @EnumSource(
            value = TicketField.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ATTRIBUTE", "UNKNOWN"})
    void everyFieldIsReadBackByItsKey(TicketField field) {
        FieldChange change = FieldChange.of(field, "a", "b");
        assertThat(change.key()).isEqualTo(field.name());
        assertThat(FieldChange.ofKey(change.key(), "a", "b")).isEqualTo(change);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", "a:b", ""})
    void anAttributeIsReadBackByItsKey(String name) {
        FieldChange change = FieldChange.ofAttribute(name, null, "red");
        assertThat(FieldChange.ofKey(change.key(), null, "red")).isEqualTo(change);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOOD", "MOOD:bright", "TITLE:short", "ATTRIBUTE", "UNKNOWN"})
    void aKeyOfANewerVersionIsKeptAsItIs(String key) {
        FieldChange change = FieldChange.ofKey(key, "a", "b");
        assertThat(change.field()).isEqualTo(TicketField.UNKNOWN);
        assertThat(change.key()).isEqualTo(key);
    }

    @Test
    void aNameGoesWithAttributesAndUnknownFieldsAlone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldChange(TicketField.ATTRIBUTE, null, "a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FieldChange(TicketField.TITLE, "x", "a", "b"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TicketField.class,
            names = {"STATUS", "PRIORITY", "CATEGORY", "OWNER", "OWNER_LABEL"})
    void anErasureKeepsHowTheTicketWasWorkedOn(TicketField field) {
        FieldChange change = FieldChange.of(field, "a", "b");
        assertThat(change.erased()).isEqualTo(change);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TITLE", "DESCRIPTION", "CONTACT_NAME", "CONTACT_EMAIL", "ATTRIBUTE:Ada's", "MOOD:Ada's"})
    void anErasureTakesEveryTextAndEveryName(String key) {
        assertThat(FieldChange.ofKey(key, "Ada", "Ada L.").erased().toString()).doesNotContain("Ada");
    }
}
