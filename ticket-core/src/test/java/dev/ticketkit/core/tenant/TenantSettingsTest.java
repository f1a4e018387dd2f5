package dev.ticketkit.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.spi.model.Reference;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TenantSettingsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @Test
    void aTenantNothingIsDecidedForIsEnglishInUtcWithNumbers() {
        TenantSettings defaults = TenantSettings.defaults();
        assertThat(defaults.language()).isEqualTo(Locale.ENGLISH);
        assertThat(defaults.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(defaults.references().matches(new Reference("T-000001"))).isTrue();
    }

    @Test
    void eachSettingChangesNoOther() {
        ReferenceFormat orders = ReferenceFormat.sequence("O-", 3);
        TenantSettings all = TenantSettings.defaults()
                .withLanguage(Locale.ITALIAN)
                .withZone(ROME)
                .withReferences(orders);
        assertThat(all.language()).isEqualTo(Locale.ITALIAN);
        assertThat(all.zone()).isEqualTo(ROME);
        assertThat(all.references()).isSameAs(orders);
        assertThat(TenantSettings.defaults().zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void noSettingIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> TenantSettings.defaults().withZone(null))
                .withMessage("zone");
    }
}
