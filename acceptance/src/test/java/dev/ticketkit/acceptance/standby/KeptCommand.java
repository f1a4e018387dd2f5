package dev.ticketkit.acceptance.standby;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Everything the desk acknowledges. Each is run on a tenant that has one ticket, "A", and says afterwards how what it has acknowledged is
 * seen.
 */
enum KeptCommand {
    OPEN {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            return isThere(desk.open(opening("opened").build()).receipt().ticketId());
        }
    },
    OPEN_WITH_KEY {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            return isThere(desk.open(opening("opened").idempotencyKey("k").build())
                    .receipt()
                    .ticketId());
        }
    },
    CHANGE {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.ticket(A).change(ChangeTicket.builder().title("changed").build());
            return now -> ticket(now).title().equals("changed");
        }
    },
    CHANGE_WITH_KEY {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.ticket(A)
                    .change(ChangeTicket.builder()
                            .category("New")
                            .status("pending")
                            .idempotencyKey("k")
                            .build());
            return now -> ticket(now).status().key().equals("pending");
        }
    },
    CHANGE_MANY {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            List<BulkResult> results = desk.changeAll(
                    List.of(ticket(desk).id()),
                    ChangeTicket.builder().title("changed").build());
            return now ->
                    results.get(0).problem() != null || ticket(now).title().equals("changed");
        }
    },
    NOTE {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.ticket(A).addInternalNote(new AddNote("noted", "k"));
            return now -> ticket(now).version() == 2;
        }
    },
    DELETE {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.ticket(A).delete();
            return now -> now.find(A).isEmpty();
        }
    },
    RESTORE {
        @Override
        void prepare(ActorDesk desk) {
            super.prepare(desk);
            desk.ticket(A).delete();
        }

        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.ticket(A).restore();
            return now -> now.find(A).isPresent();
        }
    },
    ERASE {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.erase(ADA.id());
            return now -> !ticket(now).title().equals("A");
        }
    },
    IMPORT {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            OpenTicket past = opening("past").externalId("x").build();
            desk.importTickets(
                    List.of(new ImportTicket(past, Instant.EPOCH, null)).iterator());
            return now -> now.findByExternalId("x").isPresent();
        }
    },
    FIRE {
        @Override
        void prepare(ActorDesk desk) {
            super.prepare(desk);
            desk.automations().saveAnyway(automation());
        }

        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            List<Ticket> opened = desk.fire(
                            Fire.starter("it").contact(ADA).idempotencyKey("k").build())
                    .runs()
                    .get(0)
                    .opened();
            return now -> opened.size() == 1 && now.find(opened.get(0).id()).isPresent();
        }
    },
    SAVE_AUTOMATION {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.automations().saveAnyway(automation());
            return now -> now.automations().find("a").isPresent();
        }
    },
    REMOVE_AUTOMATION {
        @Override
        void prepare(ActorDesk desk) {
            FIRE.prepare(desk);
        }

        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.automations().remove("a");
            return now -> now.automations().find("a").isEmpty();
        }
    },
    ADD_STATUS {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.catalogue().addStatus("Triage", MacroStatus.IN_PROGRESS);
            return now -> now.catalogue().statuses().find("triage").isPresent();
        }
    },
    RELABEL_STATUS {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.catalogue().relabelStatus("pending", "Parked");
            return now -> "Parked"
                    .equals(now.catalogue()
                            .statuses()
                            .find("pending")
                            .orElseThrow()
                            .label());
        }
    },
    HIDE_STATUS {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.statuses().hide("pending");
            return now ->
                    now.catalogue().statuses().find("pending").orElseThrow().hidden();
        }
    },
    REMOVE_STATUS {
        @Override
        void prepare(ActorDesk desk) {
            super.prepare(desk);
            desk.catalogue().addStatus("Triage", MacroStatus.IN_PROGRESS);
        }

        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.statuses().remove("triage");
            return now -> now.catalogue().statuses().find("triage").isEmpty();
        }
    },
    PRIORITY {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.catalogue().setPriority(Priority.LOW, "Calm", true);
            return now -> now.catalogue().label(Priority.LOW).equals("Calm");
        }
    },
    RENAME_CATEGORY {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.catalogue().renameCategory("One", "First");
            return now -> now.catalogue().choose("One").name().equals("First");
        }
    },
    MERGE_CATEGORY {
        @Override
        void prepare(ActorDesk desk) {
            super.prepare(desk);
            desk.open(opening("B").category("Two").build());
        }

        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.catalogue().mergeCategory("One", "Two");
            return now -> now.catalogue().choose("One").name().equals("Two");
        }
    },
    HIDE_CATEGORY {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.catalogue().hideCategory("One", true);
            return now -> now.catalogue().categories().get(0).hidden();
        }
    },
    MAIL_OFF {
        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.mail().switchOff();
            return now -> !now.mail().isOn();
        }
    },
    MAIL_ON {
        @Override
        void prepare(ActorDesk desk) {
            desk.mail().switchOff();
        }

        @Override
        Predicate<ActorDesk> run(ActorDesk desk) {
            desk.mail().switchOn();
            return now -> now.mail().isOn();
        }
    };

    private static final Contact ADA = Contact.of("c-ada", "Ada");
    private static final Reference A = new Reference("A");

    /** What must be there before. */
    void prepare(ActorDesk desk) {
        desk.open(opening("A").reference("A").category("One").build());
    }

    /** Runs it; how to see that what it has acknowledged is there. */
    abstract Predicate<ActorDesk> run(ActorDesk desk);

    private static OpenTicket.Builder opening(String title) {
        return OpenTicket.builder().title(title).contact(ADA);
    }

    private static Ticket ticket(ActorDesk desk) {
        return desk.list(dev.ticketkit.spi.query.TicketQuery.all()).items().get(0);
    }

    private static Predicate<ActorDesk> isThere(TicketId id) {
        return now -> now.find(id).isPresent();
    }

    private static Automation automation() {
        return Automation.builder("a", "A")
                .when(Starter.fired("it"))
                .steps(Step.openTicket("fired"))
                .build();
    }
}
