package dev.ticketkit.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.core.desk.ContactDesk;
import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.desk.StatusDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every public method of the desk, called by one tenant with what belongs to another: nothing is found, nothing is said, nothing
 * changes. A public method without a row here fails the test.
 */
@OnEveryStore
@Tag("B1")
@Tag("F58")
class TenantIsolationTest extends Theft {
    TenantIsolationTest(Store store) {
        super(store);
    }

    private void tickets() {
        onTicket("get()", TicketHandle::get);
        onTicket("history()", TicketHandle::history);
        onTicket("notes()", TicketHandle::notes);
        onTicket(
                "change(ChangeTicket)",
                t -> t.change(change().title("victim 2").idempotencyKey("key").build()));
        onTicket("assign(Party)", t -> t.assign(new Party("olga", "Olga")));
        onTicket("unassign()", TicketHandle::unassign);
        onTicket("status(Status)", t -> t.status(Status.CLOSED));
        onTicket("resolve()", TicketHandle::resolve);
        onTicket("reopen()", TicketHandle::reopen);
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
        attack(Catalogue.class, "priorityBook()", () -> assertThat(
                        theirs.priorityBook().entries())
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
        attack(Catalogue.class, "find(String)", () -> assertThat(theirs.find("Secret"))
                .isEmpty());
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
        StatisticsQuery all = StatisticsQuery.builder().allTime().build();
        attack(Statistics.class, "closingPercentiles(StatisticsQuery)", () -> assertThat(
                        thief.statistics().closingPercentiles(all).count())
                .isZero());
        attack(Statistics.class, "firstAnswers(StatisticsQuery)", () -> {
            assertThat(thief.statistics().firstAnswers(all).times().count()).isZero();
            assertThat(thief.statistics().firstAnswers(all).unanswered()).isZero();
        });
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
        world.add(olga().changesSince(null, 1_000));
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
        return name.contains(".open(") ? 2 : catalogue ? 1 : 0;
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
