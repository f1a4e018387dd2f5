package dev.ticketkit.acceptance.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Party;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of the guide to search. */
@OnEveryStore
@Tag("R16")
class SearchGuideTest extends DeskFixture {
    private static final Path GUIDE = Path.of("../docs/guide/search.md");

    SearchGuideTest(Store store) {
        super(store);
    }

    @Test
    void findsWhatTheGuideSays() throws IOException {
        rows("| ticket |").forEach(this::open);
        List<List<String>> examples = rows("| typed | found |");
        SoftAssertions softly = new SoftAssertions();
        for (List<String> example : examples) {
            String typed = example.get(0).substring(1, example.get(0).length() - 1);
            String[] found =
                    example.get(1).isEmpty() ? new String[0] : example.get(1).split(", ", -1);
            softly.assertThat(olga().list(olga().query(typed)).items())
                    .as(typed)
                    .extracting(ticket -> ticket.reference().value())
                    .containsExactlyInAnyOrder(found);
        }
        softly.assertAll();
        assertThat(examples).hasSizeGreaterThan(40);
    }

    /** References of the form that a desk gives are not given to it. */
    private void open(List<String> row) {
        ActorDesk giving = deskBuilder()
                .tenants(any -> TenantSettings.defaults().withReferences(ReferenceFormat.sequence("X-", 6)))
                .build()
                .as(tenant, Actor.operator("olga", "Olga"));
        OpenTicket.Builder ticket = OpenTicket.builder()
                .reference(row.get(0))
                .title(row.get(1))
                .contact(new Contact(
                        "c-" + row.get(0), orNull(row.get(3)), orNull(row.get(5)), orNull(row.get(4)), null));
        if (!row.get(2).isEmpty()) {
            ticket.description(row.get(2));
        }
        if (!row.get(6).isEmpty()) {
            ticket.owner(new Party("id of " + row.get(0), row.get(6)));
        }
        giving.open(ticket.build());
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** The rows of all tables that begin so, without their heads. */
    private static List<List<String>> rows(String head) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(GUIDE)) {
            inside = line.startsWith(head) || (inside && line.startsWith("|"));
            if (inside && !line.startsWith(head) && !line.startsWith("| ---")) {
                rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList());
            }
        }
        return rows;
    }
}
