package dev.ticketkit.acceptance.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketHandle;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryStore
@Tag("B3")
class IdempotencyTest extends DeskFixture {
    /** Every command on a ticket, with a key and a body of which there are two. */
    enum Keyed {
        CHANGE {
            @Override
            CommandResult run(TicketHandle ticket, String key, boolean other) {
                return ticket.change(change().title(other ? "other" : "new")
                        .idempotencyKey(key)
                        .build());
            }
        },
        CONTACT {
            @Override
            CommandResult run(TicketHandle ticket, String key, boolean other) {
                return ticket.changeContact(new ChangeContact(other ? ADA.withEmail("a@b") : BRUNO, key));
            }
        },
        INTERNAL_NOTE {
            @Override
            CommandResult run(TicketHandle ticket, String key, boolean other) {
                return ticket.addInternalNote(new AddNote(other ? "other" : "note", key));
            }
        },
        PUBLIC_NOTE {
            @Override
            CommandResult run(TicketHandle ticket, String key, boolean other) {
                return ticket.addPublicNote(new AddNote(other ? "other" : "note", key));
            }
        },
        DELETE {
            @Override
            CommandResult run(TicketHandle ticket, String key, boolean other) {
                return ticket.delete(new DeleteTicket(key));
            }
        },
        RESTORE {
            @Override
            CommandResult run(TicketHandle ticket, String key, boolean other) {
                return ticket.restore(new RestoreTicket(key));
            }
        };

        abstract CommandResult run(TicketHandle ticket, String key, boolean other);
    }

    IdempotencyTest(Store store) {
        super(store);
    }

    private static void assertReused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(KeyReusedException.class).hasMessageContaining("idempotencyKey");
    }

    private Ticket prepared(Keyed command) {
        Ticket ticket = opened("a");
        if (command == Keyed.RESTORE) {
            handle(ticket).delete();
        }
        return ticket;
    }

    @Test
    void openingTwiceOpensOnce() {
        CommandResult first = olga().open(ticket("a").idempotencyKey("k").build());
        later(Duration.ofDays(6));
        CommandResult second = olga().open(ticket("a").idempotencyKey("k").build());

        assertThat(second.receipt()).isEqualTo(first.receipt());
        assertThat(second.replayed()).isTrue();
        assertThat(second.recorded()).isTrue();
        assertThat(first.replayed()).isFalse();
        assertThat(second.ticket()).isEqualTo(first.ticket());
        assertThat(allTitles()).containsExactly("a");
        assertThat(opened("b").reference().value()).isEqualTo("T-000002");
    }

    @Test
    void openingWithAnyOtherBodyIsRefused() {
        var command = ticket("a")
                .category("One")
                .priority(dev.ticketkit.spi.model.Priority.LOW)
                .idempotencyKey("k");
        olga().open(command.build());

        assertReused(() -> olga().open(command.build().toBuilder().title("b").build()));
        assertReused(
                () -> olga().open(command.build().toBuilder().description("d").build()));
        assertReused(
                () -> olga().open(command.build().toBuilder().category("one").build()));
        assertReused(
                () -> olga().open(command.build().toBuilder().contact(BRUNO).build()));
        assertReused(() -> olga().open(command.build().toBuilder().owner(PIO).build()));
        assertReused(
                () -> olga().open(command.build().toBuilder().reference("R").build()));
        assertReused(
                () -> olga().open(command.build().toBuilder().externalId("e").build()));
        assertReused(
                () -> olga().open(command.build().toBuilder().status("open").build()));
        assertReused(() -> olga().open(
                        command.build().toBuilder().attributes(Map.of("x", "y")).build()));
        assertReused(() -> as(Actor.operator("pio")).open(command.build()));
        assertReused(() -> as(Actor.host("olga")).open(command.build()));
        assertThat(allTitles()).containsExactly("a");
        assertThat(olga().catalogue().categories()).hasSize(1);
    }

    @Test
    void openingIsReplayedWhateverHappenedSince() {
        var command = ticket("a")
                .reference("R1")
                .externalId("e1")
                .category("One")
                .status("pending")
                .idempotencyKey("k");
        CommandResult first = olga().open(command.build());
        changed(first.ticket(), change().title("changed"));
        assertThat(olga().open(command.build()).ticket().title()).isEqualTo("changed");
        olga().statuses().hide("pending", "waiting");
        olga().catalogue().hideCategory("One", true);
        handle(first.ticket()).delete();

        assertThat(olga().open(command.build()).receipt()).isEqualTo(first.receipt());
        assertThat(allTitles()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Keyed.class)
    void sameKeyAndBodyIsOneEffectAndTheSameReceipt(Keyed command) {
        Ticket ticket = prepared(command);
        CommandResult first = command.run(handle(ticket), "k", false);
        int events = handle(ticket).history().size();
        later(Duration.ofHours(1));
        CommandResult second = command.run(handle(ticket), "k", false);

        assertThat(first.recorded()).isTrue();
        assertThat(first.replayed()).isFalse();
        assertThat(second.receipt()).isEqualTo(first.receipt());
        assertThat(second.replayed()).isTrue();
        assertThat(handle(ticket).history()).hasSize(events);
    }

    @ParameterizedTest
    @EnumSource(Keyed.class)
    void anotherBodyActorOrTargetIsRefused(Keyed command) {
        Ticket ticket = prepared(command);
        Ticket target = prepared(command);
        command.run(handle(ticket), "k", false);
        int events = handle(ticket).history().size();

        if (command != Keyed.DELETE && command != Keyed.RESTORE) {
            assertReused(() -> command.run(handle(ticket), "k", true));
        }
        assertReused(() -> command.run(as(Actor.operator("pio")).ticket(ticket.id()), "k", false));
        assertReused(() -> command.run(handle(target), "k", false));
        assertThat(handle(ticket).history()).hasSize(events);
        assertThat(handle(target).history()).hasSize(command == Keyed.RESTORE ? 2 : 1);
    }

    @ParameterizedTest
    @EnumSource(Keyed.class)
    void isReplayedAfterLaterChangesAndDeletion(Keyed command) {
        Ticket ticket = prepared(command);
        CommandResult first = command.run(handle(ticket), "k", false);
        handle(ticket).restore();
        changed(ticket, change().title("later").owner(new Party("x", "X")));
        assertThat(command.run(handle(ticket), "k", false).receipt()).isEqualTo(first.receipt());
        handle(ticket).delete();

        assertThat(command.run(handle(ticket), "k", false).receipt()).isEqualTo(first.receipt());
        assertThat(olga().find(ticket.id())).isEmpty();
        assertThat(handle(ticket)
                        .history()
                        .get(handle(ticket).history().size() - 1)
                        .kind()
                        .name())
                .isEqualTo("DELETED");
    }

    @Test
    void keyBelongsToTenantAndCommand() {
        Ticket ticket = opened(ticket("a").idempotencyKey("k"));
        changed(ticket, change().title("b").idempotencyKey("k"));
        handle(ticket).addInternalNote(new AddNote("n", "k"));
        handle(ticket).changeContact(new ChangeContact(BRUNO, "k"));
        handle(ticket).delete(new DeleteTicket("k"));
        handle(ticket).restore(new RestoreTicket("k"));
        ActorDesk other = desk().as(new TenantId(tenant + "-2"), Actor.operator("olga", "Olga"));

        assertThat(handle(ticket).history()).hasSize(6);
        assertThat(other.open(ticket("x").idempotencyKey("k").build()).replayed())
                .isFalse();
        assertReused(() -> handle(ticket).addPublicNote(new AddNote("n", "k")));
        assertThat(changed(ticket, change().title("c").idempotencyKey("K")).recorded())
                .isTrue();
    }

    @Test
    void commandThatChangesNothingIsRememberedWithoutATrace() {
        Ticket ticket = opened("a");
        CommandResult first = changed(ticket, change().title("a").idempotencyKey("k"));
        changed(ticket, change().title("b"));
        CommandResult second = changed(ticket, change().title("a").idempotencyKey("k"));

        assertThat(first.recorded()).isFalse();
        assertThat(second.receipt()).isEqualTo(first.receipt());
        assertThat(second.replayed()).isTrue();
        assertThat(now(ticket).title()).isEqualTo("b");
        assertThat(handle(ticket).history()).hasSize(2);
        assertReused(() -> changed(ticket, change().title("c").idempotencyKey("k")));
    }

    @Test
    void conflictDoesNotSpendTheKey() {
        Ticket ticket = opened("a");
        changed(ticket, change().title("b"));
        assertThatThrownBy(
                        () -> changed(ticket, change().title("c").onVersion(1).idempotencyKey("k")))
                .isInstanceOf(ConflictException.class);
        assertRefused("status", () -> changed(ticket, change().status("nix").idempotencyKey("k")));

        assertThat(changed(ticket, change().title("c").onVersion(2).idempotencyKey("k"))
                        .recorded())
                .isTrue();
    }

    @Test
    void landedChangeOnANamedVersionIsReplayedNotAConflict() {
        Ticket ticket = opened("a");
        var command = change().title("b").onVersion(1).idempotencyKey("k");
        CommandResult first = changed(ticket, command);
        changed(ticket, change().title("c"));

        assertThat(changed(ticket, command).receipt()).isEqualTo(first.receipt());
        assertThat(now(ticket).title()).isEqualTo("c");
    }

    @Test
    void orderOfAttributesIsNotPartOfTheBody() {
        Ticket ticket = opened("a");
        CommandResult first = changed(
                ticket,
                change().attributes(new java.util.LinkedHashMap<>(Map.of("x", "1", "y", "2")))
                        .removeAttributes(Set.of("p", "q"))
                        .idempotencyKey("k"));
        var reversed = new java.util.LinkedHashMap<String, String>();
        reversed.put("y", "2");
        reversed.put("x", "1");

        assertThat(changed(
                                ticket,
                                change().attributes(reversed)
                                        .removeAttributes(Set.of("q", "p"))
                                        .idempotencyKey("k"))
                        .receipt())
                .isEqualTo(first.receipt());
    }

    @Test
    void sameTicketByIdAndByReferenceIsTheSameTarget() {
        Ticket ticket = opened("a");
        CommandResult first = changed(ticket, change().title("b").idempotencyKey("k"));
        CommandResult second = olga().ticket(ticket.reference())
                .change(change().title("b").idempotencyKey("k").build());

        assertThat(second.replayed()).isTrue();
        assertThat(second.receipt()).isEqualTo(first.receipt());
    }

    @Test
    void referenceThatLooksLikeAnotherTicketsIdIsAnotherTarget() {
        Ticket ticket = opened("a");
        Ticket namesake = opened(ticket("n").reference(ticket.id().toString()));
        changed(ticket, change().title("b").idempotencyKey("k"));

        assertReused(() -> olga().ticket(namesake.reference())
                .change(change().title("b").idempotencyKey("k").build()));
    }

    @Test
    void bodiesThatLookAlikeWhenPrintedAreDifferent() {
        olga().open(ticket("a")
                .owner(new Party("o", "x, label=y"))
                .idempotencyKey("k")
                .build());

        assertReused(() -> olga().open(ticket("a")
                .owner(new Party("o, label=x", "y"))
                .idempotencyKey("k")
                .build()));
    }

    @Test
    @Tag("B13")
    void handingATicketOverIsReplayedThoughItIsOutOfSightThen() {
        AccessPolicy own = new AccessPolicy() {
            @Override
            public AccessScope visibleTo(TenantId of, Actor actor) {
                return AccessScope.owners(Set.of(actor.id()));
            }

            @Override
            public boolean allows(TenantId of, Actor actor, Action action, Ticket about) {
                return true;
            }
        };
        ActorDesk olga = deskBuilder().access(own).build().as(tenant, Actor.operator("olga", "Olga"));
        Ticket ticket = opened(ticket("a").owner(OLGA));
        CommandResult first = olga.ticket(ticket)
                .change(change().owner(PIO).idempotencyKey("k").build());
        CommandResult second = olga.ticket(ticket)
                .change(change().owner(PIO).idempotencyKey("k").build());
        assertThat(second.receipt()).isEqualTo(first.receipt());

        CommandResult opened = olga.open(ticket("b").idempotencyKey("k").build());
        assertThat(olga.open(ticket("b").idempotencyKey("k").build()).receipt()).isEqualTo(opened.receipt());
    }
}
