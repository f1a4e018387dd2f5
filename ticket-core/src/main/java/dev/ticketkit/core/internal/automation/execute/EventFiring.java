package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.internal.automation.decide.AutomationJudge;
import dev.ticketkit.core.internal.automation.decide.FiringBody;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.internal.identity.ContentHash;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.retry.Decision;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.Outcomes;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One firing: kept with what was decided, then carried out as far as that may be before the commit. What a crash leaves undone is done by
 * the delivery that was kept with it.
 */
public final class EventFiring implements Decision<EventFiring.Decided, Optional<Firing>, FireReport> {
    /** How long a caller may take for the steps before the delivery begins without it. */
    private static final Duration CALLERS_TIME = Duration.ofMinutes(1);

    private final ActorContext session;
    private final ExecutionStore runs;
    private final Fire command;
    private final ExecutionEngine engine;

    /** What is kept, what it means, and what it starts. */
    record Decided(
            Firing firing, Occurrence occurrence, List<Automation> automations, List<AutomationExecution> executions) {}

    public EventFiring(ActorContext session, Fire command) {
        this.session = session;
        this.runs = session.storage().executions();
        this.command = command;
        this.engine = ExecutionEngine.of(session.parts);
    }

    public FireReport run() {
        return ConflictRetry.untilStored("the firing", this);
    }

    @Override
    public Decided decide() {
        Contact contact = requireContact();
        Instant at = session.moment().at();
        FiringBody body = new FiringBody(command, session.actor, session.cause());
        Occurrence occurrence = body.occurrence(session.tenant, id());
        List<Automation> automations =
                session.parts.books().inOrder(session.storage().automations(), session.tenant);
        List<AutomationExecution> executions =
                AutomationJudge.ofPresent(session.storage()).decide(occurrence, automations, at);
        Firing firing = new Firing(session.tenant, occurrence.id(), contact.id(), at, hash(), body.json());
        return new Decided(firing, occurrence, automations, executions);
    }

    /** The firing of this key that was stored before, if there is one. Without a key there is none; then nothing is kept that starts nothing. */
    @Override
    public Optional<Firing> commit(Decided decided) {
        return startsNothing(decided)
                ? Optional.empty()
                : runs.fire(decided.firing(), decided.executions(), AutomationConsumer.NAME, CALLERS_TIME);
    }

    /** There always is one: a firing depends on nothing that others could change between the two. */
    @Override
    public Optional<FireReport> result(Decided decided, Optional<Firing> earlier) {
        if (startsNothing(decided)) {
            return Optional.of(new FireReport(decided.firing().id(), List.of(), false, false));
        }
        return Optional.of(
                earlier.isPresent()
                        ? again(earlier.get(), decided.automations())
                        : first(decided.occurrence(), decided.executions(), decided.automations()));
    }

    private boolean startsNothing(Decided decided) {
        return decided.executions().isEmpty() && command.idempotencyKey() == null;
    }

    private Contact requireContact() {
        session.access.require(Action.FIRE, null);
        Contact contact = command.contact();
        if (contact == null) {
            throw new RefusedException("contact", "is required: fire from contact(…), or set it in the command");
        }
        if (session.actor.kind() == ActorKind.CONTACT && !contact.id().equals(session.actor.id())) {
            throw new ForbiddenException(Action.FIRE.name());
        }
        return contact;
    }

    private FireReport first(Occurrence occurrence, List<AutomationExecution> decided, List<Automation> automations) {
        List<FireReport.Run> report = carriedOut(occurrence, decided, automations);
        runs.deliverNow(session.tenant, occurrence.id());
        new Outcomes(session).signalCommit();
        return new FireReport(occurrence.id(), report, false, !decided.isEmpty());
    }

    /** The first call may have ended in the middle: what it left is done now, and what it did is reported again. */
    private FireReport again(Firing earlier, List<Automation> automations) {
        String json = earlier.json();
        if (json == null || !Arrays.equals(earlier.bodyHash(), hash())) {
            throw new KeyReusedException();
        }
        Occurrence occurrence = FiringBody.read(json).occurrence(session.tenant, earlier.id());
        List<AutomationExecution> stored = runs.executions(session.tenant, earlier.id());
        return new FireReport(earlier.id(), carriedOut(occurrence, stored, automations), true, !stored.isEmpty());
    }

    private List<FireReport.Run> carriedOut(
            Occurrence occurrence, List<AutomationExecution> decided, List<Automation> automations) {
        List<FireReport.Run> report = new ArrayList<>();
        for (Automation automation : automations) {
            decided.stream()
                    .filter(run -> run.automation().equals(automation.id()))
                    .findFirst()
                    .ifPresent(run -> report.add(carriedOut(occurrence, run, automation)));
        }
        return report;
    }

    private FireReport.Run carriedOut(Occurrence occurrence, AutomationExecution run, Automation automation) {
        if (run.state() != ExecutionState.RUNNING || !automation.enabled()) {
            return line(automation, run, engine.opened(occurrence, automation));
        }
        ExecutionEngine.Progress progress = engine.goOn(occurrence, automation, run, null);
        // What an earlier call has opened is not opened again, and is reported again.
        return line(
                automation,
                progress.run(),
                run.stepsDone() == 0 ? progress.opened() : engine.opened(occurrence, automation));
    }

    private FireReport.Run line(Automation automation, AutomationExecution run, List<Ticket> opened) {
        List<Ticket> seen = opened.stream()
                .filter(ticket -> ticket.deletedAt() == null && session.access.isVisible(ticket))
                .map(session::shown)
                .toList();
        return new FireReport.Run(
                automation.id(), automation.name(), run.state(), session.limits.shownDetail(run.detail()), seen);
    }

    private UUID id() {
        @Nullable String key = command.idempotencyKey();
        return key == null
                ? session.newId(session.moment())
                : UUID.nameUUIDFromBytes(ContentHash.of("firing", session.tenant.value(), key));
    }

    private byte[] hash() {
        return ContentHash.of(command.name(), session.actor.kind(), session.actor.id(), command.content());
    }
}
