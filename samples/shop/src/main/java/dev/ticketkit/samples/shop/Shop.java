package dev.ticketkit.samples.shop;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application. */
@SpringBootApplication
public class Shop {
    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(Shop.class, args);
    }

    /** Who gets a mail of every event of a ticket. */
    @Bean
    OperatorDirectory operators(@Value("${shop.operators}") List<String> addresses) {
        return tenant -> addresses.stream()
                .map(address -> new Operator(address, "Shop desk", address, null))
                .toList();
    }

    /** Writes to the customer when the ticket of an order is resolved. */
    @Bean
    ApplicationRunner automations(TicketDesk desk) {
        Automation resolved = Automation.builder("resolved", "Tell the customer that it is resolved")
                .when(Starter.statusBecame("RESOLVED"))
                .steps(Step.sendMessage("Your request %%TICKET_REFERENCE%% is resolved."))
                .build();
        return arguments -> desk.as(Orders.TENANT, Orders.SHOP).automations().save(resolved);
    }
}
