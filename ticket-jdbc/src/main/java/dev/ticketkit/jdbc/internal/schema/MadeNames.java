package dev.ticketkit.jdbc.internal.schema;

import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that steps of the schema give to what they make, without the schema's own. */
final class MadeNames {
    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*\\n");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?(\\S+) \\(");
    private static final Pattern INDEX =
            Pattern.compile("CREATE (?:UNIQUE )?INDEX (?:IF NOT EXISTS )?(\\S+) ON (\\S+) ");
    private static final Pattern CONSTRAINT = Pattern.compile("(?m)^ +CONSTRAINT (\\S+) ");
    private static final Pattern COLUMN = Pattern.compile("(?m)^ +([a-z_]+) [a-z]");

    private final Map<String, String> tableOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> columnsOf = new LinkedHashMap<>();

    /** @param steps as {@link SchemaScripts} has them for bare {@link TableNames} */
    MadeNames(List<SchemaStep> steps) {
        for (SchemaStep step : steps) {
            SchemaScripts.statements(step.sql())
                    .forEach(statement -> read(COMMENT.matcher(statement).replaceAll("")));
        }
    }

    /** Whether a table, an index or a constraint has this name. */
    boolean has(String name) {
        return tableOf.containsKey(name);
    }

    /** The table of an index or a constraint; of a table it is the table itself. */
    String tableOf(String name) {
        return tableOf.getOrDefault(name, "");
    }

    /** The names of tables. */
    Set<String> tables() {
        return columnsOf.keySet();
    }

    /** Whether it is the name of a table. */
    boolean isTable(String name) {
        return columnsOf.containsKey(name);
    }

    /** The columns of a table. */
    Set<String> columnsOf(String table) {
        return columnsOf.getOrDefault(table, Set.of());
    }

    private void read(String statement) {
        Matcher table = TABLE.matcher(statement);
        Matcher index = INDEX.matcher(statement);
        if (table.lookingAt()) {
            String name = table.group(1);
            tableOf.put(name, name);
            CONSTRAINT.matcher(statement).results().forEach(each -> tableOf.put(each.group(1), name));
            Set<String> columns = new TreeSet<>();
            COLUMN.matcher(statement).results().forEach(each -> columns.add(each.group(1)));
            columnsOf.put(name, columns);
        } else if (index.lookingAt()) {
            tableOf.put(index.group(1), index.group(2));
        }
    }
}
