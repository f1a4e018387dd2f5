package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.database.BulkLoad;
import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills the tables with many tickets by SQL, in the form in which the desk keeps them: three years of openings, most of them closed by
 * one change, everybody told. Texts are made of phrases whose words are as unevenly common as those of a language.
 */
public final class Filling {
    /** How many categories there are. */
    public static final int CATEGORY_COUNT = 50;

    /** How many contacts the invented tickets have; filled ones have one for every twenty tickets. */
    public static final int CONTACT_COUNT = 10_000;

    /** In every 5,000th filled ticket. */
    public static final String RARE_WORD = "zanzibar";

    /** Of a script without blanks, in the tickets of the rare word. */
    public static final String BLANKLESS = "\u6253\u5370\u673A\u574F";

    /** Two neighbours each, as a ticket has them. */
    private static final String NEIGHBOURS = "\u6253\u5370 \u5370\u673A \u673A\u574F";

    /** In most filled tickets. */
    public static final String COMMON_WORD = Words.of(0);

    /** Each in some of the filled tickets, and seldom together. */
    public static final String TWO_WORDS = Words.of(40) + " " + Words.of(95);

    /** Makes the categories. */
    public static final String CATEGORIES = categories();

    private static final List<String> READ =
            List.of("ticket_pk", "ticket_macro_ix", "ticket_status_ix", "ticket_opened_ix");

    private static final long A_STATEMENT = 500_000;
    private static final int CHORES = 10_000;
    private static final int PHRASES = 5_000;
    private static final int WORDS_A_PHRASE = 5;
    private static final int PHRASES_A_TICKET = 9;
    private static final long SEED = 20_261_123;

    private static final String TICKETS = """
            INSERT INTO ticket (tenant_id, id, version, reference, reference_fold, reference_sort, title, title_sort, description,
                search_text, status_key, status_position, macro_status, priority, category_id, category_sort, contact_id,
                contact_name, contact_sort, owner_id, owner_label, owner_sort, origin, attributes, attribute_terms, opened_at,
                updated_at, closed_at, closing_micros, closing_bucket, reopenings)
            SELECT 'bench',
                CAST(lpad(to_hex(CAST(extract(epoch FROM opened) * 1000 AS bigint)), 12, '0') || '7' || substr(hash, 1, 3) || '8'
                    || substr(hash, 4, 15) AS uuid),
                CASE WHEN status = 'open' THEN 1 ELSE 2 END, reference, lower(reference), convert_to(lower(reference), 'UTF8'),
                title, convert_to(title, 'UTF8'), description,
                ' ' || replace(lower(title || ' | ' || description || ' = contact ' || contact || ' # ' || reference), '-', ' ') || ' ',
                status, place,
                CASE WHEN place >= 5 THEN 'TERMINATED' ELSE 'IN_PROGRESS' END, priority, c.id, c.name_sort, 'c-' || contact,
                'Contact ' || contact, convert_to('contact ' || contact, 'UTF8'), owner, initcap(owner),
                coalesce(convert_to(owner, 'UTF8'), '\\xff'), 'OPERATOR', '{}', '{}', opened, coalesce(ended, opened), ended,
                micros, width_bucket(micros, CAST('{buckets}' AS bigint[])), 0
            FROM (
                SELECT i, md5(CAST(i AS text)) AS hash, 'T-' || lpad(CAST(i AS text), 8, '0') AS reference, status, place, opened,
                    CASE WHEN place >= 5 THEN opened + (1 + i %% 997) * interval '20 minutes' END AS ended,
                    CASE WHEN place >= 5 THEN (1 + i %% 997) * 1200000000 END AS micros,
                    1 + (i * 31 + i / 7) %% 6 AS priority, (i * 13) %% (1 + {count} / 20) AS contact, (i * 17 + i / 89) %% {categories} AS category,
                    CASE WHEN i %% 5 > 0 THEN 'operator ' || (i * 11) %% 30 END AS owner,
                    'order ' || i || ' ' || rtrim(substr(p0.words, 1, 24)) AS title,
                    concat_ws(' ', %s, CASE WHEN i %% 5000 = 17 THEN '{rare}' END) AS description
                FROM (
                    SELECT i,
                        timestamptz '2020-01-01 00:00Z' + i * (interval '1095 days' / {count}) AS opened,
                        (i * 7919) %% 100 AS part
                    FROM generate_series(CAST({first} AS bigint), {last}) AS i) n
                CROSS JOIN LATERAL (
                    SELECT CASE WHEN part < 4 THEN 1 WHEN part < 8 THEN 2 WHEN part < 11 THEN 3 WHEN part < 15 THEN 4
                        WHEN part < 25 THEN 5 WHEN part < 95 THEN 6 ELSE 7 END AS place) s
                CROSS JOIN LATERAL (
                    SELECT (ARRAY['open', 'in-progress', 'pending', 'waiting', 'resolved', 'closed', 'terminated'])[place] AS status) k
                %s) t
            JOIN (SELECT id, name_sort, CAST(substr(name, 10) AS bigint) AS number FROM ticket_category) c ON c.number = t.category
            """;

    private static final String EVENTS = """
            INSERT INTO ticket_event (tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id,
                actor_label, change_keys, change_froms, change_tos, status_to, reference_hash)
            SELECT tenant_id, id, id, 1, 1, 'OPENED', opened_at, 'OPERATOR', 'anna', 'Anna Rossi', '{}', '{}', '{}', NULL,
                sha256(reference_sort)
            FROM ticket
            UNION ALL
            SELECT tenant_id, gen_random_uuid(), id, 2, 2, 'CHANGED', updated_at, 'OPERATOR', 'anna', 'Anna Rossi', ARRAY['STATUS'],
                ARRAY['open'], ARRAY[status_key], status_key, NULL
            FROM ticket WHERE version = 2
            """;

    private static final String UNINDEXED =
            "INSERT INTO ticket_unindexed (tenant_id, ticket_id, version) SELECT tenant_id, id, version FROM ticket";

    private static final String FED = """
            INSERT INTO ticket_feed (tenant_id, position, event_id)
            SELECT tenant_id, row_number() OVER (ORDER BY occurred_at, ticket_id, version), id FROM ticket_event
            """;

    private static final String END_OF_FEED = """
            INSERT INTO ticket_feed_end (tenant_id, last_position) SELECT tenant_id, max(position) FROM ticket_feed GROUP BY tenant_id
            """;

    private static final String DELIVERIES = """
            INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version)
            SELECT tenant_id, id, '*', ticket_id, version FROM ticket_event
            """;

    private Filling() {}

    /** Empties the tables and fills them with so many tickets. */
    public static void fill(OurDesk desk, long tickets) {
        fill(desk, tickets, step -> {});
    }

    private static void fill(OurDesk desk, long tickets, Consumer<String> progress) {
        BulkLoad load = fillTickets(desk, tickets, progress, "ticket", "ticket_event", "ticket_feed");
        Schema schema = desk.schema();
        progress.accept("their events and the feed");
        schema.execute(EVENTS, FED, END_OF_FEED);
        progress.accept("the indexes");
        load.finish();
        schema.execute("VACUUM (ANALYZE) ticket", "VACUUM (ANALYZE) ticket_event", "CHECKPOINT");
    }

    /** Tickets alone, without an index; those of these tables are to be made. */
    private static BulkLoad fillTickets(OurDesk desk, long tickets, Consumer<String> progress, String... tables) {
        Schema schema = desk.schema();
        desk.empty();
        schema.execute(
                "DROP TABLE IF EXISTS bench_phrase",
                "CREATE TABLE bench_phrase (number integer, words text)",
                phrases(),
                "ANALYZE bench_phrase");
        BulkLoad load = BulkLoad.begin(schema, tables);
        for (long first = 1; first <= tickets; first += A_STATEMENT) {
            progress.accept("tickets from " + String.format(Locale.ROOT, "%,d", first));
            schema.execute(tickets(first, Math.min(tickets, first + A_STATEMENT - 1), tickets));
        }
        schema.execute("DROP TABLE bench_phrase");
        return load;
    }

    /**
     * As {@link #fill}, with everything there is for statistics.
     *
     * @param progress is told each step
     */
    public static void fillCounted(OurDesk desk, long tickets, Consumer<String> progress) {
        fill(desk, tickets, progress);
        count(desk, FilledCells.statements(), progress);
    }

    /**
     * Only what lists and reports of everything read: tickets without their events, four of their indexes and the cells of all time. All of it
     * would take hours for ten million tickets.
     *
     * @param progress is told each step
     */
    public static void fillForReading(OurDesk desk, long tickets, Consumer<String> progress) {
        BulkLoad load = fillTickets(desk, tickets, progress, "ticket");
        progress.accept("the indexes of lists");
        load.finish(index -> READ.stream().anyMatch(index::contains));
        desk.schema().execute("VACUUM (ANALYZE) ticket");
        count(desk, FilledCells.ofAllTime(), progress);
    }

    private static void count(OurDesk desk, String[] cells, Consumer<String> progress) {
        progress.accept("the cells");
        desk.schema().execute(cells);
        desk.schema().execute("VACUUM (ANALYZE) ticket_rollup", "VACUUM (ANALYZE) ticket_rollup_period", "CHECKPOINT");
    }

    /** Has the words of all tickets indexed. */
    public static void indexWords(OurDesk desk) {
        Schema schema = desk.schema();
        // Made at the end, as for other tables: word by word it takes many times as long.
        String index = schema.text("SELECT pg_get_indexdef('ticket_words_ix'::regclass)");
        schema.execute("DROP INDEX ticket_words_ix", UNINDEXED);
        int indexed;
        do {
            indexed = desk.storage().maintenance().run(CHORES);
        } while (indexed > 0);
        schema.execute(index, "VACUUM (ANALYZE) ticket_words", "VACUUM (ANALYZE) ticket_unindexed", "CHECKPOINT");
    }

    /** As {@link #fill}, with nobody told yet. */
    public static void fillUndelivered(OurDesk desk, long tickets) {
        fill(desk, tickets);
        desk.schema().execute(DELIVERIES, "VACUUM (ANALYZE) ticket_delivery", "CHECKPOINT");
    }

    static String categoryName(int number) {
        return "Category " + (number < 10 ? "0" : "") + number;
    }

    private static String tickets(long first, long last, long tickets) {
        String texts = IntStream.range(0, PHRASES_A_TICKET)
                .mapToObj(i -> "p" + i + ".words")
                .collect(Collectors.joining(", "));
        // Primes, so that two tickets share a phrase but hardly ever two of them.
        String joins = IntStream.range(0, PHRASES_A_TICKET)
                .mapToObj(i -> "JOIN bench_phrase p%1$s ON p%1$s.number = (n.i * %2$s + n.i / %3$s) %% %4$s"
                        .formatted(i, 7 + 2 * i * i + 11 * i, 3 + i, PHRASES))
                .collect(Collectors.joining("\n"));
        return TICKETS.formatted(texts, joins)
                .replace("{first}", String.valueOf(first))
                .replace("{last}", String.valueOf(last))
                .replace("{count}", String.valueOf(tickets))
                .replace("{categories}", String.valueOf(CATEGORY_COUNT))
                .replace(
                        "{buckets}",
                        DurationBuckets.bounds().toString().replace('[', '{').replace(']', '}'))
                .replace("{rare}", RARE_WORD + " " + NEIGHBOURS);
    }

    private static String phrases() {
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, PHRASES)
                .mapToObj(number -> "(" + number + ", '" + phrase(random) + "')")
                .collect(Collectors.joining(", ", "INSERT INTO bench_phrase VALUES ", ""));
    }

    private static String phrase(SplittableRandom random) {
        return IntStream.range(0, WORDS_A_PHRASE)
                .mapToObj(i -> Words.of((int) Math.pow(Words.COUNT, random.nextDouble()) - 1))
                .collect(Collectors.joining(" "));
    }

    private static String categories() {
        return IntStream.range(0, CATEGORY_COUNT)
                .mapToObj(Filling::categoryName)
                .map(name -> "('%s', '%s', '%s', convert_to('%s', 'UTF8'), FALSE)"
                        .formatted(
                                OurDesk.TENANT.value(),
                                Category.idOf(OurDesk.TENANT, name),
                                name,
                                name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(
                        ", ", "INSERT INTO ticket_category (tenant_id, id, name, name_sort, hidden) VALUES ", ""));
    }
}
