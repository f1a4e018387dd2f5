package dev.ticketkit.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.model.Contact;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandValidatorTest {
    private static final CommandValidator ENGLISH = CommandValidator.ofProvider(Locale.ENGLISH);
    private static final Validator PROVIDED = new ProviderValidator(Locale.ENGLISH).make();

    @Test
    void namesEveryFieldAndLimitAndNoValue() {
        OpenTicket bad = OpenTicket.builder()
                .title(" ")
                .description("secret\u0000")
                .contact(new Contact("c", "n\u202e", "12", "a@b,c@d", "!"))
                .attributes(Map.of("secret\u0000name", "v"))
                .build();

        assertThatThrownBy(() -> ENGLISH.check(bad))
                .isInstanceOf(ConstraintViolationException.class)
                .hasMessageContaining("title: must have between 1 and 256")
                .hasMessageContaining("description: must not hold")
                .hasMessageContaining("contact.name: ")
                .hasMessageContaining("contact.phone: ")
                .hasMessageContaining("contact.email: ")
                .hasMessageContaining("contact.language: ")
                .hasMessageContaining("attributes")
                .hasMessageNotContaining("\u0000")
                .hasMessageNotContaining("a@b");
    }

    @ParameterizedTest
    @CsvSource({"en, is required", "it, è obbligatorio", "es, es obligatorio", "fr, is required"})
    void speaksTheLanguageItIsGiven(String language, String message) {
        CommandValidator validator = CommandValidator.ofProvider(Locale.forLanguageTag(language));

        assertThatThrownBy(() -> validator.check(OpenTicket.builder().build())).hasMessage("title: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "en, ContributorValidationMessages.properties",
        "it, ContributorValidationMessages_it.properties",
        "es, ContributorValidationMessages_es.properties"
    })
    void saysTheSameAsTheSpiSaysToAHostsValidator(String language, String file) throws IOException {
        Properties core = load(CommandValidator.class, "messages_" + language + ".properties");
        Properties spi = load(CodePoints.class, "/" + file);

        assertThat(spi).isNotEmpty();
        spi.stringPropertyNames()
                .forEach(key -> assertThat(core.getProperty(key)).as(key).isEqualTo(spi.getProperty(key)));
    }

    @Test
    void desksOfOneLanguageShareAValidator() {
        assertThat(CommandValidator.ofProvider(Locale.ENGLISH)).isSameAs(ENGLISH);
        assertThat(CommandValidator.ofProvider(Locale.ITALIAN)).isNotSameAs(ENGLISH);
    }

    @Test
    void anApplicationWithClassesOfItsOwnHasItsOwnValidator() throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        try (URLClassLoader other = new URLClassLoader(new URL[0], ours)) {
            thread.setContextClassLoader(other);
            assertThat(CommandValidator.ofProvider(Locale.ENGLISH)).isNotSameAs(ENGLISH);
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    /** The first command may come on a thread of another application, whose settings are none of ours. */
    @Test
    void isMadeWithTheClassLoaderThatFoundTheProviderWhicheverThreadChecksFirst(@TempDir Path folder) throws Exception {
        Files.createDirectory(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/validation.xml"), "of another application");
        CommandValidator fresh = CommandValidator.ofProvider(Locale.forLanguageTag("sv"));
        Thread thread = Thread.currentThread();
        ClassLoader ours = thread.getContextClassLoader();
        try (URLClassLoader other = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ours)) {
            thread.setContextClassLoader(other);
            assertThatThrownBy(() -> fresh.check(OpenTicket.builder().build())).hasMessage("title: is required");
            assertThat(thread.getContextClassLoader()).isSameAs(other);
        } finally {
            thread.setContextClassLoader(ours);
        }
    }

    @Test
    void isMadeOnceByADaemonThreadWhereItIsPrepared() throws Exception {
        BlockingQueue<Thread> makers = new LinkedBlockingQueue<>();
        CommandValidator fresh = new CommandValidator(() -> {
            makers.add(Thread.currentThread());
            return PROVIDED;
        });
        fresh.prepare();
        Thread maker = makers.poll(10, TimeUnit.SECONDS);

        assertThat(maker).isNotNull().isNotSameAs(Thread.currentThread());
        assertThat(maker.isDaemon()).isTrue();
        fresh.check(OpenTicket.builder().title("t").build());
        fresh.prepare();
        assertThat(makers).isEmpty();
    }

    @Test
    void whatCannotBeMadeBesideTheStartIsSaidByTheFirstCommand() throws Exception {
        BlockingQueue<Thread> makers = new LinkedBlockingQueue<>();
        CommandValidator broken = new CommandValidator(() -> {
            makers.add(Thread.currentThread());
            throw new IllegalStateException("broken");
        });
        broken.prepare();
        Thread maker = makers.poll(10, TimeUnit.SECONDS);

        assertThat(maker).isNotNull();
        maker.join(10_000);
        assertThat(maker.isAlive()).isFalse();
        assertThatThrownBy(() -> broken.check(OpenTicket.builder().title("t").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    private static Properties load(Class<?> beside, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = beside.getResourceAsStream(file)) {
            properties.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return properties;
    }
}
