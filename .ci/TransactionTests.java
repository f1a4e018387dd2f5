package com.example.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.query.TicketQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a project that follows the guide's first page: a ticket goes with its transaction, on whatever thread the application runs its tasks. */
@SpringBootTest
class TransactionTests {
    @Autowired
    private Complaints complaints;

    @Autowired
    private TicketDesk desk;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AsyncTaskExecutor tasks;

    @Value("${spring.threads.virtual.enabled:false}")
    private boolean virtual;

    @Test
    void isGoneWithItsTransactionAndStaysWithItsOwn() throws Exception {
        int before = tickets();
        String threads = tasks.submit(() -> {
                    transaction.executeWithoutResult(status -> {
                        complaints.complain("4712");
                        assertThat(tickets()).isEqualTo(before + 1);
                        status.setRollbackOnly();
                    });
                    assertThat(tickets()).isEqualTo(before);
                    complaints.complain("4713");
                    return Thread.currentThread().toString();
                })
                .get();

        assertThat(tickets()).isEqualTo(before + 1);
        // A JDK before 21 has none.
        boolean has = Runtime.version().feature() >= 21;
        assertThat(threads.startsWith("VirtualThread")).isEqualTo(virtual && has);
        System.out.println("In a transaction on " + threads);
    }

    private int tickets() {
        ActorDesk anna = desk.as("acme", Actor.operator("anna", "Anna Rossi"));
        return anna.list(TicketQuery.all()).items().size();
    }
}
