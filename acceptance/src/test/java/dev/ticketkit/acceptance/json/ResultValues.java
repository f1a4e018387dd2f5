package dev.ticketkit.acceptance.json;

import dev.ticketkit.core.automation.AutomationWarning;
import dev.ticketkit.core.catalogue.PriorityBook;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.core.reference.SeriesNumber;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.core.result.DryRun;
import dev.ticketkit.core.result.EventTrace;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.core.result.ImportProblem;
import dev.ticketkit.core.result.ImportReport;
import dev.ticketkit.core.result.PurgeReport;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.core.statistics.BacklogAge;
import dev.ticketkit.core.statistics.CategoryShare;
import dev.ticketkit.core.statistics.ClosingTime;
import dev.ticketkit.core.statistics.DailyFlow;
import dev.ticketkit.core.statistics.DurationPercentiles;
import dev.ticketkit.core.statistics.FirstAnswers;
import dev.ticketkit.core.statistics.MonthlyFlow;
import dev.ticketkit.core.statistics.OwnerWorkload;
import dev.ticketkit.core.statistics.PriorityCount;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.core.statistics.StatisticsReport;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.core.statistics.Verification;
import dev.ticketkit.core.template.FieldValue;
import dev.ticketkit.core.template.TemplateField;
import dev.ticketkit.core.template.TemplateFinding;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.error.UnreadableException;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.Recipient;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.Total;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import dev.ticketkit.spi.storage.statistics.CountBasis;
import dev.ticketkit.spi.text.FoldedText;
import dev.ticketkit.spi.text.SearchPhrase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What a host returns from its own pages beside nouns and commands, and reads into them. Knows no Jackson, so that any can be given them. */
final class ResultValues {
    private static final Instant THEN = Instant.parse("2026-03-10T09:00:00.123456Z");
    private static final UUID ID = new UUID(7, -8);
    private static final Contact ADA = Contact.of("c", "Ada");

    private final ActorDesk desk = JsonValues.desk();
    private final Ticket ticket = desk.open(JsonValues.full()).ticket();
    private final TicketEvent event = desk.ticket(ticket).history().get(0);

    private ResultValues() {}

    /** What a desk says. */
    static Stream<Object> outputs() {
        ResultValues of = new ResultValues();
        return Stream.of(of.ofCommands(), of.ofAutomations(), of.ofStatistics(), of.ofHosts(), of.ofText())
                .flatMap(List::stream);
    }

    /** What people write. */
    static Stream<Object> inputs() {
        return Stream.of(
                StatisticsQuery.builder().build(),
                StatisticsQuery.builder()
                        .basis(CountBasis.OPEN_NOW)
                        .closing(CountBasis.OPENED)
                        .days(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-03-01"))
                        .zone(ZoneId.of("Europe/Rome"))
                        .categories("b", "a", "\u00dc")
                        .build(),
                StatisticsQuery.builder().month(YearMonth.of(2026, 2)).build(),
                StatisticsQuery.builder().allTime().zone(ZoneOffset.UTC).build(),
                Fire.starter("late")
                        .contact(ADA)
                        .field("ORDER", "1")
                        .field("SUM", FieldValue.number(new BigDecimal("1.50")))
                        .field("DAY", FieldValue.date(LocalDate.EPOCH))
                        .field("AT", FieldValue.dateTime(THEN))
                        .idempotencyKey("k")
                        .build(),
                new ImportTicket(JsonValues.full(), THEN, THEN.plusSeconds(1)),
                new ImportTicket(JsonValues.full(), THEN, null),
                FieldValue.number(BigDecimal.TEN),
                FieldValue.text(""));
    }

    /** One error of each type, and of each code of the store. */
    static List<TicketException> problems() {
        ResultValues of = new ResultValues();
        List<TicketException> all = new ArrayList<>(List.of(
                new NotFoundException("ticket"),
                new ConflictException(of.ticket, List.of("TITLE", "ATTRIBUTE:x")),
                new TakenException("reference", "R-1"),
                new KeyReusedException(),
                new ForbiddenException("CHANGE"),
                new RefusedException("status", "there is none"),
                new RetryableException("others were faster", null),
                new UnreadableException("ticket 7", 3L, "status is ?", new IllegalStateException("secret"))));
        Stream.of(TicketErrorCode.values())
                .filter(code -> code.name().startsWith("STORAGE_") && code != TicketErrorCode.STORAGE_RETRYABLE)
                .forEach(code -> all.add(new StorageException(code, "no", new IllegalStateException("secret"))));
        return all;
    }

    private List<Object> ofCommands() {
        List<Object> all = new ArrayList<>(desk.changeAll(
                List.of(ticket.id(), new TicketId(ID)),
                ChangeTicket.builder().title("bulk").build()));
        problems().forEach(problem -> all.add(new BulkResult(ticket.id(), null, problem)));
        CommandResult written = desk.ticket(ticket).addInternalNote("n");
        all.add(written);
        all.add(CommandResult.before(written.receipt(), Optional.empty()));
        all.add(desk.changesSince(null, 2));
        all.add(new PurgeReport(1, 2, 3, 4));
        all.add(new StatusImpact(3, List.of("a")));
        all.add(new StatusImpact(0, List.of()));
        all.add(new StatusMove.Failure(ticket.id(), "no"));
        all.add(new StatusMove(1, 1, List.of(new StatusMove.Failure(ticket.id(), "no")), List.of("a")));
        all.add(new ImportProblem(3, "title", "is blank"));
        all.add(new ImportReport(3, 1, 1, 1, List.of(new ImportProblem(3, "title", "is blank"))));
        return all;
    }

    private List<Object> ofAutomations() {
        DryRun.Step step = new DryRun.Step("openTicket", new TreeMap<>(Map.of("title", "t")), "title: is blank");
        DryRun.Match match = new DryRun.Match(event, List.of(step));
        FireReport.Run run = new FireReport.Run("a", "A", ExecutionState.FAILED, "step 1: no", List.of(ticket));
        EventTrace.AutomationReason reason =
                new EventTrace.AutomationReason("a", ExecutionState.SKIPPED, "it is disabled", 0);
        return List.of(
                step,
                match,
                new DryRun(List.of(match), 3, true),
                run,
                new FireReport(ID, List.of(run), false, true),
                new FireReport(ID, List.of(), true, false),
                reason,
                new EventTrace.AutomationReason("b", null, null, 0),
                new EventTrace(ID, List.of(reason), new TreeMap<>(Map.of("o", NotificationOutcome.NOTIFIED)), null),
                new AutomationWarning(AutomationWarning.Kind.FIXED_REFERENCE, "steps[0]", "is always the same"));
    }

    private List<Object> ofStatistics() {
        Category category = ticket.category();
        DurationPercentiles times = new DurationPercentiles(
                2, Duration.ZERO, Duration.ofMillis(1500), Duration.ofHours(30), Duration.ofDays(400));
        DurationPercentiles none = new DurationPercentiles(0, null, null, null, null);
        BacklogAge.Band band = new BacklogAge.Band(Duration.ZERO, Duration.ofDays(1), 3);
        ClosingTime closing = new ClosingTime(category, 2, new BigInteger("9223372036854775808123"));
        return List.of(
                desk.statistics().report(),
                new StatisticsReport(
                        1,
                        List.of(new CategoryShare(null, 1, 100.0 / 3)),
                        List.of(),
                        List.of(),
                        List.of(closing),
                        closing,
                        1,
                        Map.of("open", 1L, "closed", 2L)),
                closing,
                new CategoryShare(category, 1, 12.5),
                new StatusCount(Status.OPEN, "Aperto", 0),
                new PriorityCount(Priority.LOW, "Bassa", 2),
                times,
                none,
                new FirstAnswers(times, 3),
                band,
                new BacklogAge.Band(Duration.ofDays(30), null, 3),
                new BacklogAge(List.of(band), Duration.ofHours(7)),
                new BacklogAge(List.of(), null),
                new DailyFlow(LocalDate.parse("2026-10-25"), 1, 2),
                new MonthlyFlow(YearMonth.of(2026, 2), 1, 2),
                new OwnerWorkload(null, 3, new TreeMap<>(Map.of(Priority.LOW, 1L, Priority.URGENT, 2L))),
                new Verification(3, List.of("open: 1, counted 2")),
                new Total(3, false));
    }

    private List<Object> ofHosts() {
        Recipient recipient = new Recipient(ActorKind.CONTACT, "c", "Ada", "a@b", "+39061", "it");
        Notification notice = Notification.builder()
                .event(event)
                .automation("a")
                .attempt(2)
                .recipient(recipient)
                .ticket(ticket)
                .template("key", List.of("1", ""))
                .rendered("text", "<b>")
                .build();
        return List.of(
                new Operator("o", "Olga", null, "es"),
                recipient,
                notice,
                Dispatch.of(event, 1, ticket),
                Dispatch.of(event, 3, ticket).asTrigger(ID, "a", "erp", Map.of("b", "", "a", "1")),
                new ParkedDelivery(ticket.tenant(), ID, ticket.id(), "operators", 8, THEN, "no"),
                new KeptDeliveries.Backlog(2, 1, THEN),
                KeptDeliveries.Backlog.NONE,
                new ContactTickets(ADA, Priority.HIGH, THEN, 3),
                new ContactPosition(Priority.HIGH, THEN, "c"));
    }

    private List<Object> ofText() {
        StatusEntry own = new StatusEntry(new Status("at-the-lab", MacroStatus.IN_PROGRESS, 8), "At the lab", true);
        return List.of(
                StatusBook.of(List.of(own), Labels.of(Locale.ITALIAN)),
                PriorityBook.of(
                        List.of(new PriorityEntry(Priority.LOW, "Bassa", false)),
                        Labels.english().with(Map.of("priority.HIGH", "Soon"))),
                desk.catalogue().statuses(),
                desk.parse("printer stauts:open -spam status:open"),
                new FieldChange(TicketField.ATTRIBUTE, "x", null, "1"),
                new Note(NoteVisibility.PUBLIC, "n"),
                ticket.status(),
                ticket.category(),
                new Party("o", "O"),
                ADA,
                new SeriesNumber("y2026", 7),
                new TemplateField("ORDER", 3, "none"),
                new TemplateFinding(TemplateFinding.Kind.UNKNOWN, "ORDER", 3),
                FoldedText.of("Zurich"),
                new SearchPhrase(List.of("print"), SearchPhrase.Kind.PREFIX, null));
    }
}
