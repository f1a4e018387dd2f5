package dev.ticketkit.core.internal.automation.check;

import static dev.ticketkit.core.automation.Starter.fired;
import static dev.ticketkit.core.automation.Starter.ticketCreated;
import static dev.ticketkit.core.automation.Step.openTicket;
import static dev.ticketkit.core.automation.Step.sendMessage;
import static dev.ticketkit.core.internal.automation.check.Checking.automation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.FieldSource;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fields of the host's own source are known in the steps of all automations, fired ones too. */
class HostFieldsTest {
    private static final FieldSource UNSAID = (tenant, contact) -> Map.of("CITY", "Rome");

    private static final FieldSource NAMED = new FieldSource() {
        @Override
        public Map<String, String> fields(TenantId tenant, Contact contact) {
            return Map.of("CITY", "Rome");
        }

        @Override
        public Set<String> names(TenantId tenant) {
            return Set.of("CITY", "N");
        }
    };

    private static final Automation FIRED =
            automation("a", fired("late").with("N"), openTicket("%%N%% of %%CITY%%"), sendMessage("%%CITY|-%%"));
    private static final Automation MISSPELT = automation("a", fired("late").with("N"), openTicket("%%CITTY%%"));

    @Test
    void aNameOfTheSourceIsKnownToAFiredAutomation() {
        assertThat(warnings(NAMED, FIRED)).containsExactly(AutomationWarning.Kind.POSSIBLY_EMPTY);
        assertThat(warnings(UNSAID, FIRED)).containsExactly(AutomationWarning.Kind.POSSIBLY_EMPTY);
    }

    @Test
    void aMisspeltNameIsRefusedWhereTheNamesAreKnown() {
        assertThatThrownBy(() -> warnings(NAMED, MISSPELT))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("steps[0].title", "CITTY");
        assertThatThrownBy(() -> warnings(NAMED, automation("a", ticketCreated(), sendMessage("%%CITTY%%"))))
                .hasMessageContainingAll("steps[0].text", "CITTY");
        assertThat(warnings(UNSAID, MISSPELT)).containsExactly(AutomationWarning.Kind.POSSIBLY_EMPTY);
    }

    @Test
    void whatIsFiredGoesBeforeWhatTheSourceHas() {
        assertThat(warnings(NAMED, automation("a", fired("late").with("N"), openTicket("%%N%%"))))
                .isEmpty();
    }

    @Test
    void aDeskWithoutSourceKnowsWhatIsDeclaredOnly() {
        assertThatThrownBy(() -> warnings(FieldSource.none(), FIRED)).hasMessageContainingAll("steps[0].title", "CITY");
        assertThat(warnings(FieldSource.none(), automation("a", ticketCreated(), sendMessage("%%CITY%%"))))
                .containsExactly(AutomationWarning.Kind.POSSIBLY_EMPTY);
    }

    private static List<AutomationWarning.Kind> warnings(FieldSource fields, Automation automation) {
        return Checking.checks(fields).check(automation, List.of()).stream()
                .map(AutomationWarning::kind)
                .toList();
    }
}
