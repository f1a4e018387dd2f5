package dev.ticketkit.jdbc.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaScriptsTest {
    static Stream<Dialect> dialects() {
        return Stream.of(Dialects.POSTGRESQL, Dialects.H2);
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void everyStepRecordsItselfUnderItsVersion(Dialect dialect) {
        List<SchemaStep> steps = SchemaScripts.of(dialect, new TableNames(null, ""));
        assertThat(steps).extracting(SchemaStep::version).isSorted().doesNotHaveDuplicates();
        assertThat(steps).allSatisfy(step -> assertThat(step.sql())
                .contains("VALUES (" + step.version() + ", '" + step.name() + "', '" + step.checksum() + "'"));
    }

    /** A host that renames its tables has the same schema. */
    @ParameterizedTest
    @MethodSource("dialects")
    void namesAreWrittenInAndDoNotChangeWhatAStepIs(Dialect dialect) {
        List<SchemaStep> plain = SchemaScripts.of(dialect, new TableNames(null, ""));
        List<SchemaStep> named = SchemaScripts.of(dialect, new TableNames("desk", "my_"));
        assertThat(named)
                .extracting(SchemaStep::checksum)
                .isEqualTo(plain.stream().map(SchemaStep::checksum).toList());
        assertThat(named.get(0).sql()).contains("desk.my_ticket").doesNotContain("{ticket");
    }

    @Test
    void aScriptIsTakenApartAtTheEndOfLinesAlone() {
        assertThat(SchemaScripts.statements("CREATE TABLE a (b text DEFAULT ';');\n\nSELECT 1;\n"))
                .containsExactly("CREATE TABLE a (b text DEFAULT ';')", "SELECT 1");
    }

    @Test
    void aTenantsWordsHaveTheStemsOfItsLanguage() {
        TenantId acme = new TenantId("acme");
        Map<TenantId, Locale> languages = Map.of(acme, Locale.ITALY, new TenantId("globex"), Locale.JAPAN);
        SearchLanguages known = new SearchLanguages(languages::get);
        assertThat(known.dictionary(acme)).isEqualTo("italian_stem");
        assertThat(known.dictionary(new TenantId("globex"))).isNull();
        assertThat(known.dictionary(new TenantId("nobody"))).isNull();
    }
}
