package dev.ticketkit.acceptance.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.kill.Marks.Handling;
import dev.ticketkit.acceptance.kill.Marks.Outcome;
import dev.ticketkit.acceptance.kill.Marks.Refusal;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.CommandResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What must hold after the kills, exactly. */
final class KillChecks {
    /** An event as it is stored. */
    private record Event(String id, String ticket, long version, boolean byAutomation) {}

    private final KillRun run;
    private final DataSource source;
    private final Marks marks;
    private final MarkedDesk marked;
    private final Set<String> receipts = new HashSet<>();

    KillChecks(KillRun run, DataSource source, Marks marks, MarkedDesk marked) {
        this.run = run;
        this.source = source;
        this.marks = marks;
        this.marked = marked;
    }

    /** Also gives every command again: those that were begun and never answered have one effect now, as all others. */
    void everyCommandHasOneEffect() {
        ActorDesk desk = marked.desk();
        for (KeyedCommand command : run.tried()) {
            CommandResult written = command.run(desk);
            Said.Answer answer = run.acknowledged().get(command);
            if (answer != null) {
                assertThat(written.replayed()).as(command.text()).isTrue();
                assertThat(Said.Answer.of(written)).as(command.text()).isEqualTo(answer);
            }
            CommandResult again = command.run(desk);
            assertThat(again.replayed()).as(command.text()).isTrue();
            assertThat(again.receipt()).as(command.text()).isEqualTo(written.receipt());
            if (written.recorded()) {
                receipts.add(written.receipt().eventId().toString());
            }
        }
        assertThat(events())
                .filteredOn(event -> !event.byAutomation())
                .extracting(Event::id)
                .containsExactlyInAnyOrderElementsOf(receipts);
    }

    /** Each ticket's events are its versions, one after the other, and the ticket is at the last. */
    void versionsAreWhole() {
        Map<String, List<Event>> histories = events().stream().collect(Collectors.groupingBy(Event::ticket));
        Map<String, Long> versions = new HashMap<>();
        Rows.list(source, "SELECT id, version FROM ticket", row -> versions.put(row.getString(1), row.getLong(2)));
        assertThat(versions.keySet()).isEqualTo(histories.keySet());
        histories.forEach((ticket, history) -> {
            assertThat(versions.get(ticket)).isEqualTo(history.size());
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i).version()).isEqualTo(i + 1);
            }
        });
    }

    void drain() {
        do {
            marked.pump().drain();
        } while (!Rows.list(source, "SELECT 1 FROM ticket_delivery WHERE state = 'PENDING'", row -> 1)
                .isEmpty());
        assertThat(marked.pump().deliveries().parked(MarkedDesk.TENANT, 10)).isEmpty();
    }

    void everyConsumerWasToldOfEveryEvent() {
        List<Event> events = events();
        for (String consumer : MarkedDesk.CONSUMERS) {
            Set<String> done = marks.handlings().stream()
                    .filter(each -> each.consumer().equals(consumer) && each.outcome() == Outcome.DONE)
                    .map(each -> each.event().toString())
                    .collect(Collectors.toSet());
            assertThat(done).isEqualTo(events.stream().map(Event::id).collect(Collectors.toSet()));
        }
    }

    /**
     * A handling may be followed by another only if it failed, if it was among the last of a thread of a killed child, at most as many events
     * as are marked at once, or if its child was told that somebody else had taken over.
     */
    void onlyWhatWasInFlightCameTwice() {
        List<Handling> handlings = marks.handlings();
        Map<String, Set<UUID>> lastOfThread = lastOfThreads(handlings);
        Set<Refusal> refusals = new HashSet<>(marks.refusals());
        Map<String, List<Handling>> finals = handlings.stream()
                .filter(each -> each.outcome() != Outcome.FAILED)
                .filter(each -> !refusals.contains(new Refusal(each.event(), each.child())))
                .filter(each -> !run.killed().contains(each.child())
                        || !lastOfThread.get(each.child() + each.thread()).contains(each.event()))
                .collect(Collectors.groupingBy(each -> each.event() + " " + each.consumer()));
        assertThat(finals.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(handlings).filteredOn(each -> each.outcome() == null).allSatisfy(each -> assertThat(run.killed())
                .contains(each.child()));
        print(handlings, refusals.size());
    }

    private static Map<String, Set<UUID>> lastOfThreads(List<Handling> handlings) {
        Map<String, Set<UUID>> last = new HashMap<>();
        for (int i = handlings.size() - 1; i >= 0; i--) {
            Handling each = handlings.get(i);
            Set<UUID> events = last.computeIfAbsent(each.child() + each.thread(), thread -> new HashSet<>());
            if (events.size() < MarkedDesk.BATCH) {
                events.add(each.event());
            }
        }
        return last;
    }

    /** Nobody is told of an event of a ticket before he is done with the one before it. */
    void orderIsKept() {
        List<Handling> handlings = marks.handlings();
        Map<String, Long> begun = new HashMap<>();
        Map<String, Long> done = new HashMap<>();
        for (Handling each : handlings) {
            String key = each.event() + each.consumer();
            begun.putIfAbsent(key, each.id());
            if (each.outcome() == Outcome.DONE) {
                done.putIfAbsent(key, each.id());
            }
        }
        Map<String, List<Event>> histories = events().stream().collect(Collectors.groupingBy(Event::ticket));
        for (String consumer : MarkedDesk.CONSUMERS) {
            histories.values().forEach(history -> {
                for (int i = 1; i < history.size(); i++) {
                    assertThat(done.get(history.get(i - 1).id() + consumer))
                            .isLessThan(begun.get(history.get(i).id() + consumer));
                }
            });
        }
    }

    /** Each time a ticket became Resolved, one ticket was opened and changed once, and the host was told. */
    void everyAutomationHasOneEffect() {
        List<String> resolutions =
                Rows.list(source, "SELECT id FROM ticket_event WHERE status_to = 'resolved'", row -> row.getString(1));
        assertThat(resolutions).isNotEmpty();
        for (String kind : List.of("OPENED", "CHANGED")) {
            assertThat(Rows.list(
                            source,
                            "SELECT cause_event_id FROM ticket_event WHERE kind = '" + kind + "' AND cause_source = '"
                                    + MarkedDesk.FOLLOW_UP + "'",
                            row -> row.getString(1)))
                    .containsExactlyInAnyOrderElementsOf(resolutions);
        }
        assertThat(Rows.list(source, "SELECT kind FROM ticket_event WHERE kind = 'AUTOMATION_STOPPED'", row -> 1))
                .isEmpty();
        assertThat(marks.handlings().stream()
                        .filter(each -> each.consumer().equals(MarkedDesk.TRIGGER) && each.outcome() == Outcome.DONE)
                        .map(each -> each.event().toString())
                        .collect(Collectors.toSet()))
                .isEqualTo(new HashSet<>(resolutions));
        System.out.printf("%d resolutions, each with one follow-up%n", resolutions.size());
    }

    void statisticsHold() {
        var verification = marked.desk().statistics().verify();
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.tickets())
                .isEqualTo(Rows.list(source, "SELECT 1 FROM ticket", row -> 1).size());
    }

    private List<Event> events() {
        return new ArrayList<>(Rows.list(
                source,
                "SELECT id, ticket_id, version, actor_kind FROM ticket_event"
                        + " WHERE version IS NOT NULL ORDER BY ticket_id, version",
                row -> new Event(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4).equals("AUTOMATION"))));
    }

    private void print(List<Handling> handlings, int refused) {
        long unended = handlings.stream().filter(each -> each.outcome() == null).count();
        Map<String, Long> done = handlings.stream()
                .filter(each -> each.outcome() == Outcome.DONE)
                .collect(Collectors.groupingBy(each -> each.event() + each.consumer(), Collectors.counting()));
        System.out.printf(
                "%d kills: %d commands tried, %d acknowledged, %d events, %d handlings, %d never ended, %d told twice, %d marks refused%n",
                run.killed().size(),
                run.tried().size(),
                run.acknowledged().size(),
                receipts.size(),
                handlings.size(),
                unended,
                done.values().stream().filter(count -> count > 1).count(),
                refused);
    }
}
