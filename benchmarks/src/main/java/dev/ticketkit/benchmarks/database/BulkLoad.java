package dev.ticketkit.benchmarks.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fills tables without their indexes and makes these at the end, as whoever restores a database does: row by row takes hours. */
public final class BulkLoad {
    private static final String SEPARATOR = "\u0001";
    private static final String INDEXES = """
            SELECT coalesce(string_agg(concat_ws(chr(1),
                CASE WHEN c.oid IS NULL THEN format('DROP INDEX %%I', i.relname)
                  ELSE format('ALTER TABLE %%I DROP CONSTRAINT %%I', t.relname, c.conname) END,
                CASE WHEN c.oid IS NULL THEN pg_get_indexdef(i.oid)
                  ELSE format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', t.relname, c.conname, pg_get_constraintdef(c.oid)) END),
                chr(1) ORDER BY t.relname, i.oid), '')
            FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_class t ON t.oid = x.indrelid
            LEFT JOIN pg_constraint c ON c.conindid = i.oid
            WHERE t.oid IN (%s)""";

    private final Schema schema;
    private final List<String> drops = new ArrayList<>();
    private final List<String> creates = new ArrayList<>();

    private BulkLoad(Schema schema, List<String> tables) {
        this.schema = schema;
        String all = tables.stream()
                .map(table -> "CAST('" + table + "' AS regclass)")
                .collect(Collectors.joining(", "));
        String[] statements = schema.text(INDEXES.formatted(all)).split(SEPARATOR, -1);
        for (int i = 0; i + 1 < statements.length; i += 2) {
            drops.add(statements[i]);
            creates.add(statements[i + 1]);
        }
    }

    /** Takes the indexes of tables away, so that rows can be written; {@link #finish} brings them back. */
    public static BulkLoad begin(Schema schema, String... tables) {
        BulkLoad load = new BulkLoad(schema, List.of(tables));
        schema.execute(load.drops.toArray(String[]::new));
        return load;
    }

    /** Makes all indexes. */
    public void finish() {
        finish(index -> true);
    }

    /**
     * Makes some of the indexes.
     *
     * @param wanted says so of each statement that makes one
     */
    public void finish(Predicate<String> wanted) {
        List<String> statements = new ArrayList<>(List.of("SET maintenance_work_mem = '1GB'"));
        creates.stream().filter(wanted).forEach(statements::add);
        statements.add("RESET maintenance_work_mem");
        schema.execute(statements.toArray(String[]::new));
    }
}
