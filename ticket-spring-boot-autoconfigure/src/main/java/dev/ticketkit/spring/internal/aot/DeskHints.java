package dev.ticketkit.spring.internal.aot;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.AddNote;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.DeleteTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.command.RestoreTicket;
import dev.ticketkit.spi.constraint.CodePoints;
import dev.ticketkit.spi.constraint.NoControl;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.Ticket;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What the desk finds by name at run time: its scripts and words, what Jackson reads and writes, what the validator looks into. */
public final class DeskHints implements RuntimeHintsRegistrar {
    private static final List<String> RESOURCES = List.of(
            "dev/ticketkit/core/label/*.properties",
            "dev/ticketkit/core/internal/validation/*.properties",
            "dev/ticketkit/jdbc/*/*.sql",
            "ContributorValidationMessages*.properties");
    private static final List<String> FOUND_BY_NAME =
            List.of("tools.jackson.databind.ObjectMapper", "com.fasterxml.jackson.databind.ObjectMapper");
    private static final List<Class<?>> JSON = List.of(
            Automation.class,
            AutomationWarning.class,
            TicketEvent.class,
            Ticket.class,
            Dispatch.class,
            Notification.class);
    private static final List<Class<?>> SEALED = List.of(Starter.class, Step.class, Condition.class);
    private static final List<Class<?>> COMMANDS = List.of(
            AddNote.class,
            ChangeContact.class,
            ChangeTicket.class,
            DeleteTicket.class,
            Fire.class,
            ImportTicket.class,
            OpenTicket.class,
            RestoreTicket.class);
    private static final List<Class<? extends Annotation>> CONSTRAINTS = List.of(CodePoints.class, NoControl.class);

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        RESOURCES.forEach(each -> hints.resources().registerPattern(each));
        FOUND_BY_NAME.forEach(each -> hints.reflection().registerTypeIfPresent(loader, each));
        BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();
        JSON.forEach(each -> binding.registerReflectionHints(hints.reflection(), each));
        COMMANDS.forEach(each -> binding.registerReflectionHints(hints.reflection(), each));
        for (Class<?> each : SEALED) {
            binding.registerReflectionHints(hints.reflection(), each);
            binding.registerReflectionHints(hints.reflection(), each.getPermittedSubclasses());
        }
        CONSTRAINTS.forEach(each -> validators(hints, each));
    }

    private static void validators(RuntimeHints hints, Class<? extends Annotation> constraint) {
        Constraint declared = Objects.requireNonNull(constraint.getAnnotation(Constraint.class));
        for (Class<?> each : declared.validatedBy()) {
            hints.reflection().registerType(each, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
        }
    }
}
