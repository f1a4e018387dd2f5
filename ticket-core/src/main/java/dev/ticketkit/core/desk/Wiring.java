package dev.ticketkit.core.desk;

import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.internal.automation.decide.AutomationBooks;
import dev.ticketkit.core.internal.automation.execute.AutomationConsumer;
import dev.ticketkit.core.internal.delivery.notify.HostDispatch;
import dev.ticketkit.core.internal.delivery.notify.NotificationSettings;
import dev.ticketkit.core.internal.delivery.notify.OperatorNotifications;
import dev.ticketkit.core.internal.delivery.worker.DeliveryPump;
import dev.ticketkit.core.internal.delivery.worker.DeskConsumer;
import dev.ticketkit.core.internal.json.JsonLibrary;
import dev.ticketkit.core.internal.session.CommitSignal;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.session.Observed;
import dev.ticketkit.core.internal.session.RecentCatalogues;
import dev.ticketkit.core.internal.session.ReservedNumbers;
import dev.ticketkit.core.internal.validation.CommandValidator;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.List;

/** The one place where a desk is put together. */
final class Wiring {
    private final TicketDeskBuilder given;

    Wiring(TicketDeskBuilder given) {
        this.given = given;
    }

    TicketDesk desk() {
        DeskSettings settings = settings();
        DeliveryPump pump =
                new DeliveryPump(settings.storage(), consumers(settings), given.delivery, settings.observed());
        settings.commits().listen(() -> {
            pump.wakeUp();
            given.afterCommit.run();
        });
        return new TicketDesk(settings, pump);
    }

    private DeskSettings settings() {
        CommandValidator checks = given.validator == null
                ? CommandValidator.ofProvider(given.messages)
                : new CommandValidator(given.validator);
        TicketStorage storage = Required.argument(given.storage, "storage");
        return new DeskSettings(
                storage,
                given.clock,
                given.access,
                tenant -> Required.answer(given.tenants.apply(tenant), "tenants function"),
                language -> Required.answer(given.labels.apply(language), "labels function"),
                checks,
                given.ids,
                given.fields,
                new AutomationBooks(),
                RecentCatalogues.keeping(),
                new ReservedNumbers(storage.numbers()),
                new CommitSignal(),
                new Observed(given.listeners));
    }

    /** Operators first: what automations do next is sent after what started them. */
    private List<DeskConsumer> consumers(DeskSettings settings) {
        List<DeskConsumer> consumers = new ArrayList<>();
        if (given.directory != null && given.toOperators != null) {
            consumers.add(new OperatorNotifications(
                    settings,
                    new NotificationSettings(
                            given.directory, given.toOperators, given.skipAuthor, given.notificationWindow)));
        }
        if (runsAutomations(settings.storage())) {
            consumers.add(new AutomationConsumer(settings, given.toContacts, given.dispatcher));
        }
        if (given.dispatcher != null) {
            consumers.add(new HostDispatch(given.dispatcher));
        }
        for (EventConsumer each : given.consumers) {
            consumers.add(DeskConsumer.of(each));
        }
        return consumers;
    }

    /** Unless the host says, where the store keeps them and there is a Jackson to read them with; a host that writes to contacts wants them. */
    private boolean runsAutomations(TicketStorage storage) {
        boolean wanted = given.automations == null ? given.toContacts != null : given.automations;
        if (wanted) {
            StoragePart.AUTOMATIONS.requireIn(storage);
            JsonLibrary.require();
        }
        return wanted
                || (given.automations == null && storage.keeps(StoragePart.AUTOMATIONS) && JsonLibrary.isPresent());
    }
}
