package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Step.MessageStep;
import dev.ticketkit.core.automation.Step.TriggerStep;
import dev.ticketkit.core.internal.session.CurrentCause;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.core.template.MissingField;
import dev.ticketkit.core.template.Rendering;
import dev.ticketkit.core.template.Template;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The steps that send something. What the host rejects is a {@link StepFailure}; what else it throws is thrown on. */
final class OutgoingSteps {
    private final ExecutionSettings parts;
    private final Outlets outlets;
    private final ExecutionFields fields;
    private final Automation automation;

    OutgoingSteps(ExecutionSettings parts, Outlets outlets, ExecutionFields fields, Automation automation) {
        this.parts = parts;
        this.outlets = outlets;
        this.fields = fields;
        this.automation = automation;
    }

    /**
     * Writes to the ticket's contact.
     *
     * @param then the run's ticket, whose fields the texts show
     * @param now the same ticket, whose contact is written to
     */
    void send(StepKey key, MessageStep step, ExecutionTicket then, Ticket now, TicketEvent event) {
        Notifier notifier = outlets.contacts();
        if (notifier == null) {
            throw new StepFailure(
                    "this desk sends nothing to contacts; build it with contacts(notifier), then release it", null);
        }
        Notification notification = rendered(() -> notification(key, step, then, now, event));
        requireTaken(key, () -> notifier.notify(notification));
    }

    /** Passes a trigger on. */
    void dispatch(StepKey key, TriggerStep step, ExecutionTicket then, Ticket now, TicketEvent event) {
        TriggerDispatcher dispatcher = outlets.dispatcher();
        if (dispatcher == null) {
            throw new StepFailure(
                    "this desk passes no triggers on; build it with dispatcher(dispatcher), then release it", null);
        }
        Dispatch dispatch = rendered(() -> Dispatch.of(event, outlets.attempt(), now)
                .asTrigger(key.id(), automation.id(), String.valueOf(step.name()), parameters(step, then)));
        requireTaken(key, () -> dispatcher.dispatch(dispatch));
    }

    private Notification notification(
            StepKey key, MessageStep step, ExecutionTicket then, Ticket now, TicketEvent event) {
        Contact contact = now.contact();
        TenantSettings settings = parts.tenants().apply(now.tenant());
        String tag = step.language() != null ? step.language() : contact.language();
        Locale language = tag == null ? settings.language() : Locale.forLanguageTag(tag);
        FieldValues values = fields.with(then, language);
        Rendering plain = Rendering.forReader(language, settings.zone());
        Template text = Template.parse(step.text() == null ? "" : step.text());
        List<String> parameters = step.parameters().stream()
                .map(parameter -> Template.parse(parameter).render(values, plain))
                .toList();
        return Notification.builder()
                .id(key.id())
                .event(event)
                .automation(automation.id())
                .attempt(outlets.attempt())
                .recipient(new Recipient(
                        ActorKind.CONTACT,
                        contact.id(),
                        contact.name(),
                        contact.email(),
                        contact.phone(),
                        language.toLanguageTag()))
                .ticket(now)
                .template(step.template(), parameters)
                .rendered(text.render(values, plain), text.render(values, plain.asHtml()))
                .build();
    }

    /** Keys and ids, not words: a trigger is read by a machine. */
    private Map<String, String> parameters(TriggerStep step, ExecutionTicket then) {
        FieldValues values = fields.with(then, Locale.ROOT);
        Rendering raw = Rendering.raw().whenMissing(MissingField.EMPTY_TEXT);
        Map<String, String> parameters = new TreeMap<>();
        step.parameters()
                .forEach((name, text) ->
                        parameters.put(name, Template.parse(text).render(values, raw)));
        return parameters;
    }

    /** A text that cannot be rendered will not be renderable later either. */
    private static <T> T rendered(Supplier<T> rendering) {
        try {
            return rendering.get();
        } catch (RefusedException e) {
            throw new StepFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireTaken(StepKey key, Supplier<DeliveryResult> call) {
        try {
            DeliveryResult result =
                    Objects.requireNonNull(CurrentCause.during(key.cause(), call), "the receiver answered null");
            if (result == DeliveryResult.REJECTED) {
                throw new StepFailure("rejected by its receiver", null);
            }
        } catch (DeliveryException e) {
            if (e.isRejected()) {
                throw new StepFailure(String.valueOf(e.getMessage()), e);
            }
            throw e;
        }
    }
}
