package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.PlanningDataSource;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The index of words on PostgreSQL: forms of words, queue and upkeep, and plans. */
@Tag("R16")
class WordSearchTest {
    private static final long SEED = 20_261_123L;

    private static HikariDataSource database;

    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @BeforeAll
    static void create() {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void findsOtherFormsInTheTenantsLanguageIndexedOrNot() {
        assertForms(Locale.ITALIAN, "La fattura non \u00E8 arrivata", "fatture", "arrivato", "non", "FATTURA");
        assertForms(Locale.ENGLISH, "The printers are printing", "printer", "printed", "the", "are");
        assertForms(Locale.forLanguageTag("es-MX"), "Los pedidos perdidos", "pedido", "perdida", "los");
    }

    @Test
    void findsOtherFormsOfWordsWithAccents() {
        assertForms(
                Locale.forLanguageTag("pt"), "A informa\u00E7\u00E3o chegou", "informa\u00E7\u00F5es", "informacao");
        assertForms(Locale.forLanguageTag("nl"), "De co\u00F6rdinator", "co\u00F6rdinatoren", "coordinatoren");
        assertForms(Locale.FRENCH, "La somme r\u00E9clam\u00E9e", "r\u00E9clamer", "reclamee");
        assertForms(Locale.forLanguageTag("es"), "La reclamaci\u00F3n", "reclamaciones", "reclamacion");
    }

    @Test
    void findsNoOtherFormsOfPhrasesNorOfWordsThatAreQuoted() {
        JdbcStorage store = in(Locale.ENGLISH);
        open(store, "printers burning");

        for (int round = 0; round < 2; round++) {
            assertThat(search(store, "printer burn")).hasSize(1);
            assertThat(search(store, "\"printers burning\"")).hasSize(1);
            assertThat(search(store, "\"printer\"")).isEmpty();
            assertThat(search(store, "\"printer burning\"")).isEmpty();
            assertThat(search(store, "scanner OR printer")).hasSize(1);
            store.maintenance().run(1_000_000);
        }
    }

    @Test
    @Tag("B7")
    void theWordsOfAFormerContactAreGoneWhenItIsErased() throws SQLException {
        JdbcStorage store = in(null);
        Ticket ticket = open(store, "title");
        store.tickets().commit(make.moved(ticket, Contact.of("bruno", "Brunello")));
        store.maintenance().run(1_000_000);
        Ticket bruno = store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
        store.tickets().commit(make.moved(bruno, Contact.of("anna", "Anna")));
        Ticket anna = store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
        assertThat(words()).contains("brunello");
        store.tickets().commit(make.erasureOfTraces(anna, "bruno"));

        assertThat(words()).doesNotContain("brunello");
        assertThat(search(store, "anna")).hasSize(1);
        store.maintenance().run(1_000_000);
        assertThat(words()).doesNotContain("brunello").contains("anna");
    }

    private String words() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT string_agg(words::text, ' ') FROM ticket_words WHERE tenant_id = '"
                                + make.tenant().value() + "'")) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    @Test
    void findsNoOtherFormsWithoutALanguage() {
        JdbcStorage store = in(null);
        open(store, "The printers");

        assertThat(search(store, "printer")).isEmpty();
        assertThat(search(store, "printers")).hasSize(1);
    }

    @Test
    void excludesOtherFormsToo() {
        JdbcStorage store = in(Locale.ENGLISH);
        open(store, "printers burning");

        TicketQuery query =
                TicketQuery.builder().text("printer").excludedText("burns").build();
        assertThat(store.tickets().list(make.tenant(), query, AccessScope.all(), null, 10))
                .isEmpty();
    }

    @Test
    @Tag("R15")
    void findsReformedWordsAtOnceAndNotTheFormerOnes() {
        JdbcStorage store = in(Locale.ENGLISH);
        Ticket ticket = open(store, "printers");
        store.maintenance().run(1_000_000);
        store.tickets().commit(make.change(ticket, edit -> edit.title("scanners")));
        for (int round = 0; round < 2; round++) {
            assertThat(search(store, "printer")).isEmpty();
            assertThat(search(store, "scanner")).hasSize(1);
            store.maintenance().run(1_000_000);
        }
    }

    @Test
    void aCommitWithoutNewWordsQueuesNothing() throws SQLException {
        JdbcStorage store = in(null);
        Ticket ticket = open(store, "title");
        store.maintenance().run(1_000_000);
        store.tickets().commit(make.change(ticket, edit -> edit.priority(Priority.HIGH)));

        assertThat(count("ticket_unindexed")).isZero();
        assertThat(count("ticket_words")).isOne();
    }

    @Test
    @Tag("B7")
    void anErasureTakesWordsAndQueueAway() throws SQLException {
        JdbcStorage store = in(null);
        Ticket ticket = open(store, "title");
        store.maintenance().run(1_000_000);
        Ticket changed = changed(store, ticket, "other");
        store.tickets().commit(make.erasure(changed, new Reference("erased-1")));

        assertThat(count("ticket_unindexed")).isZero();
        assertThat(count("ticket_words")).isZero();
        store.maintenance().run(1_000_000);
        assertThat(count("ticket_words")).isZero();
    }

    @Test
    void aSearchIndexesALongQueueFirst() throws SQLException {
        JdbcStorage store = in(null);
        open(store, "needle");
        queue(1_500);
        assertThat(search(store, "needle")).hasSize(1);

        assertThat(count("ticket_unindexed")).isZero();
    }

    @Test
    void findsTheSameByIndexAndAlongTheList() throws SQLException {
        JdbcStorage store = in(null);
        for (int i = 0; i < 300; i++) {
            boolean rare = i % 100 == 0;
            open(store, sampledOrNot(i, !rare && i % 60 == 1), "common " + (rare ? "rare" : "other") + " word" + i);
        }
        store.maintenance().run(1_000_000);
        execute("ANALYZE");

        assertThat(search(store, "common")).hasSize(300);
        assertThat(search(store, "rare common")).hasSize(3);
        assertThat(planOfList("rare"))
                .contains("on ticket_words w", "(id = ANY")
                .doesNotContain("ticket_macro_ix");
        assertThat(search(store, "\"common rare\" OR nothing")).hasSize(3);
        assertThat(search(store, "\"rare common\"")).isEmpty();

        assertThat(planOfList("\"common rare\" OR nothing"))
                .contains("on ticket_words w", "(id = ANY")
                .doesNotContain("ticket_macro_ix");
        assertThat(planOfList("common")).contains("ticket_macro_ix").doesNotContain("ticket_words");
    }

    @Test
    @Tag("F47")
    void takesTenThousandStrings() {
        JdbcStorage store = in(Locale.ITALIAN);
        open(store, "title");
        Random random = new Random(SEED);
        int[] alphabet = "abz09 '\"\\:*&|!()<->%_?$;{}[]@~#\u00E9\u00DF\u0301\u200D\uD83D\uDE00\uFF0A\u0130\uFFFF"
                .codePoints()
                .toArray();
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            assertThat(search(store, "nothing " + text))
                    .as("seed %d: %s", SEED, text)
                    .isEmpty();
        }
    }

    private void assertForms(Locale language, String title, String... words) {
        JdbcStorage store = in(language);
        Ticket ticket = open(store, title);
        for (int round = 0; round < 2; round++) {
            for (String word : words) {
                assertThat(search(store, word + " " + ticket.reference()))
                        .as("%s, round %d", word, round)
                        .hasSize(1);
            }
            store.maintenance().run(1_000_000);
        }
    }

    private static JdbcStorage in(Locale language) {
        return JdbcStorage.owning(
                database,
                JdbcOptions.builder().searchLanguage(tenant -> language).build());
    }

    /** One ticket of 64, by the last byte of its id, is in the sample by which words are found to be rare: here it is not by chance. */
    private static TicketId sampledOrNot(int number, boolean sampled) {
        return new TicketId(new UUID(UUID.randomUUID().getMostSignificantBits(), (number << 8) | (sampled ? 64 : 1)));
    }

    private Ticket open(TicketStorage store, String title) {
        return open(store, new TicketId(UUID.randomUUID()), title);
    }

    private Ticket open(TicketStorage store, TicketId id, String title) {
        Ticket ticket = make.ticket().id(id).title(title).build();
        store.tickets().commit(make.opening(ticket));
        return store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
    }

    private Ticket changed(TicketStorage store, Ticket ticket, String title) {
        store.tickets().commit(make.change(ticket, edit -> edit.title(title)));
        return store.tickets().find(make.tenant(), ticket.id()).orElseThrow();
    }

    private List<Ticket> search(TicketStorage store, String text) {
        return store.tickets()
                .list(make.tenant(), TicketQuery.builder().text(text).build(), AccessScope.all(), null, 500);
    }

    /** Of the last statement of a search. */
    private String planOfList(String text) {
        PlanningDataSource planning = new PlanningDataSource(database);
        JdbcOptions options = JdbcOptions.builder().verifySchema(false).build();
        search(JdbcStorage.owning(planning.dataSource, options), text);
        List<String> lines = planning.plans;
        int start = lines.size() - 1;
        while (start > 0
                && (lines.get(start).startsWith(" ") || lines.get(start).contains("Filter"))) {
            start--;
        }
        return String.join("\n", lines.subList(start, lines.size()));
    }

    private void queue(int rows) throws SQLException {
        execute("INSERT INTO ticket_unindexed (tenant_id, ticket_id, version) SELECT '"
                + make.tenant().value()
                + "', t.id, n FROM generate_series(2, " + (rows + 1) + ") n, ticket t WHERE t.tenant_id = '"
                + make.tenant().value() + "'");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table + " WHERE tenant_id = '"
                        + make.tenant().value() + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
