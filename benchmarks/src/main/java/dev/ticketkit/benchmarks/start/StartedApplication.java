package dev.ticketkit.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** An application of Spring Boot that looks into its database when it starts, as most do; whether it has a desk, its class path says. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartedApplication {
    private static final int OWN_ARGUMENTS = 2;
    private static final int PATIENCE_SECONDS = 5;

    /** Whether it must have a desk, the file that gets the milliseconds, and the properties of Spring. */
    public static void main(String[] args) throws Exception {
        long began = System.nanoTime();
        String[] properties = Arrays.copyOfRange(args, OWN_ARGUMENTS, args.length);
        try (ConfigurableApplicationContext context = SpringApplication.run(StartedApplication.class, properties)) {
            look(context.getBean(DataSource.class));
            long nanos = System.nanoTime() - began;
            if (context.containsBean("ticketDesk") != Boolean.parseBoolean(args[0])) {
                throw new IllegalStateException("the class path is not what it should be");
            }
            write(Path.of(args[1]), nanos);
        }
    }

    private static void look(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                throw new IllegalStateException("the database does not answer");
            }
        }
    }

    private static void write(Path file, long nanos) throws IOException {
        Files.writeString(file, String.valueOf(nanos / 1e6));
    }
}
