package dev.ticketkit.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.core.desk.ContactDesk;
import dev.ticketkit.core.desk.PurgeReport;
import dev.ticketkit.core.desk.StatusDesk;
import dev.ticketkit.core.desk.StatusImpact;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.statistics.Statistics;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.Total;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every public method of the desk, called by one tenant with what belongs to another: nothing is found, nothing is said, nothing
 * changes. A public method without a row here fails the test.
 */
@OnEveryStore
@Tag("B1")
@Tag("F58")
class TenantIsolationTest extends DeskFixture {
    private final Map<String, Runnable> attacks = new TreeMap<>();
    private Ticket victim;
    private String cursor;
    private String contactCursor;
    private ActorDesk thief;

    TenantIsolationTest(Store store) {
        super(store);
    }

    @BeforeEach
    void prepare() {
        victim = opened(ticket("victim")
                .reference("V-1")
                .externalId("ext-1")
                .category("Secret")
                .owner(PIO)
                .idempotencyKey("key"));
        changed(victim, change().title("victim 2").idempotencyKey("key"));
        handle(victim).addInternalNote(new AddNote("note", "key"));
        handle(victim).changeContact(new ChangeContact(BRUNO, "key"));
        opened("second");
        victim = now(victim);
        olga().catalogue().addStatus("theirs", "Theirs", MacroStatus.IN_PROGRESS);
        olga().catalogue().setPriority(Priority.LOW, "Theirs", false);
        cursor = olga().list(TicketQuery.builder().limit(1).build()).cursor();
        contactCursor = olga().contacts(TicketQuery.builder().limit(1).build()).cursor();
        thief = desk().as(new TenantId(tenant.value().toUpperCase(Locale.ROOT)), Actor.operator("olga", "Olga"));
    }

    private static void assertNotFound(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NotFoundException.class).hasMessageNotContaining("V-1");
    }

    private void attack(Class<?> type, String signature, Runnable attack) {
        attacks.put(type.getSimpleName() + "." + signature, attack);
    }

    /** By id, by reference and with the ticket in hand. */
    private void onTicket(String signature, Function<TicketHandle, Object> call) {
        attack(TicketHandle.class, signature, () -> {
            assertNotFound(() -> call.apply(thief.ticket(victim.id())));
            assertNotFound(() -> call.apply(thief.ticket(victim.reference())));
            assertNotFound(() -> call.apply(thief.ticket(victim)));
        });
    }

    private void tickets() {
        onTicket("get()", TicketHandle::get);
        onTicket("history()", TicketHandle::history);
        onTicket("notes()", TicketHandle::notes);
        onTicket(
                "change(ChangeTicket)",
                t -> t.change(change().title("victim 2").idempotencyKey("key").build()));
        onTicket("changeContact(ChangeContact)", t -> t.changeContact(new ChangeContact(BRUNO, "key")));
        onTicket("addInternalNote(AddNote)", t -> t.addInternalNote(new AddNote("note", "key")));
        onTicket("addInternalNote(String)", t -> t.addInternalNote("x"));
        onTicket("addPublicNote(AddNote)", t -> t.addPublicNote(new AddNote("note", "key")));
        onTicket("addPublicNote(String)", t -> t.addPublicNote("x"));
        onTicket("delete(DeleteTicket)", t -> t.delete(new DeleteTicket("key")));
        onTicket("delete()", TicketHandle::delete);
        onTicket("restore(RestoreTicket)", t -> t.restore(new RestoreTicket("key")));
        onTicket("restore()", TicketHandle::restore);
    }

    private void desks() {
        attack(ActorDesk.class, "find(TicketId)", () -> assertThat(thief.find(victim.id()))
                .isEmpty());
        attack(ActorDesk.class, "find(Reference)", () -> assertThat(thief.find(victim.reference()))
                .isEmpty());
        attack(ActorDesk.class, "findByExternalId(String)", () -> assertThat(thief.findByExternalId("ext-1"))
                .isEmpty());
        attack(ActorDesk.class, "ticket(TicketId)", () -> assertNotFound(thief.ticket(victim.id())::get));
        attack(ActorDesk.class, "ticket(Reference)", () -> assertNotFound(thief.ticket(victim.reference())::get));
        attack(ActorDesk.class, "ticket(Ticket)", () -> assertNotFound(thief.ticket(victim)::get));
        attack(
                ActorDesk.class,
                "at(Instant)",
                () -> assertNotFound(
                        thief.at(Instant.parse("2026-05-01T00:00:00Z")).ticket(victim)::delete));
        attack(ActorDesk.class, "because(Cause)", () -> {
            Cause cause = new Cause(handle(victim).history().get(0).id(), "x", 1);
            assertNotFound(thief.because(cause).ticket(victim)::delete);
        });
        attack(ActorDesk.class, "contact(Contact)", () -> assertThat(
                        thief.contact(BRUNO).list(TicketQuery.all()).items())
                .isEmpty());
        attack(ActorDesk.class, "list(TicketQuery)", () -> {
            assertThat(thief.list(TicketQuery.all()).items()).isEmpty();
            assertThat(thief.list(TicketQuery.all()).total()).isEqualTo(new Total(0, true));
            assertThat(thief.list(TicketQuery.builder()
                                    .categories("Secret")
                                    .text("victim")
                                    .owners("pio")
                                    .build())
                            .items())
                    .isEmpty();
            assertNotFound(() ->
                    thief.list(TicketQuery.builder().limit(1).cursor(cursor).build()));
        });
        attack(ActorDesk.class, "contacts(TicketQuery)", () -> {
            assertThat(thief.contacts(TicketQuery.all()).items()).isEmpty();
            assertNotFound(() -> thief.contacts(
                    TicketQuery.builder().limit(1).cursor(contactCursor).build()));
        });
        UUID opening = handle(victim).history().get(0).id();
        attack(ActorDesk.class, "why(UUID)", () -> assertNotFound(() -> thief.why(opening)));
        attack(ActorDesk.class, "mail()", () -> thief.mail().switchOff());
        attack(ActorDesk.class, "automations()", () -> assertThat(
                        thief.automations().list())
                .isEmpty());
        Fire fire = Fire.starter("order")
                .contact(BRUNO)
                .field("SECRET", "victim")
                .idempotencyKey("key")
                .build();
        UUID fired = olga().fire(fire).id();
        attack(ActorDesk.class, "fire(Fire)", () -> {
            assertThat(thief.fire(fire).id()).isNotEqualTo(fired);
            assertNotFound(() -> thief.why(fired));
        });
        attack(ContactDesk.class, "fire(Fire)", () -> assertThat(
                        thief.contact(BRUNO).fire(fire).id())
                .isNotEqualTo(fired));
        attack(ActorDesk.class, "erase(String)", () -> assertThat(
                        thief.erase(victim.contact().id()))
                .isZero());
        bulk();
        attack(ActorDesk.class, "purge()", () -> assertThat(thief.purge()).isEqualTo(new PurgeReport(0, 0, 0, 0)));
        attack(ActorDesk.class, "purge(Instant)", () -> assertThat(thief.purge(clock.instant()))
                .isEqualTo(new PurgeReport(0, 0, 0, 0)));
        attack(ActorDesk.class, "statistics()", () -> assertThat(
                        thief.statistics().report().tickets())
                .isZero());
        attack(ActorDesk.class, "catalogue()", () -> assertThat(
                        thief.catalogue().categories())
                .isEmpty());
        attack(ActorDesk.class, "labels()", () -> assertThat(thief.labels().text("report.total"))
                .isEqualTo("Total"));
        attack(ContactDesk.class, "list(TicketQuery)", () -> {
            assertThat(thief.contact(BRUNO).list(TicketQuery.all()).items()).isEmpty();
            assertNotFound(() -> thief.contact(BRUNO)
                    .list(TicketQuery.builder().limit(1).cursor(cursor).build()));
        });
        attack(ActorDesk.class, "open(OpenTicket)", this::opensItsOwn);
        attack(ContactDesk.class, "open(OpenTicket)", () -> assertThat(thief.contact(BRUNO)
                        .open(ticket("mine").build())
                        .ticket()
                        .tenant())
                .isNotEqualTo(tenant));
    }

    private void bulk() {
        attack(ActorDesk.class, "stream(TicketQuery)", () -> assertThat(thief.stream(TicketQuery.all()))
                .isEmpty());
        attack(ActorDesk.class, "query(String)", () -> {
            assertThat(thief.list(thief.query("victim")).items()).isEmpty();
            assertThat(thief.list(thief.query("category:Secret")).items()).isEmpty();
        });
        attack(ActorDesk.class, "writeCsv(TicketQuery,Appendable)", () -> {
            StringBuilder csv = new StringBuilder();
            assertThatCode(() -> thief.writeCsv(TicketQuery.all(), csv)).doesNotThrowAnyException();
            assertThat(csv).doesNotContain(victim.title(), victim.reference().value());
        });
        attack(ActorDesk.class, "changeAll(List,ChangeTicket)", () -> assertThat(thief.changeAll(
                        List.of(victim.id()), change().title("x").build()))
                .singleElement()
                .satisfies(result -> assertThat(result.problem()).isInstanceOf(NotFoundException.class)));
        ImportTicket same = new ImportTicket(
                ticket("mine").reference(victim.reference().value()).build(), clock.instant(), null);
        ActorDesk other = desk().as("o-" + UUID.randomUUID(), Actor.host("importer"));
        attack(ActorDesk.class, "importTickets(Iterator)", () -> assertThat(
                        other.importTickets(List.of(same).iterator()).imported())
                .isEqualTo(1));
        attack(ActorDesk.class, "importTickets(Iterator,Consumer)", () -> assertThat(
                        other.importTickets(List.of(same).iterator(), report -> {})
                                .skipped())
                .isEqualTo(1));
    }

    /** The same key, reference, external id and category are free here. */
    private void opensItsOwn() {
        var mine = thief.open(ticket("victim")
                .reference("V-1")
                .externalId("ext-1")
                .category("Secret")
                .owner(PIO)
                .idempotencyKey("key")
                .build());
        assertThat(mine.replayed()).isFalse();
        assertThat(mine.ticket().id()).isNotEqualTo(victim.id());
        assertThat(mine.ticket().category().id()).isNotEqualTo(victim.category().id());
    }

    private void catalogues() {
        Catalogue theirs = thief.catalogue();
        attack(Catalogue.class, "statuses()", () -> {
            assertThat(theirs.statuses().find("theirs")).isEmpty();
            assertRefused(
                    "status", () -> thief.open(ticket("x").status("theirs").build()));
        });
        attack(Catalogue.class, "categories()", () -> assertThat(theirs.categories())
                .isEmpty());
        attack(Catalogue.class, "priorities()", () -> assertThat(theirs.priorities())
                .allMatch(entry -> entry.label() == null));
        attack(Catalogue.class, "label(Status)", () -> assertThat(theirs.label(Status.OPEN))
                .isEqualTo("Open"));
        attack(Catalogue.class, "label(Priority)", () -> assertThat(theirs.label(Priority.LOW))
                .isEqualTo("Low"));
        attack(Catalogue.class, "label(PriorityEntry)", () -> assertThat(
                        theirs.label(theirs.priorities().get(4)))
                .isEqualTo("Low"));
        attack(Catalogue.class, "choose(Priority)", () -> assertThat(theirs.choose(Priority.LOW))
                .isEqualTo(Priority.LOW));
        attack(Catalogue.class, "choose(String)", () -> assertThat(
                        theirs.choose("Secret").id())
                .isNotEqualTo(victim.category().id()));
        attack(Catalogue.class, "addStatus(String,MacroStatus)", () -> assertThat(
                        theirs.addStatus("Theirs", MacroStatus.TERMINATED).key())
                .isEqualTo("theirs"));
        attack(Catalogue.class, "addStatus(String,String,MacroStatus)", () -> assertThat(
                        theirs.addStatus("theirs2", "Theirs 2", MacroStatus.TERMINATED)
                                .macro())
                .isEqualTo(MacroStatus.TERMINATED));
        attack(Catalogue.class, "relabelStatus(String,String)", () -> theirs.relabelStatus("open", "Stolen"));
        attack(
                Catalogue.class,
                "setPriority(Priority,String,boolean)",
                () -> theirs.setPriority(Priority.URGENT, "Stolen", false));
        attack(
                Catalogue.class,
                "renameCategory(String,String)",
                () -> assertNotFound(() -> theirs.renameCategory("Secret", "Stolen")));
        attack(
                Catalogue.class,
                "hideCategory(String,boolean)",
                () -> assertNotFound(() -> theirs.hideCategory("Secret", true)));
        attack(Catalogue.class, "mergeCategory(String,String)", () -> {
            thief.open(ticket("x").category("Mine").contact(BRUNO).build());
            assertNotFound(() -> theirs.mergeCategory("Secret", "Mine"));
            assertNotFound(() -> theirs.mergeCategory("Mine", "Secret"));
        });
    }

    /** What is hidden or removed here is the thief's own; the victim's ticket is in the same status. */
    private void statuses() {
        attack(
                ActorDesk.class,
                "statuses()",
                () -> assertNotFound(() -> thief.statuses().impactOf("theirs")));
        attack(StatusDesk.class, "impactOf(String)", () -> assertThat(
                        thief.statuses().impactOf("open"))
                .isEqualTo(new StatusImpact(0, List.of())));
        attack(StatusDesk.class, "hide(String)", () -> {
            assertNotFound(() -> thief.statuses().hide("theirs"));
            thief.statuses().hide("waiting");
        });
        attack(StatusDesk.class, "hide(String,String)", () -> {
            assertNotFound(() -> thief.statuses().hide("theirs", "pending"));
            assertRefused("replacement", () -> thief.statuses().hide("waiting", "theirs"));
            assertThat(thief.statuses().hide("waiting", "pending").moved()).isZero();
        });
        attack(
                StatusDesk.class,
                "show(String)",
                () -> assertNotFound(() -> thief.statuses().show("theirs")));
        attack(
                StatusDesk.class,
                "remove(String)",
                () -> assertNotFound(() -> thief.statuses().remove("theirs")));
        attack(
                StatusDesk.class,
                "remove(String,String)",
                () -> assertNotFound(() -> thief.statuses().remove("theirs", "open")));
    }

    private void statistics() {
        attack(Statistics.class, "report()", () -> assertThat(
                        thief.statistics().report().tickets())
                .isZero());
        attack(Statistics.class, "report(StatisticsQuery)", () -> {
            var report = thief.statistics()
                    .report(StatisticsQuery.builder()
                            .allTime()
                            .categories("Secret")
                            .build());
            assertThat(report.tickets()).isZero();
            assertThat(report.statusEntries()).isEmpty();
            assertThat(report.statuses()).noneMatch(row -> row.status().key().equals("theirs"));
        });
        attack(Statistics.class, "monthlyFlow(YearMonth,YearMonth)", () -> assertThat(thief.statistics()
                        .monthlyFlow(YearMonth.of(2026, 3), YearMonth.of(2026, 3))
                        .get(0)
                        .opened())
                .isZero());
        attack(Statistics.class, "dailyFlow(LocalDate,LocalDate)", () -> assertThat(
                        thief.statistics().dailyFlow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)).stream()
                                .mapToLong(day -> day.opened() + day.closed())
                                .sum())
                .isZero());
        attack(Statistics.class, "workload()", () -> assertThat(
                        thief.statistics().workload())
                .isEmpty());
        attack(Statistics.class, "backlogAge()", () -> assertThat(
                        thief.statistics().backlogAge().oldest())
                .isNull());
        attack(Statistics.class, "verify()", () -> assertThat(
                        thief.statistics().verify().tickets())
                .isZero());
    }

    private void automations() {
        olga().automations().save(theirs("theirs"));
        AutomationDesk mine = thief.automations();
        attack(AutomationDesk.class, "list()", () -> assertThat(mine.list()).isEmpty());
        attack(AutomationDesk.class, "unreadable()", () -> assertThat(mine.unreadable())
                .isEmpty());
        attack(AutomationDesk.class, "find(String)", () -> assertThat(mine.find("theirs"))
                .isEmpty());
        attack(AutomationDesk.class, "check(Automation)", () -> {
            // The victim's would start it again; here it starts nothing.
            assertThat(mine.check(back("mine"))).isEmpty();
            assertRefused("automation", () -> olga().automations().check(back("mine")));
        });
        attack(AutomationDesk.class, "remove(String)", () -> mine.remove("theirs"));
        attack(AutomationDesk.class, "save(Automation)", () -> mine.save(back("theirs")));
        attack(AutomationDesk.class, "saveAnyway(Automation)", () -> mine.saveAnyway(back("theirs")));
        InstantRange always = InstantRange.ALWAYS;
        attack(AutomationDesk.class, "dryRun(Automation,InstantRange,int)", () -> {
            Automation opened = Automation.builder("dry", "Dry")
                    .when(Starter.ticketCreated())
                    .steps(Step.sendMessage("x"))
                    .build();
            assertThat(mine.dryRun(opened, always, 10).matches()).isEmpty();
        });
        attack(AutomationDesk.class, "dryRun(Automation,Fire)", () -> {
            Automation fired = Automation.builder("dry", "Dry")
                    .when(Starter.fired("x"))
                    .onlyIf(Condition.contactHasOpenTicket())
                    .steps(Step.openTicket("t"))
                    .build();
            Fire fire = Fire.starter("x").contact(BRUNO).build();
            assertThat(mine.dryRun(fired, fire)).isEmpty();
            assertThat(olga().automations().dryRun(fired, fire)).hasSize(1);
        });
    }

    private static Automation theirs(String id) {
        return Automation.builder(id, id)
                .when(Starter.statusBecame("closed"))
                .steps(Step.updateTicket().status("open"))
                .build();
    }

    private static Automation back(String id) {
        return Automation.builder(id, id)
                .when(Starter.statusBecame("open"))
                .steps(Step.updateTicket().status("closed"))
                .build();
    }

    private static Stream<String> publicMethods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(method -> type.getSimpleName() + "." + signature(method));
    }

    private static String signature(Method method) {
        return method.getName()
                + "("
                + String.join(
                        ",",
                        Stream.of(method.getParameterTypes())
                                .map(Class::getSimpleName)
                                .toList())
                + ")";
    }

    private List<Object> victimsWorld() {
        List<Object> world = new ArrayList<>(walk(olga(), TicketQuery.all()));
        world.addAll(olga().automations().list());
        world.addAll(handle(victim).history());
        world.add(olga().catalogue().statuses().entries());
        world.add(olga().catalogue().priorities());
        world.add(olga().catalogue().categories());
        world.add(olga().statistics().report());
        world.add(olga().mail().isOn());
        world.add(olga().automations().list());
        return world;
    }

    @Test
    void nothingOfAnotherTenantIsFoundOrChangedByAnyPublicMethod() {
        desks();
        tickets();
        catalogues();
        statuses();
        statistics();
        automations();
        assertThat(attacks.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                ActorDesk.class,
                                ContactDesk.class,
                                TicketHandle.class,
                                AutomationDesk.class,
                                Catalogue.class,
                                StatusDesk.class,
                                Statistics.class)
                        .flatMap(TenantIsolationTest::publicMethods)
                        .toList());
        List<Object> before = victimsWorld();
        List<Map.Entry<String, Runnable>> readersFirst = attacks.entrySet().stream()
                .sorted(Comparator.comparing(attack -> leaves(attack.getKey())))
                .toList();
        for (Map.Entry<String, Runnable> attack : readersFirst) {
            attack.getValue().run();
            assertThat(victimsWorld()).as(attack.getKey()).isEqualTo(before);
        }
    }

    /** How much of the thief's own a row leaves behind for later rows to find. */
    private static int leaves(String name) {
        boolean catalogue = Stream.of("addStatus", "relabel", "setPriority", "mergeCategory", "save")
                .anyMatch(name::contains);
        return name.contains("open(") ? 2 : catalogue ? 1 : 0;
    }

    /** Ids are as good as unique; the tenant decides all the same. */
    @Test
    void ticketInHandIsNotFoundEvenWhenAnOwnOneHasItsId() {
        TenantId other = new TenantId(tenant + "-2");
        Ticket theirs = sameIds()
                .as(tenant, Actor.operator("o"))
                .open(ticket("theirs").build())
                .ticket();
        Ticket own = sameIds()
                .as(other, Actor.operator("o"))
                .open(ticket("own").build())
                .ticket();
        ActorDesk desk = desk().as(other, Actor.operator("o"));

        assertThat(theirs.id()).isEqualTo(own.id());
        assertNotFound(() -> desk.ticket(theirs).get());
        assertNotFound(() -> desk.ticket(theirs).delete());
        assertThat(desk.ticket(own).get()).isEqualTo(own);
        assertThat(desk.find(theirs.id())).contains(own);
        assertThat(now(theirs)).isEqualTo(theirs);
    }

    private TicketDesk sameIds() {
        return deskBuilder().ids(new TimeOrderedIds(new Random(58))).build();
    }

    @Test
    void tenantExistsFromItsFirstUseWithDefaults() {
        ActorDesk fresh = desk().as(tenant.value() + "-never-seen", Actor.operator("o"));

        assertThat(fresh.list(TicketQuery.all()).items()).isEmpty();
        assertThat(fresh.statistics().report().tickets()).isZero();
        assertThat(fresh.catalogue().statuses().entries()).hasSize(7);
        assertThat(fresh.labels().text("priority.URGENT")).isEqualTo("Urgent");
        assertThat(fresh.open(ticket("a").build()).ticket().reference().value()).isEqualTo("T-000001");
        assertThat(Category.idOf(tenant, "Secret")).isEqualTo(victim.category().id());
    }
}
