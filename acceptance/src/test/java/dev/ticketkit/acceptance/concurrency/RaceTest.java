package dev.ticketkit.acceptance.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.acceptance.concurrency.Crowd.Result;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.Receipt;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
class RaceTest extends DeskFixture {
    private final ActorDesk olga = olga();

    RaceTest(Store store) {
        super(store);
    }

    private static <T> List<T> allLanded(List<Result<T>> results) {
        assertThat(Crowd.errors(results)).isEmpty();
        return Crowd.values(results);
    }

    private static <T> void assertOneWins(List<Result<T>> results, Class<? extends Throwable> loss) {
        assertThat(Crowd.values(results)).hasSize(1);
        assertThat(Crowd.errors(results)).hasSize(Crowd.SIZE - 1).hasOnlyElementsOfType(loss);
    }

    private static List<String> numbers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> String.format(Locale.ROOT, "T-%06d", i))
                .toList();
    }

    @Test
    @Tag("R7")
    @Tag("F20")
    void generatedReferencesAreUniqueAndWithoutGapEvenWhenOpeningsFail() throws InterruptedException {
        opened(ticket("first").externalId("taken"));
        List<Result<List<String>>> results = Crowd.all(i -> () -> {
            Stream<Ticket> four = Stream.of(1, 2, 3, 4)
                    .map(n -> olga.open(ticket("t" + i).build()).ticket());
            List<String> references =
                    four.map(ticket -> ticket.reference().value()).toList();
            assertTaken(
                    "externalId",
                    "taken",
                    () -> olga.open(ticket("x").externalId("taken").build()));
            return references;
        });

        List<String> given = allLanded(results).stream().flatMap(List::stream).toList();
        assertThat(given).hasSize(256);
        assertThat(walk(olga, TicketQuery.builder().limit(200).build()))
                .extracting(ticket -> ticket.reference().value())
                .containsExactlyInAnyOrderElementsOf(numbers(257))
                .containsAll(given);
        assertThat(given).doesNotHaveDuplicates();
        assertThat(opened("last").reference().value()).isEqualTo("T-000258");
    }

    @Test
    @Tag("R7")
    @Tag("F20")
    void oneHandSetReferenceIsGivenOnceInWhateverCase() throws InterruptedException {
        List<Result<CommandResult>> results = Crowd.all(i -> () -> olga.open(
                ticket("t" + i).reference(i % 2 == 0 ? "Case-7" : "CASE-7").build()));

        assertOneWins(results, TakenException.class);
        assertThat(allTitles())
                .containsExactly(Crowd.values(results).get(0).ticket().title());
    }

    @Test
    @Tag("R7")
    void handSetReferencesAreNoneLost() throws InterruptedException {
        List<CommandResult> opened = allLanded(
                Crowd.all(i -> () -> olga.open(ticket("t").reference("H-" + i).build())));

        assertThat(opened)
                .allSatisfy(written ->
                        assertThat(olga.find(written.receipt().reference())).contains(written.ticket()));
        assertThat(walk(olga, TicketQuery.all())).hasSize(Crowd.SIZE);
    }

    @Test
    @Tag("B2")
    @Tag("F19")
    void ofManyValuesOfOneFieldOnOneVersionOneWins() throws InterruptedException {
        Ticket ticket = opened("a");
        List<Result<CommandResult>> results = Crowd.all(i -> () -> olga.ticket(ticket.id())
                .change(change().title("t" + i).onVersion(1).build()));

        assertOneWins(results, ConflictException.class);
        assertThat(now(ticket)).isEqualTo(Crowd.values(results).get(0).ticket());
        assertThat(now(ticket).version()).isEqualTo(2);
        assertThat(olga.ticket(ticket.id()).history()).hasSize(2);
        assertThat(Crowd.errors(results)).allSatisfy(error -> assertThat(((ConflictException) error).fields())
                .containsExactly("TITLE"));
    }

    /** 32 attributes, six fields and 26 notes, all decided on version 1. */
    private Callable<CommandResult> differentPart(TicketHandle ticket, int i) {
        if (i < 32) {
            return () -> ticket.change(
                    change().attributes(Map.of("a" + i, "v" + i)).onVersion(1).build());
        }
        return switch (i) {
            case 32 -> () -> ticket.change(change().title("new").onVersion(1).build());
            case 33 ->
                () -> ticket.change(change().description("new").onVersion(1).build());
            case 34 ->
                () -> ticket.change(change().status("closed").onVersion(1).build());
            case 35 ->
                () -> ticket.change(
                        change().priority(Priority.HIGH).onVersion(1).build());
            case 36 -> () -> ticket.change(change().category("New").onVersion(1).build());
            case 37 -> () -> ticket.change(change().owner(PIO).onVersion(1).build());
            default -> () -> i % 2 == 0 ? ticket.addInternalNote("n" + i) : ticket.addPublicNote("n" + i);
        };
    }

    @Test
    @Tag("B2")
    void ofManyDifferentFieldsOnOneVersionAllLand() throws InterruptedException {
        Ticket opened = opened("a");
        allLanded(Crowd.all(i -> differentPart(olga.ticket(opened.id()), i)));
        Ticket ticket = now(opened);
        List<TicketEvent> history = olga.ticket(opened.id()).history();

        assertThat(ticket.version()).isEqualTo(1 + Crowd.SIZE);
        assertThat(ticket.attributes()).hasSize(32).allSatisfy((name, value) -> assertThat(value)
                .isEqualTo("v" + name.substring(1)));
        assertThat(List.of(
                        ticket.title(),
                        ticket.description(),
                        ticket.status().key(),
                        ticket.category().name(),
                        ticket.owner().id()))
                .containsExactly("new", "new", "closed", "New", "pio");
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(history)
                .extracting(TicketEvent::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 65).mapToObj(i -> (long) i).toList());
        assertThat(history.stream().filter(event -> event.note() != null)).hasSize(26);
        assertThat(olga.statistics().verify().differences()).isEmpty();
    }

    @Test
    @Tag("B3")
    @Tag("F21")
    void oneKeyOpensOneTicketWithTheSameReceiptForAll() throws InterruptedException {
        List<CommandResult> all = allLanded(
                Crowd.all(i -> () -> olga.open(ticket("a").idempotencyKey("k").build())));

        assertThat(all.stream().map(CommandResult::receipt).distinct()).hasSize(1);
        assertThat(all.stream().filter(written -> !written.replayed())).hasSize(1);
        assertThat(allTitles()).containsExactly("a");
        assertThat(opened("b").reference().value()).isEqualTo("T-000002");
    }

    @Test
    @Tag("B3")
    @Tag("F21")
    void oneKeyWithTwoBodiesGoesToOneOfThem() throws InterruptedException {
        List<Result<Receipt>> results = Crowd.all(i -> () -> olga.open(
                        ticket(i % 2 == 0 ? "even" : "odd").idempotencyKey("k").build())
                .receipt());

        assertThat(Crowd.values(results)).hasSize(Crowd.SIZE / 2);
        assertThat(Crowd.values(results).stream().distinct()).hasSize(1);
        assertThat(Crowd.errors(results)).hasSize(Crowd.SIZE / 2).hasOnlyElementsOfType(KeyReusedException.class);
        assertThat(allTitles()).hasSize(1);
    }

    @Test
    @Tag("B3")
    @Tag("F21")
    void oneKeyNotesOnce() throws InterruptedException {
        Ticket ticket = opened("a");
        List<CommandResult> all =
                allLanded(Crowd.all(i -> () -> olga.ticket(ticket.id()).addInternalNote(new AddNote("n", "k"))));

        assertThat(all.stream().map(CommandResult::receipt).distinct()).hasSize(1);
        assertThat(olga.ticket(ticket.id()).notes()).hasSize(1);
        assertThat(now(ticket).version()).isEqualTo(2);
    }

    @Test
    @Tag("R5")
    void oneNewCategoryIsMadeOnce() throws InterruptedException {
        List<String> spellings = List.of("Straße", "STRASSE", " strasse ", "Strasse");
        List<CommandResult> all = allLanded(Crowd.all(
                i -> () -> olga.open(ticket("t").category(spellings.get(i % 4)).build())));

        assertThat(olga.catalogue().categories()).hasSize(1);
        Category category = olga.catalogue().categories().get(0).category();
        assertThat(all).allSatisfy(written -> assertThat(now(written.ticket()).category())
                .isEqualTo(category));
        assertThat(olga.statistics().report().categories().get(0).tickets()).isEqualTo(Crowd.SIZE);
    }

    @Test
    @Tag("R3")
    void statusesAddedTogetherKeepTheirPlacesAndLabels() throws InterruptedException {
        List<Result<Status>> same =
                Crowd.all(i -> () -> olga.catalogue().addStatus("key" + i, "Label", MacroStatus.TERMINATED));
        assertOneWins(same, TakenException.class);
        List<Status> added =
                allLanded(Crowd.run(16, i -> () -> olga.catalogue().addStatus("Own " + i, MacroStatus.IN_PROGRESS)));

        assertThat(added).extracting(Status::position).doesNotHaveDuplicates();
        assertThat(olga.catalogue().statuses().entries()).hasSize(7 + 1 + 16);
    }

    @Test
    @Tag("R20")
    void deletionAndChangesLeaveOneChainOfVersions() throws InterruptedException {
        Ticket ticket = opened("a");
        Crowd.all(i -> () -> switch (i % 4) {
            case 0 -> olga.ticket(ticket.id()).delete();
            case 1 -> olga.ticket(ticket.id()).restore();
            case 2 -> olga.ticket(ticket.id()).change(change().title("t" + i).build());
            default -> olga.ticket(ticket.id()).addInternalNote("n" + i);
        });
        List<TicketEvent> history = olga.ticket(ticket.id()).history();
        olga.ticket(ticket.id()).restore();

        assertThat(history)
                .extracting(TicketEvent::version)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, history.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(now(ticket).version()).isBetween((long) history.size(), history.size() + 1L);
        assertThat(olga.statistics().verify().differences()).isEmpty();
    }
}
