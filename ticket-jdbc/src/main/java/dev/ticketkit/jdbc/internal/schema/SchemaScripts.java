package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.Hashes;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the scripts of the jar. */
public final class SchemaScripts {
    private static final List<String> FILES = List.of("V1__tickets.sql", "V2__deliveries.sql", "V3__automations.sql");

    private static final String CITUS = "postgresql/citus.sql";

    private SchemaScripts() {}

    public static List<SchemaStep> of(Dialect dialect, TableNames names) {
        return FILES.stream().map(file -> script(dialect, names, file)).toList();
    }

    /** The statements that spread the tables over the nodes of Citus. */
    public static List<String> distribution(TableNames names) {
        String script = read(CITUS);
        return statements(names.apply(script.replaceAll("(?m)^--.*\\n", "")));
    }

    /** The statements of a script. No statement of ours holds a semicolon at the end of a line but the one that ends it. */
    public static List<String> statements(String sql) {
        return List.of(sql.split(";\\s*\\n")).stream()
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static SchemaStep script(Dialect dialect, TableNames names, String file) {
        String body = read(dialect.folder() + "/" + file);
        String checksum = Hashes.hex(body);
        int version = Integer.parseInt(file.substring(1, file.indexOf('_')));
        String sql = read(dialect.folder() + "/history.sql") + "\n" + body + "\n" + record(version, file, checksum);
        return new SchemaStep(version, file, names.apply(sql), checksum);
    }

    private static String record(int version, String file, String checksum) {
        return "INSERT INTO {ticket_schema} (version, script, checksum, installed_at)\n    VALUES (" + version + ", '"
                + file + "', '" + checksum + "', CURRENT_TIMESTAMP);\n";
    }

    private static String read(String path) {
        try (InputStream file = SchemaScripts.class.getResourceAsStream("/dev/ticketkit/jdbc/" + path)) {
            if (file == null) {
                throw new IllegalStateException("the jar is incomplete, " + path + " is missing");
            }
            // A checkout may have ended the lines otherwise.
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
