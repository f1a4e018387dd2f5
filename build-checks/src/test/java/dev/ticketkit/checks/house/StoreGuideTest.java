package dev.ticketkit.checks.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide says that a store of one's own implements is what the ports have. */
class StoreGuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SAID = Pattern.compile("`([A-Z]\\w+)`(?: \\| | has | \\(| )(\\d+)");

    @Test
    void saysOfEachPortHowManyMethodsItHas() throws IOException {
        Map<String, Integer> ports = new TreeMap<>(Ports.all(SourceTree.of(ROOT)));
        ports.remove("TicketStorage");
        ports.remove("Maintenance");
        assertThat(said()).isEqualTo(ports);
    }

    private static Map<String, Integer> said() throws IOException {
        Map<String, Integer> said = new TreeMap<>();
        Matcher each = SAID.matcher(Files.readString(ROOT.resolve("docs/guide/your-own-store.md")));
        while (each.find()) {
            said.put(each.group(1), Integer.valueOf(each.group(2)));
        }
        return said;
    }
}
