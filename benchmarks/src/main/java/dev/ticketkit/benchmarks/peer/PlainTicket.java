package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.Invented;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.Past;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A ticket as somebody who writes the statements by hand has it ready: nothing is checked, nothing is folded but by lower case. */
final class PlainTicket {
    private static final Pattern BLANKS = Pattern.compile(" +");

    /** Of the table of tickets, all but the reference's; the rest stays empty. */
    static final String TICKET_COLUMNS = """
            tenant_id, id, version, title, title_sort, description, search_text, status_key, status_position, macro_status, \
            priority, category_id, category_sort, contact_id, contact_name, contact_sort, owner_sort, origin, attributes, \
            attribute_terms, opened_at, updated_at, reopenings""";

    static final String TICKET_VALUES = """
            ?, ?, 1, ?, ?, ?, ?, 'open', 1, 'IN_PROGRESS', ?, ?, ?, ?, ?, ?, '\\xff'::bytea, 'OPERATOR', '{}'::text[], \
            '{}'::text[], ?, ?, 0""";

    /** Of the table of events, all but the reference's hash. */
    static final String EVENT_COLUMNS = """
            tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id, actor_label, \
            change_keys, change_froms, change_tos""";

    static final String EVENT_VALUES = """
            ?, ?, ?, 1, 1, 'OPENED', ?, 'OPERATOR', ?, ?, '{}'::text[], '{}'::text[], '{}'::text[]""";

    /** Of the table of what statistics have to count. */
    static final String DELTA_COLUMNS = """
            tenant_id, event_id, part, weight, category_id, status_key, status_position, macro_status, priority, \
            opened_day, opened_month, reopenings""";

    static final String DELTA_VALUES = "?, ?, 1, 1, ?, 'open', 1, 'IN_PROGRESS', ?, ?, ?, 0";

    /** Of the table of tickets whose words are to be indexed. */
    static final String QUEUE_COLUMNS = "tenant_id, ticket_id, version";

    static final String QUEUE_VALUES = "?, ?, 1";

    /** Of the table of events that have no position in the feed yet. */
    static final String FEED_COLUMNS = "tenant_id, ticket_id, version, event_id";

    static final String FEED_VALUES = "?, ?, 1, ?";

    /** The same as a part of a statement with others. */
    static final String FED =
            "fed AS (INSERT INTO ticket_unsequenced (" + FEED_COLUMNS + ") VALUES (" + FEED_VALUES + "))";

    static final String DELIVERY_COLUMNS = "tenant_id, event_id, consumer, ticket_id, version";

    static final String DELIVERY_VALUES = "?, ?, '*', ?, 1";

    private static final TimeOrderedIds IDS = new TimeOrderedIds();
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private static final int CODE_LENGTH = 10;
    private static final UUID[] CATEGORIES = IntStream.range(0, dev.ticketkit.benchmarks.desk.Filling.CATEGORY_COUNT)
            .mapToObj(number -> Category.idOf(OurDesk.TENANT, new Invented("", "", number, 0, 1).categoryName()))
            .toArray(UUID[]::new);

    private final Invented text;
    private final String tenant = OurDesk.TENANT.value();
    private final OffsetDateTime now;
    private final UUID id;
    private final UUID eventId;
    private final String reference;

    private final @Nullable OffsetDateTime closed;

    private PlainTicket(Invented text, Instant at, String reference, @Nullable Instant closedAt) {
        this.text = text;
        this.now = at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        this.id = IDS.next(at);
        this.eventId = IDS.next(at);
        this.reference = reference;
        this.closed = closedAt == null ? null : closedAt.atOffset(ZoneOffset.UTC);
    }

    static PlainTicket of(long number) {
        return of(Invented.of(number));
    }

    /** Opened now. */
    static PlainTicket of(Invented text) {
        return new PlainTicket(text, CLOCK.instant(), code(), null);
    }

    static PlainTicket of(Past past) {
        return new PlainTicket(past.text(), past.openedAt(), past.reference(), past.closedAt());
    }

    UUID id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }

    String tenant() {
        return tenant;
    }

    Invented text() {
        return text;
    }

    UUID categoryId() {
        return CATEGORIES[text.category()];
    }

    OffsetDateTime now() {
        return now;
    }

    String reference() {
        return reference;
    }

    String searchText() {
        return words(text.title() + " | " + text.description() + " = " + text.contactName() + " # " + reference);
    }

    byte[] referenceHash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes(reference));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Binds {@link #TICKET_VALUES}; returns the next index. */
    int bindTicket(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, tenant);
        statement.setObject(at++, id);
        statement.setString(at++, text.title());
        statement.setBytes(at++, bytes(lower(text.title())));
        statement.setString(at++, text.description());
        statement.setString(at++, searchText());
        statement.setInt(at++, text.priority());
        statement.setObject(at++, categoryId());
        statement.setBytes(at++, bytes(lower(text.categoryName())));
        statement.setString(at++, text.contactId());
        statement.setString(at++, text.contactName());
        statement.setBytes(at++, bytes(lower(text.contactName())));
        statement.setObject(at++, now);
        statement.setObject(at++, now);
        return at;
    }

    /** Binds reference, folded reference and its sort key; returns the next index. */
    int bindReference(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, reference);
        statement.setString(at++, lower(reference));
        statement.setBytes(at++, bytes(lower(reference)));
        return at;
    }

    /** Binds {@link #EVENT_VALUES}; returns the next index. */
    int bindEvent(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, tenant);
        statement.setObject(at++, eventId);
        statement.setObject(at++, id);
        statement.setObject(at++, now);
        statement.setString(at++, OurDesk.ACTOR.id());
        statement.setString(at++, OurDesk.ACTOR.label());
        return at;
    }

    /** Binds {@link #DELTA_VALUES}; returns the next index. */
    int bindDelta(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, tenant);
        statement.setObject(at++, eventId);
        statement.setObject(at++, categoryId());
        statement.setInt(at++, text.priority());
        statement.setInt(at++, openedDay());
        statement.setInt(at++, openedMonth());
        return at;
    }

    /** Binds {@link #QUEUE_VALUES}; returns the next index. */
    int bindQueue(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, tenant);
        statement.setObject(at++, id);
        return at;
    }

    /** Binds {@link #FEED_VALUES}; returns the next index. */
    int bindFeed(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, tenant);
        statement.setObject(at++, id);
        statement.setObject(at++, eventId);
        return at;
    }

    /** Binds {@link #DELIVERY_VALUES}; returns the next index. */
    int bindDelivery(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        statement.setString(at++, tenant);
        statement.setObject(at++, eventId);
        statement.setObject(at++, id);
        return at;
    }

    int openedDay() {
        return day(now);
    }

    int openedMonth() {
        return month(now);
    }

    @Nullable OffsetDateTime closed() {
        return closed;
    }

    @Nullable Integer closedDay() {
        return closed == null ? null : (Integer) day(closed);
    }

    @Nullable Integer closedMonth() {
        return closed == null ? null : (Integer) month(closed);
    }

    @Nullable Short closingBucket() {
        return closed == null ? null : (Short) (short) DurationBuckets.bucketOf(Duration.between(now, closed));
    }

    private static int day(OffsetDateTime time) {
        return (int) time.toLocalDate().toEpochDay();
    }

    private static int month(OffsetDateTime time) {
        return (int) time.toLocalDate().withDayOfMonth(1).toEpochDay();
    }

    /** The words in their order, with blanks around, as simply as it can be done for these texts. */
    static String words(String text) {
        String spaced = lower(text).replace(".", "").replace('-', ' ');
        String plain = BLANKS.matcher(spaced).replaceAll(" ").strip();
        return " " + plain + " ";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String code() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        StringBuilder code = new StringBuilder(CODE_LENGTH);
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
