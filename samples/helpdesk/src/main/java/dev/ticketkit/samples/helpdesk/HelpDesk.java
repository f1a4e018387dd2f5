package dev.ticketkit.samples.helpdesk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HelpDesk {
    /** Serves until it is stopped. */
    public static void main(String[] arguments) {
        SpringApplication.run(HelpDesk.class, arguments);
    }
}
