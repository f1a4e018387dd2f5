package dev.ticketkit.spring.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spring.fixture.Databases;
import dev.ticketkit.spring.fixture.Runners;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The tables are as the mode says before anything uses them, and what the migration tool did is in its own history. */
@Tag("B6")
class SchemaAtStartTest {
    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void saysWhatToDoWhereTheTablesAreMissing(SqlDialect dialect) {
        Runners.jdbc(dialect).run(context -> {
            assertThat(context).getFailure().rootCause().isInstanceOf(Throwable.class);
            FailureAnalysis analysis =
                    new SchemaFailureAnalyzer(new MockEnvironment()).analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getAction()).contains("ticketkit.schema.mode", "create");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"flyway", "liquibase"})
    void saysWhichStarterIsMissingWhereTheMigrationToolIsNotThere(String tool) {
        String property = "ticketkit.schema.mode";
        var analyzer = new SchemaFailureAnalyzer(new MockEnvironment().withProperty(property, tool));
        Runners.jdbc(SqlDialect.H2).withPropertyValues(property + "=" + tool).run(context -> {
            FailureAnalysis analysis = analyzer.analyze(context.getStartupFailure());
            assertThat(analysis).isNotNull();
            assertThat(analysis.getAction())
                    .contains("spring-boot-starter-" + tool, "spring." + tool + ".enabled")
                    .doesNotContain("Set " + property);
        });
    }

    @Test
    void touchesNothingUntilTheTablesAreUsed() {
        Runners.jdbc(SqlDialect.H2)
                .withPropertyValues("ticketkit.schema.mode=none", "ticketkit.delivery.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean(SchemaAtStart.class)
                        .extracting(SchemaAtStart::summary)
                        .isEqualTo("JDBC, tables not looked at"));
    }

    @ParameterizedTest
    @EnumSource(SqlDialect.class)
    void createsAndThenValidatesUnderAnotherNameAndSchema(SqlDialect dialect) {
        String[] database = Databases.properties(dialect);
        ApplicationContextRunner runner = Runners.jdbc(dialect)
                .withPropertyValues(database)
                .withPropertyValues("ticketkit.schema.name=desk", "ticketkit.schema.table-prefix=t_");
        runner.withPropertyValues("ticketkit.schema.mode=create")
                .run(context -> assertThat(context.getBean(SchemaAtStart.class).summary())
                        .contains("schema version 3"));
        runner.run(context -> assertThat(context).hasSingleBean(TicketDesk.class));
    }

    @ParameterizedTest
    @CsvSource({
        "H2, flyway, \"flyway_schema_history\" WHERE \"description\" LIKE 'ticketkit%'",
        "POSTGRESQL, flyway, flyway_schema_history WHERE description LIKE 'ticketkit%'",
        "H2, liquibase, DATABASECHANGELOG WHERE AUTHOR = 'ticketkit'",
        "POSTGRESQL, liquibase, databasechangelog WHERE author = 'ticketkit'",
    })
    void migratesUnderTheHistoryOfTheApplication(SqlDialect dialect, String mode, String history) {
        String[] database = Databases.properties(dialect);
        ApplicationContextRunner runner = Runners.jdbc(dialect)
                .withPropertyValues(database)
                .withPropertyValues("ticketkit.schema.mode=" + mode)
                .withConfiguration(AutoConfigurations.of(
                        mode.equals("flyway") ? FlywayAutoConfiguration.class : LiquibaseAutoConfiguration.class));
        for (int start = 0; start < 2; start++) {
            runner.run(context -> {
                assertThat(context).hasNotFailed().hasSingleBean(TicketDesk.class);
                assertThat(JdbcClient.create(context.getBean(javax.sql.DataSource.class))
                                .sql("SELECT count(*) FROM " + history)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(3);
            });
        }
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(new SchemaFailureAnalyzer(new MockEnvironment()).analyze(new IllegalStateException()))
                .isNull();
        assertThat(StorageException.class).isNotNull();
    }
}
