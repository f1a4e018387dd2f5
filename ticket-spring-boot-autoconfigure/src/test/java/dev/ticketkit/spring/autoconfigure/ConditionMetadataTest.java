package dev.ticketkit.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

class ConditionMetadataTest {
    /** What has none is opened at each start, only to be sorted, and often to be left out. */
    @Test
    void bootKnowsOrderAndConditionsOfEachAutoConfigurationWithoutOpeningIt() {
        List<String> ours = ImportCandidates.load(AutoConfiguration.class, null).getCandidates().stream()
                .filter(name -> name.startsWith("dev.ticketkit."))
                .toList();
        List<Properties> metadata = getClass()
                .getClassLoader()
                .resources("META-INF/spring-autoconfigure-metadata.properties")
                .map(ConditionMetadataTest::read)
                .toList();

        assertThat(ours).hasSizeGreaterThanOrEqualTo(7).allSatisfy(name -> assertThat(metadata)
                .anyMatch(each -> each.containsKey(name)));
    }

    private static Properties read(URL url) {
        try (InputStream file = url.openStream()) {
            Properties properties = new Properties();
            properties.load(file);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
