package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.feed.UnsequencedEvents;
import dev.ticketkit.jdbc.internal.rollup.RollupDeltas;
import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.row.TicketColumns;
import dev.ticketkit.jdbc.internal.search.SearchQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of {@link BatchCommit}: what {@link SingleStatementCommit} does, over rows. Whatever is looked up in a table that grows is a
 * subquery for each row, never a join: a plan made while the table was small stays with the connection, and a join would read all of it.
 */
final class BatchStatement {
    private static final String MORE = """
            expected_version, category_id, category_name, category_sort, reference, reference_fold, reference_sort, \
            reference_hash, delivers, reworded, opens, receipt_only, sets_category, gate_key, series, prefix, folded_prefix, number_word, padding, inner_pad""";

    /** What each change brings; {@code nr} is added. */
    static final List<String> COLUMNS = Stream.of(
                    EventColumns.WRITTEN,
                    TicketColumns.MUTABLE,
                    TicketColumns.FIXED,
                    MORE,
                    RollupDeltas.BATCH_COLUMNS,
                    RollupDeltas.BATCH_COLUMNS_OF_CHANGES)
            .flatMap(BatchStatement::names)
            .toList();

    /** Lists of one row. An array of them would be flattened, so they travel as text. */
    private static final Set<String> LISTS =
            Set.of("change_keys", "change_froms", "change_tos", "attributes", "attribute_terms");

    /** What a number makes. */
    private static final Set<String> NUMBERED =
            Set.of("reference", "reference_fold", "reference_sort", "reference_hash", "search_text");

    private static final String ROWS = """
            SELECT u.* FROM waits CROSS JOIN unnest(%s) WITH ORDINALITY AS u(%s, nr)""".formatted(
            COLUMNS.stream().map(name -> ":" + name).collect(Collectors.joining(", ")), String.join(", ", COLUMNS));

    private static final String GATE = """
            gate AS MATERIALIZED (
              SELECT i.nr, held.shut FROM %1$s i CROSS JOIN LATERAL (
                SELECT s.hidden OR s.removed AS shut FROM {ticket_status} s
                WHERE s.tenant_id = i.tenant_id AND s.status_key = i.gate_key FOR SHARE) held
              WHERE i.gate_key IS NOT NULL),
            """;

    /**
     * Numbers are for those that win as far as can be seen: one that loses with a number costs all others their commit. So none of a series
     * has one where one of the numbers was given by hand; who passes it then is a commit by itself. The counter is held here, and raised for winners.
     */
    private static final String NUMBER = """
            asked AS MATERIALIZED (
              SELECT i.nr, i.tenant_id, i.series, i.prefix, i.folded_prefix, i.number_word, CAST(i.padding AS integer) AS padding, i.inner_pad,
                row_number() OVER (PARTITION BY i.tenant_id, i.series ORDER BY i.nr) AS place
              FROM raw i
              WHERE i.series IS NOT NULL AND NOT EXISTS (SELECT 1 FROM gate g WHERE g.nr = i.nr AND g.shut)
                AND (SELECT e.id FROM {ticket_event} e WHERE e.tenant_id = i.tenant_id AND e.idem_key = i.idem_key) IS NULL
                AND (SELECT e.id FROM {ticket_event} e
                  WHERE e.tenant_id = i.tenant_id AND e.external_hash = i.external_hash) IS NULL),
            counter AS MATERIALIZED (
              SELECT c.tenant_id, c.series, held.last_number
              FROM (SELECT a.tenant_id, a.series FROM asked a
                GROUP BY a.tenant_id, a.series ORDER BY a.tenant_id, a.series) c
              CROSS JOIN LATERAL (
                SELECT s.last_number FROM {ticket_series} s
                WHERE s.tenant_id = c.tenant_id AND s.series = c.series FOR NO KEY UPDATE) held),
            number AS (
              SELECT a.*, COALESCE(c.last_number, 0) + a.place AS taken_number
              FROM asked a LEFT JOIN counter c ON c.tenant_id = a.tenant_id AND c.series = a.series),
            padded AS (
              SELECT n.*, repeat('0', GREATEST(0, n.padding - length(CAST(n.taken_number AS text))))
                || CAST(n.taken_number AS text) AS shown
              FROM number n),
            named AS (
              SELECT p.*, p.folded_prefix || p.shown AS reference_fold FROM padded p),
            candidate AS MATERIALIZED (
              SELECT n.nr, n.tenant_id, n.series, n.taken_number, n.prefix || n.shown AS reference, n.reference_fold,
                substr(n.number_word || n.shown, 1, 64) AS number_word,
                sha256(:outer_pad || sha256(n.inner_pad || convert_to(n.reference_fold, 'UTF8'))) AS reference_hash
              FROM named n),
            given AS MATERIALIZED (
              SELECT n.tenant_id, n.series FROM candidate n
              WHERE (SELECT e.id FROM {ticket_event} e
                WHERE e.tenant_id = n.tenant_id AND e.reference_hash = n.reference_hash) IS NOT NULL),
            ref AS MATERIALIZED (
              SELECT n.* FROM candidate n
              WHERE NOT EXISTS (SELECT 1 FROM given g WHERE g.tenant_id = n.tenant_id AND g.series = n.series)),
            item AS MATERIALIZED (
              SELECT %s, i.nr, i.series IS NOT NULL AND r.nr IS NULL AS unnumbered,
                COALESCE(r.reference, i.reference) AS reference, COALESCE(r.reference_fold, i.reference_fold) AS reference_fold,
                CASE WHEN r.nr IS NULL THEN i.search_text ELSE i.search_text || r.number_word || ' ' END AS search_text,
                COALESCE(convert_to(r.reference_fold, 'UTF8'), i.reference_sort) AS reference_sort,
                COALESCE(r.reference_hash, i.reference_hash) AS reference_hash
              FROM raw i LEFT JOIN ref r ON r.nr = i.nr),
            """.formatted(COLUMNS.stream()
            .filter(name -> !NUMBERED.contains(name))
            .map(name -> "i." + name)
            .collect(Collectors.joining(", ")));

    /** A receipt changes no ticket; unlocked, an erasure could overlook it. */
    private static final String HELD = """
            held AS MATERIALIZED (
              SELECT i.nr FROM item i CROSS JOIN LATERAL (
                SELECT t.version FROM {ticket} t
                WHERE t.tenant_id = i.tenant_id AND t.id = i.ticket_id AND t.version = i.expected_version FOR SHARE) locked
              WHERE i.receipt_only),
            """;

    private static final String IS_CURRENT = """
            AND (i.opens OR (SELECT t.version FROM {ticket} t
                  WHERE t.tenant_id = i.tenant_id AND t.id = i.ticket_id) = i.expected_version)
                AND (NOT i.receipt_only OR EXISTS (SELECT 1 FROM held h WHERE h.nr = i.nr))
            """;

    private static final String WON = """
            won AS (
              INSERT INTO {ticket_event} (%1$s, reference_hash)
              SELECT %2$s, i.reference_hash FROM item i
              WHERE NOT EXISTS (SELECT 1 FROM gate g WHERE g.nr = i.nr AND g.shut) %%s
              ORDER BY i.nr
              ON CONFLICT DO NOTHING RETURNING tenant_id, id),
            winner AS MATERIALIZED (
              SELECT i.* FROM won w JOIN item i ON i.tenant_id = w.tenant_id AND i.id = w.id),
            """.formatted(EventColumns.WRITTEN, values("i", EventColumns.WRITTEN));

    /** As one by itself: only a counter that was held. */
    private static final String RAISED = """
            raised AS (
              INSERT INTO {ticket_series} AS s (tenant_id, series, last_number)
              SELECT r.tenant_id, r.series, max(r.taken_number) FROM winner w JOIN ref r ON r.nr = w.nr
              GROUP BY r.tenant_id, r.series ORDER BY r.tenant_id, r.series
              ON CONFLICT (tenant_id, series) DO UPDATE SET last_number = excluded.last_number
                WHERE EXISTS (SELECT 1 FROM counter c WHERE c.tenant_id = s.tenant_id AND c.series = s.series)
              RETURNING s.tenant_id, s.series),
            """;

    private static final String FOUND = """
            %s AS MATERIALIZED (
              SELECT n.tenant_id, n.category_id AS named, kept.id, kept.name_sort
              FROM (SELECT DISTINCT w.tenant_id, w.category_id FROM winner w
                WHERE w.sets_category AND w.category_id IS NOT NULL ORDER BY w.tenant_id, w.category_id) n
              CROSS JOIN LATERAL (
                SELECT COALESCE(c.target_id, c.id) AS id, c.name_sort FROM {ticket_category} c
                WHERE c.tenant_id = n.tenant_id AND c.id = n.category_id FOR KEY SHARE) kept),
            """;

    private static final String CATEGORY = FOUND.formatted("category");

    /** When another has made one since this statement began, only a change of it shows it. */
    private static final String CATEGORY_OR_MADE = FOUND.formatted("found") + """
            made AS (
              INSERT INTO {ticket_category} AS c (tenant_id, id, name, name_sort, hidden)
              SELECT DISTINCT ON (w.tenant_id, w.category_id) w.tenant_id, w.category_id, w.category_name, w.category_sort, FALSE
              FROM winner w WHERE w.sets_category AND w.category_id IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM found f WHERE f.tenant_id = w.tenant_id AND f.named = w.category_id)
              ORDER BY w.tenant_id, w.category_id
              ON CONFLICT (tenant_id, id) DO UPDATE SET hidden = c.hidden
              RETURNING c.tenant_id, c.id AS named, COALESCE(c.target_id, c.id) AS id, c.name_sort),
            category AS MATERIALIZED (
              SELECT f.tenant_id, f.named, f.id, f.name_sort FROM found f
              UNION ALL
              SELECT m.tenant_id, m.named, m.id, m.name_sort FROM made m),
            """;

    private static final String HAS_ITS_CATEGORY = "(c.id IS NOT NULL OR w.category_id IS NULL OR NOT w.sets_category)";

    private static final String WITH_CATEGORY =
            "LEFT JOIN category c ON c.tenant_id = w.tenant_id AND c.named = w.category_id AND w.sets_category";

    private static final String OPENED = """
            opened AS (
              INSERT INTO {ticket} (%s, %s, %s)
              SELECT w.tenant_id, w.ticket_id, w.receipt_version, c.id, COALESCE(c.name_sort, w.category_sort),
                w.reference, w.reference_fold, w.reference_sort, %s, %s
              FROM winner w %s
              WHERE w.opens AND %s
              RETURNING id),
            """.formatted(
                    TicketColumns.LEADING,
                    TicketColumns.MUTABLE,
                    TicketColumns.FIXED,
                    values("w", TicketColumns.MUTABLE),
                    values("w", TicketColumns.FIXED),
                    WITH_CATEGORY,
                    HAS_ITS_CATEGORY);

    private static final String CHANGED =
            """
            changed AS (
              UPDATE {ticket} t SET version = w.receipt_version, %s,
                category_id = CASE WHEN w.sets_category THEN c.id ELSE t.category_id END,
                category_sort = CASE WHEN w.sets_category THEN COALESCE(c.name_sort, w.category_sort) ELSE t.category_sort END
              FROM winner w %s
              WHERE t.tenant_id = w.tenant_id AND t.id = w.ticket_id AND t.version = w.expected_version
                AND NOT w.opens AND NOT w.receipt_only AND %s
              RETURNING t.id),
            """.formatted(assignments(TicketColumns.MUTABLE), WITH_CATEGORY, HAS_ITS_CATEGORY);

    private static final String QUEUED = """
            queued AS (
              INSERT INTO {ticket_delivery} (tenant_id, event_id, consumer, ticket_id, version)
              SELECT w.tenant_id, w.id, '*', w.ticket_id, w.version FROM winner w WHERE w.delivers AND NOT w.receipt_only),
            """;

    private static final String CHECKED = """
            checked AS MATERIALIZED (
              SELECT 1 / CASE WHEN %s THEN 1 ELSE 0 END AS matched)
            SELECT w.nr, w.reference, k.matched FROM checked k LEFT JOIN winner w ON k.matched = 1
            """;

    private static final String WRITTEN_FOR_WINNERS = "(SELECT count(*) FROM won) = (SELECT count(*) FROM opened)";

    private static final String CHANGES_OF_WINNERS =
            " + (SELECT count(*) FROM changed) + (SELECT count(*) FROM winner w WHERE w.receipt_only)";

    private static final String NUMBERS_OF_WINNERS =
            " AND (SELECT count(*) FROM ref) = (SELECT count(*) FROM winner w WHERE w.series IS NOT NULL)"
                    + " AND (SELECT count(*) FROM raised) = (SELECT count(DISTINCT (r.tenant_id, r.series)) FROM ref r)";

    private BatchStatement() {}

    /**
     * The text for a batch.
     *
     * @param numbers whether it may hold openings that ask for a number
     * @param changes whether it may hold anything but openings
     * @param makes whether it may hold categories that nobody has seen stored
     */
    static String text(boolean numbers, boolean changes, boolean makes) {
        String rows = numbers
                ? "raw AS MATERIALIZED (" + ROWS + "),\n" + GATE.formatted("raw") + NUMBER
                : "item AS MATERIALIZED (" + ROWS + "),\n" + GATE.formatted("item");
        String conditions = (numbers ? "AND NOT i.unnumbered " : "") + (changes ? IS_CURRENT : "");
        String check = WRITTEN_FOR_WINNERS + (changes ? CHANGES_OF_WINNERS : "") + (numbers ? NUMBERS_OF_WINNERS : "");
        return String.join(
                "",
                SingleStatementCommit.WAITS,
                rows,
                changes ? HELD : "",
                WON.formatted(conditions),
                numbers ? RAISED : "",
                makes ? CATEGORY_OR_MADE : CATEGORY,
                OPENED,
                changes ? CHANGED : "",
                QUEUED,
                SearchQueue.BATCH,
                UnsequencedEvents.BATCH,
                changes ? RollupDeltas.OF_CHANGES : RollupDeltas.OF_OPENINGS,
                CHECKED.formatted(check));
    }

    private static Stream<String> names(String columns) {
        return Arrays.stream(columns.split(", "));
    }

    private static String values(String alias, String columns) {
        return names(columns).map(name -> value(alias, name)).collect(Collectors.joining(", "));
    }

    private static String assignments(String columns) {
        return names(columns).map(name -> name + " = " + value("w", name)).collect(Collectors.joining(", "));
    }

    private static String value(String alias, String name) {
        String value = alias + "." + name;
        return LISTS.contains(name) ? "CAST(" + value + " AS text[])" : value;
    }
}
