package dev.ticketkit.samples.helpdesk.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.samples.helpdesk.team.Role;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9_.-]+)");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    @Test
    void sayTheSameInEveryLanguage() throws IOException {
        Map<String, String> english = texts("");
        for (String language : List.of("_it", "_es")) {
            Map<String, String> other = texts(language);
            assertThat(other.keySet()).isEqualTo(english.keySet());
            english.forEach(
                    (key, text) -> assertThat(places(other.get(key))).as(key).isEqualTo(places(text)));
        }
    }

    @Test
    void canBeFilledIn() throws IOException {
        for (String language : List.of("", "_it", "_es")) {
            for (Integer number : List.of(0, 1, 1_234)) {
                texts(language).forEach((key, text) -> {
                    Object[] values = Collections.nCopies(9, number).toArray();
                    assertThat(new MessageFormat(text, Locale.ENGLISH).format(values))
                            .as(key + language)
                            .doesNotContain("{", "}", "|");
                });
            }
        }
    }

    @Test
    void areThereForEveryKeyOfATemplate() throws IOException {
        Map<String, String> english = texts("");
        for (Path template : templates()) {
            assertThat(KEY.matcher(Files.readString(template)).results().map(found -> found.group(1)))
                    .as(template.toString())
                    .allMatch(english::containsKey);
        }
    }

    @Test
    void areThereForEveryConstantThatAPageShows() throws IOException {
        Map<String, Enum<?>[]> shown = Map.of(
                "role", Role.values(),
                "macro", MacroStatus.values(),
                "origin", Origin.values(),
                "event", EventKind.values(),
                "state", ExecutionState.values(),
                "outcome", NotificationOutcome.values());
        Map<String, String> english = texts("");
        shown.forEach((prefix, constants) -> assertThat(constants)
                .allSatisfy(constant -> assertThat(english).containsKey(prefix + "." + constant.name())));
    }

    @Test
    void areNotInTemplates() throws IOException {
        for (Path template : templates()) {
            String page = COMMENT.matcher(Files.readString(template)).replaceAll("");
            assertThat(TEXT.matcher(page).results().map(found -> found.group(1)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    private static int places(String text) {
        return new MessageFormat(text).getFormatsByArgumentIndex().length;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static Map<String, String> texts(String language) throws IOException {
        Properties read = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/messages" + language + ".properties")) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> texts = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return texts;
    }
}
