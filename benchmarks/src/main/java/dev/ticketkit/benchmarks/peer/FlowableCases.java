package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.database.Schema;
import dev.ticketkit.benchmarks.desk.Invented;
import dev.ticketkit.benchmarks.load.Work;
import java.util.Map;
import org.flowable.cmmn.engine.CmmnEngine;
import org.flowable.cmmn.engine.CmmnEngineConfiguration;

/** A ticket as a case of Flowable CMMN: it starts with six variables and ends when its one task is completed. Two transactions. */
public final class FlowableCases implements Work, AutoCloseable {
    private static final String CASE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="http://flowable.org/cmmn">
              <case id="ticket">
                <casePlanModel id="plan" name="Ticket">
                  <planItem id="item" definitionRef="work"/>
                  <humanTask id="work" name="Work on the ticket"/>
                </casePlanModel>
              </case>
            </definitions>
            """;
    private static final String[] KEPT = {
        "act_ge_property", "act_ge_bytearray", "act_cmmn_deployment", "act_cmmn_deployment_resource", "act_cmmn_casedef"
    };

    private final Schema schema;
    private final CmmnEngine engine;

    /** An engine with its tables in a schema, without timers and users. */
    public FlowableCases(Schema schema) {
        this.schema = schema;
        CmmnEngineConfiguration configuration = CmmnEngineConfiguration.createStandaloneCmmnEngineConfiguration();
        configuration.setDataSource(schema.pool());
        configuration.setDatabaseSchema(schema.name());
        configuration.setDatabaseSchemaUpdate(CmmnEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildCmmnEngine();
        engine.getCmmnRepositoryService()
                .createDeployment()
                .addString("ticket.cmmn", CASE)
                .deploy();
    }

    @Override
    public void prepare(int callers) {
        schema.empty(KEPT);
        schema.settle();
    }

    @Override
    public Call caller(int number) {
        Numbers numbers = new Numbers(number);
        return () -> openAndClose(Invented.of(numbers.next()), "T-" + number + "-" + numbers.next());
    }

    @Override
    public void check(long acknowledged) {
        long closed = schema.number("SELECT count(*) FROM act_cmmn_hi_case_inst WHERE end_time_ IS NOT NULL");
        if (closed != acknowledged) {
            throw new IllegalStateException(
                    acknowledged + " cases were acknowledged, but " + closed + " are in the history");
        }
    }

    private void openAndClose(Invented ticket, String reference) {
        String id = engine.getCmmnRuntimeService()
                .createCaseInstanceBuilder()
                .caseDefinitionKey("ticket")
                .variables(Map.of(
                        "title", ticket.title(),
                        "description", ticket.description(),
                        "category", ticket.categoryName(),
                        "contact", ticket.contactId(),
                        "priority", ticket.priority(),
                        "reference", reference))
                .start()
                .getId();
        String task = engine.getCmmnTaskService()
                .createTaskQuery()
                .caseInstanceId(id)
                .singleResult()
                .getId();
        engine.getCmmnTaskService().complete(task);
    }

    @Override
    public void close() {
        engine.close();
    }
}
