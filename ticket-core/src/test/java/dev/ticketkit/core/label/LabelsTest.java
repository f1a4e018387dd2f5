package dev.ticketkit.core.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.text.FoldedText;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B9")
class LabelsTest {
    private static final List<String> REPORT = List.of(
            "category",
            "status",
            "priority",
            "tickets",
            "share",
            "no-category",
            "mean-closing-time",
            "hours",
            "total",
            "opened",
            "closed",
            "month");

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void everyWordIsThere(String language) {
        Labels labels = Labels.of(Locale.forLanguageTag(language));

        Status.predefined().forEach(status -> assertThat(labels.text("status." + status.key()))
                .doesNotStartWith("status."));
        Arrays.stream(Priority.values())
                .forEach(priority -> assertThat(labels.priority(priority)).doesNotStartWith("priority."));
        Arrays.stream(MacroStatus.values())
                .forEach(macro -> assertThat(labels.macroStatus(macro)).doesNotStartWith("macro."));
        Arrays.stream(TicketField.values())
                .filter(field -> field != TicketField.ATTRIBUTE)
                .forEach(field -> assertThat(labels.text("field." + field)).isNotEqualTo("field." + field));
        List.of("opened", "changed", "noted", "deleted", "change", "empty", "several", "more")
                .forEach(key -> assertThat(labels.text("notification." + key)).isNotEqualTo("notification." + key));
        List.of("opened", "changed", "noted").forEach(key -> assertThat(labels.text("notification.part." + key))
                .isNotEqualTo("notification.part." + key));
        REPORT.forEach(key -> assertThat(labels.text("report." + key)).isNotEqualTo("report." + key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "es"})
    void noTwoStatusesHaveTheSameWord(String language) {
        Labels labels = Labels.of(Locale.forLanguageTag(language));
        Set<FoldedText> words = new HashSet<>();

        Status.predefined().forEach(status -> words.add(FoldedText.of(labels.status(status))));

        assertThat(words).hasSize(Status.predefined().size());
    }

    @Test
    void languageIsChosenWithoutRegionAndWithoutTheJvmsDefault() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ITALIAN);
            assertThat(Labels.of(Locale.forLanguageTag("es-MX")).status(Status.OPEN))
                    .isEqualTo("Abierto");
            assertThat(Labels.of(Locale.FRENCH).status(Status.OPEN)).isEqualTo("Open");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void hostAddsWords() {
        Labels french = Labels.english().with(Map.of("status.open", "Ouvert"));

        assertThat(french.status(Status.OPEN)).isEqualTo("Ouvert");
        assertThat(french.status(Status.CLOSED)).isEqualTo("Closed");
    }
}
