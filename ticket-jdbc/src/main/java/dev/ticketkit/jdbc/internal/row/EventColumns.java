package dev.ticketkit.jdbc.internal.row;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.Note;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.TextRule;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An event as columns, both ways. */
public final class EventColumns {
    /** What every event has. */
    public static final String PLAIN = """
            tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id, actor_label, \
            change_keys, change_froms, change_tos, status_to""";

    /** Everything but the hash of the reference, which PostgreSQL may have to make itself. */
    public static final String WRITTEN = PLAIN + """
            , cause_event_id, cause_source, cause_depth, note_visibility, note_text, idem_key, idem_hash, external_hash""";

    public static final String READ = read("e.version");

    /** The same of hidden events too, with the version of their receipts. */
    public static final String READ_HIDDEN = read("e.receipt_version AS version");

    /** What an erasure may change. */
    public static final String ERASED =
            "actor_id, actor_label, cause_source, change_keys, change_froms, change_tos, note_text";

    private static final String UNKNOWN = "unknown";

    private EventColumns() {}

    private static String read(String version) {
        return """
                e.id, e.ticket_id, %s, e.kind, e.occurred_at, e.actor_kind, e.actor_id, e.actor_label, \
                e.cause_event_id, e.cause_source, e.cause_depth, e.change_keys, e.change_froms, e.change_tos, \
                e.note_visibility, e.note_text""".formatted(version);
    }

    /** Whether a change's event has nothing but {@link #PLAIN}, as most changes of fields have it. */
    public static boolean isPlain(TicketChange change) {
        TicketEvent event = change.event();
        return event.kind() == EventKind.CHANGED
                && event.cause() == null
                && event.note() == null
                && change.idempotency() == null;
    }

    public static Bindings bind(TicketChange change, KeyedHashes hashes) {
        IdempotencyStamp stamp = change.idempotency();
        return bindRest(bindPlain(change), change.event())
                .text("idem_key", stamp == null ? null : stamp.key())
                .bytes("idem_hash", stamp == null ? null : stamp.bodyHash())
                .bytes("external_hash", externalHash(change, hashes))
                .bytes("reference_hash", referenceHash(change, hashes));
    }

    /** Parameters for {@link #PLAIN}. */
    public static Bindings bindPlain(TicketChange change) {
        return bindPlain(change.event())
                .id("ticket_id", change.after().id().value())
                .number(
                        "version",
                        change.isReceiptOnly() ? null : change.after().version())
                .number("receipt_version", change.after().version());
    }

    /** What an event says, without version and key. */
    public static Bindings bind(TicketEvent event) {
        return bindRest(bindPlain(event), event);
    }

    private static Bindings bindPlain(TicketEvent event) {
        return bindChanges(event)
                .text("tenant_id", event.tenant().value())
                .id("id", event.id())
                .text("kind", event.kind().name())
                .time("occurred_at", event.at())
                .text("actor_kind", event.actor().kind().name())
                .text("actor_id", event.actor().id())
                .text("actor_label", event.actor().label());
    }

    private static Bindings bindRest(Bindings bindings, TicketEvent event) {
        Cause cause = event.cause();
        Note note = event.note();
        return bindings.id("cause_event_id", cause == null ? null : cause.eventId())
                .text("cause_source", cause == null ? null : cause.source())
                .number("cause_depth", cause == null ? null : (long) cause.depth())
                .text("note_visibility", note == null ? null : note.visibility().name())
                .text("note_text", note == null ? null : note.text());
    }

    /** The hash that reserves an opening's external id, or null. */
    private static byte @Nullable [] externalHash(TicketChange change, KeyedHashes hashes) {
        String externalId = change.after().externalId();
        return externalId == null || !change.isOpening() ? null : hashes.ofExternalId(change.tenant(), externalId);
    }

    /** The hash that reserves an opening's own reference, or another one that an erasure gives; else null. */
    private static byte @Nullable [] referenceHash(TicketChange change, KeyedHashes hashes) {
        return change.setsReference()
                ? hashes.of(change.tenant(), change.after().reference())
                : null;
    }

    /**
     * The event as far as it is known here. Whoever reads a history or the feed would stand still before a row that cannot be read, so
     * there is something to be read in each, whatever a newer version wrote.
     */
    public static TicketEvent read(TenantId tenant, Row row) throws SQLException {
        return TicketEvent.builder()
                .id(row.id("id"))
                .tenant(tenant)
                .ticketId(new TicketId(row.id("ticket_id")))
                .version(row.number("version"))
                .kind(row.constantOr("kind", EventKind.class, EventKind.UNKNOWN))
                .actor(actor(row))
                .at(row.time("occurred_at"))
                .cause(cause(row))
                .changes(changes(row))
                .note(note(row))
                .build();
    }

    private static Bindings bindChanges(TicketEvent event) {
        List<FieldChange> changes = event.changes();
        String[] keys = new String[changes.size()];
        @Nullable String[] froms = new String[keys.length];
        @Nullable String[] tos = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            FieldChange change = changes.get(i);
            keys[i] = change.key();
            froms[i] = change.from();
            tos[i] = change.to();
        }
        return new Bindings()
                .texts("change_keys", keys)
                .texts("change_froms", froms)
                .texts("change_tos", tos)
                .text("status_to", statusTo(event));
    }

    /** The status a change of it entered, or null. */
    public static @Nullable String statusTo(TicketEvent event) {
        String statusTo = null;
        for (FieldChange change : event.changes()) {
            statusTo =
                    change.field() == TicketField.STATUS && event.kind() == EventKind.CHANGED ? change.to() : statusTo;
        }
        return statusTo;
    }

    private static Actor actor(Row row) throws SQLException {
        String id = TextRule.LINE.cleaned(row.textOrNull("actor_id"), 128, UNKNOWN);
        return new Actor(
                row.constantOr("actor_kind", ActorKind.class, ActorKind.UNKNOWN),
                id,
                TextRule.LABEL.cleaned(row.textOrNull("actor_label"), 256, TextRule.LABEL.cleaned(id, 256, UNKNOWN)));
    }

    private static @Nullable Cause cause(Row row) throws SQLException {
        String source = row.textOrNull("cause_source");
        return source == null
                ? null
                : new Cause(
                        row.idOrNull("cause_event_id"),
                        TextRule.LINE.cleaned(source, 256, UNKNOWN),
                        Math.max(1, row.integer("cause_depth")));
    }

    /** A note for others than are known here is shown to those who see all. */
    private static @Nullable Note note(Row row) throws SQLException {
        String text = row.textOrNull("note_text");
        return text == null
                ? null
                : new Note(row.constantOr("note_visibility", NoteVisibility.class, NoteVisibility.INTERNAL), text);
    }

    private static List<FieldChange> changes(Row row) throws SQLException {
        List<@Nullable String> keys = row.texts("change_keys");
        List<@Nullable String> froms = row.texts("change_froms");
        List<@Nullable String> tos = row.texts("change_tos");
        List<FieldChange> changes = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            changes.add(FieldChange.ofKey(
                    Objects.requireNonNullElse(keys.get(i), UNKNOWN), valueAt(froms, i), valueAt(tos, i)));
        }
        return changes;
    }

    private static @Nullable String valueAt(List<@Nullable String> values, int place) {
        return place < values.size() ? values.get(place) : null;
    }
}
