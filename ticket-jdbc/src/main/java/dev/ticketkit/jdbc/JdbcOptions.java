package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.connection.StoreSettings;
import dev.ticketkit.jdbc.internal.dialect.SchemaName;
import dev.ticketkit.jdbc.internal.schema.SearchLanguages;
import dev.ticketkit.jdbc.internal.sql.KeyedHashes;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.model.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the tables are, what they are called, and how they are written. Immutable. */
public final class JdbcOptions {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,30}");
    private static final int SHORTEST_KEY = 32;
    private static final int LONGEST_KEY = 64;
    private static final JdbcOptions DEFAULTS = builder().build();

    private final String tablePrefix;
    private final @Nullable String schema;
    private final boolean verifySchema;
    private final byte @Nullable [] referenceKey;
    private final boolean groupCommit;
    private final boolean poolWithoutAutocommit;
    private final Duration lockWait;
    private final SearchLanguages searchLanguages;
    private final List<DeskListener> listeners;

    private JdbcOptions(Builder from) {
        tablePrefix = from.tablePrefix;
        schema = from.schema;
        verifySchema = from.verifySchema;
        referenceKey = from.referenceKey;
        groupCommit = from.groupCommit;
        poolWithoutAutocommit = from.poolWithoutAutocommit;
        lockWait = from.lockWait;
        searchLanguages = new SearchLanguages(from.searchLanguage);
        listeners = List.copyOf(from.listeners);
    }

    /** Tables {@code ticket}, {@code ticket_event} and so on in the connection's own schema, verified on first use. */
    public static JdbcOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** What stands before every table's name; may be empty. */
    public String tablePrefix() {
        return tablePrefix;
    }

    /** The schema of the tables, or null for the connection's own. */
    public @Nullable String schema() {
        return schema;
    }

    /** Whether the first use looks for the tables. */
    public boolean verifiesSchema() {
        return verifySchema;
    }

    /** Whether commits that come at the same moment share a transaction. */
    public boolean groupsCommits() {
        return groupCommit;
    }

    StoreSettings settings() {
        KeyedHashes given = referenceKey == null ? null : new KeyedHashes(referenceKey);
        return new StoreSettings(tablePrefix, schema, verifySchema, given, poolWithoutAutocommit, lockWait);
    }

    List<DeskListener> listeners() {
        return listeners;
    }

    SearchLanguages searchLanguages() {
        return searchLanguages;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private String tablePrefix = "";
        private @Nullable String schema;
        private boolean verifySchema = true;
        private byte @Nullable [] referenceKey;
        private boolean groupCommit = true;
        private boolean poolWithoutAutocommit;
        private Duration lockWait = Duration.ofSeconds(10);
        private Function<TenantId, @Nullable Locale> searchLanguage = tenant -> null;
        private final List<DeskListener> listeners = new ArrayList<>();

        private Builder() {}

        /**
         * What stands before every table's name, such as {@code desk_} for {@code desk_ticket}.
         *
         * @param value empty, or a lower-case letter and up to 30 of {@code a-z 0-9 _}
         * @throws IllegalArgumentException if it is not
         */
        public Builder tablePrefix(String value) {
            tablePrefix = Required.argument(value, "tablePrefix").isEmpty() ? value : identifier("tablePrefix", value);
            return this;
        }

        /**
         * The schema of the tables; null for the connection's own.
         *
         * @param value a plain name ({@code a-z}, then {@code a-z 0-9 _}, no reserved word) is not quoted, so H2 makes capitals of it; any other, such as
         *     {@code Help-Desk}, is quoted and means the schema of exactly this name
         * @throws IllegalArgumentException if it is blank, longer than 63 bytes in UTF-8, has control or half characters, or is the database's own
         */
        public Builder schema(@Nullable String value) {
            if (value != null && !SchemaName.isPossible(value)) {
                throw new IllegalArgumentException(
                        "schema: must have 1 to 63 bytes, no control characters and no halves of characters, and be none of the database's own (pg_..., information_schema)");
            }
            schema = value;
            return this;
        }

        /** Whether the first use looks for the tables and their version; true unless switched off. */
        public Builder verifySchema(boolean value) {
            verifySchema = value;
            return this;
        }

        /**
         * The key of the hashes by which references and external ids stay taken, even after erasure. Without one, a random key made with
         * the tables is used, and whoever copies all tables has it too. Choose before the first ticket and never change it: under another
         * key no reference is found or refused any more.
         *
         * @param value 32 to 64 random bytes, or null for the key in the tables
         * @throws IllegalArgumentException for any other length
         */
        public Builder referenceKey(byte @Nullable [] value) {
            if (value != null && (value.length < SHORTEST_KEY || value.length > LONGEST_KEY)) {
                throw new IllegalArgumentException("referenceKey: must have 32 to 64 bytes, it has " + value.length);
            }
            referenceKey = value == null ? null : value.clone();
            return this;
        }

        /**
         * Whether commits that come while another is under way wait for it and are then stored together, in one transaction; true unless
         * switched off. Only in an owning storage on PostgreSQL. Each call still returns only when its own change is durable, and its
         * outcome does not depend on the others.
         */
        public Builder groupCommit(boolean value) {
            groupCommit = value;
            return this;
        }

        /**
         * Whether the source of an owning storage makes all its connections with autocommit off, and each is the borrower's alone; false
         * unless said. Without this, a connection that arrives with autocommit off is refused: it may be in a transaction of the host, as
         * those of Spring's {@code TransactionAwareDataSourceProxy} are, and would be committed. The usual pools, not wrapped or
         * extended, are known and need no word. Never say it of a source that gives out connections of the host's transactions.
         */
        public Builder poolWithoutAutocommit(boolean value) {
            poolWithoutAutocommit = value;
            return this;
        }

        /**
         * How long a call waits for rows that others hold, such as a ticket or a number without gaps in a transaction that is not committed
         * yet; ten seconds unless said. Then, or when its thread is interrupted meanwhile, it ends with {@code STORAGE_LOCKED} and nothing
         * is stored; a joined transaction stays as it was before the call. A lower limit of the server's own ({@code lock_timeout},
         * H2's {@code LOCK_TIMEOUT}) comes first. On Citus, whose nodes hear of no limits, theirs alone hold.
         *
         * @param value more than nothing, at most an hour
         * @throws IllegalArgumentException if it is not
         */
        public Builder lockWait(Duration value) {
            Required.argument(value, "lockWait");
            if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(
                        "lockWait: must be more than nothing and at most an hour, it is " + value);
            }
            lockWait = value;
            return this;
        }

        /**
         * In which language a tenant's words are searched. On PostgreSQL a search then finds other forms of a word too (printer,
         * printers; fattura, fatture), by the dictionaries that come with it for Italian, English, Spanish, German, French, Portuguese
         * and Dutch. Other languages, null and H2: words as they are. Forms are found of what is opened or reworded from then on.
         *
         * @param value asked in each search and when words are indexed, on any thread; for example {@code tenant -> Locale.ITALIAN}
         */
        public Builder searchLanguage(Function<TenantId, @Nullable Locale> value) {
            searchLanguage = Required.argument(value, "searchLanguage");
            return this;
        }

        /** Adds a listener that hears how many changes shared a commit; all else is reported by the desk to a listener of its own. */
        public Builder listener(DeskListener value) {
            listeners.add(Required.argument(value, "listener"));
            return this;
        }

        /** The options. */
        public JdbcOptions build() {
            return new JdbcOptions(this);
        }

        private static String identifier(String field, String value) {
            if (!IDENTIFIER.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        field + ": must start with a-z and go on with at most 30 of a-z, 0-9 and _");
            }
            return value;
        }
    }
}
