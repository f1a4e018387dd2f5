package dev.ticketkit.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("B9")
class LabelTest extends DeskFixture {
    LabelTest(Store store) {
        super(store);
    }

    private ActorDesk speaking(String language) {
        return deskBuilder()
                .tenants(id -> TenantSettings.defaults().withLanguage(Locale.forLanguageTag(language)))
                .build()
                .as(tenant, Actor.operator("olga"));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Labels.class.getResourceAsStream("labels_" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en", "es"})
    void existForEverything(String language) throws IOException {
        Properties words = words(language);
        assertThat(words.stringPropertyNames()).isEqualTo(words("en").stringPropertyNames());
        assertThat(words.values()).allSatisfy(word -> assertThat((String) word).isNotBlank());
        for (Status status : Status.predefined()) {
            assertThat(words).containsKey("status." + status.key());
        }
        for (Priority priority : Priority.values()) {
            assertThat(words).containsKey("priority." + priority.name());
        }
        for (MacroStatus macro : MacroStatus.values()) {
            assertThat(words).containsKey("macro." + macro.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "en", "es"})
    void ofStatusesAndPrioritiesAreAllDifferent(String language) {
        Labels labels = Labels.of(Locale.forLanguageTag(language));

        assertThat(Status.predefined().stream().map(labels::status)).doesNotHaveDuplicates();
        assertThat(java.util.stream.Stream.of(Priority.values()).map(labels::priority))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "it,Aperto,Urgente",
        "it-CH,Aperto,Urgente",
        "en-GB,Open,Urgent",
        "es-MX,Abierto,Urgente",
        "fr,Open,Urgent"
    })
    void areInTheTenantsLanguage(String language, String open, String urgent) {
        var report = speaking(language).statistics().report();

        assertThat(report.statuses().get(0).label()).isEqualTo(open);
        assertThat(report.priorities().get(0).label()).isEqualTo(urgent);
    }

    @Test
    void ofTheTenantGoBeforeThoseOfTheLanguage() {
        olga().catalogue().relabelStatus("open", "Brandneu");

        assertThat(speaking("it").statistics().report().statuses().get(0).label())
                .isEqualTo("Brandneu");
        assertThat(speaking("it").statistics().report().statuses().get(1).label())
                .isEqualTo("In corso");
    }

    @Test
    void areAddedByTheHost() {
        Labels german = Labels.english().with(Map.of("status.open", "Offen", "priority.URGENT", "Dringend"));
        ActorDesk desk = deskBuilder()
                .tenants(id -> TenantSettings.defaults().withLanguage(Locale.GERMAN))
                .labels(language -> language.getLanguage().equals("de") ? german : Labels.of(language))
                .build()
                .as(tenant, Actor.operator("olga"));

        assertThat(desk.statistics().report().statuses().get(0).label()).isEqualTo("Offen");
        assertThat(desk.statistics().report().priorities().get(0).label()).isEqualTo("Dringend");
        assertThat(desk.labels().text("report.total")).isEqualTo("Total");
        assertThat(Labels.english().status(Status.OPEN)).isEqualTo("Open");
    }
}
