package dev.ticketkit.samples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.samples.quickstart.DemoOptions.Format;
import dev.ticketkit.samples.quickstart.DemoOptions.Store;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {
    @Test
    void usesH2AndTextAndAnInventedLogByDefault() {
        DemoOptions options = options();
        assertThat(options.store()).isEqualTo(Store.H2);
        assertThat(options.format()).isEqualTo(Format.TEXT);
        assertThat(options.log()).isNull();
    }

    @Test
    void takesWhatIsAskedFor() {
        DemoOptions options = options("log", "a/b.csv", "store", "memory", "format", "json");
        assertThat(options.store()).isEqualTo(Store.MEMORY);
        assertThat(options.format()).isEqualTo(Format.JSON);
        assertThat(options.log()).isEqualTo(Path.of("a/b.csv"));
    }

    @Test
    void usesPostgresqlForItsUrlAndNeverShowsThePassword() {
        DemoOptions options = options("jdbc", "jdbc:postgresql://h/db", "user", "u", "password", "secret");
        assertThat(options.store()).isEqualTo(Store.POSTGRESQL);
        assertThat(options.toString()).doesNotContain("secret");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("-Dstore", "store", "oracle");
        assertRefused("-Dformat", "format", "xml");
        assertRefused("-Djdbc", "jdbc", "jdbc:mysql://h/db");
        assertRefused("-Djdbc", "store", "postgresql");
        assertRefused("-Dstore=memory", "store", "memory", "jdbc", "jdbc:postgresql://h/db");
    }

    private static void assertRefused(String part, String... pairs) {
        assertThatThrownBy(() -> options(pairs))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(part);
    }

    private static DemoOptions options(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return DemoOptions.of(properties);
    }
}
