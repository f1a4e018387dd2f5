package dev.ticketkit.benchmarks.memory;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeskListener;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spring.autoconfigure.TicketkitAutoConfiguration;
import dev.ticketkit.spring.autoconfigure.TicketkitOperationAutoConfiguration;
import dev.ticketkit.testkit.MemoryStorage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the meters of the starter add to each command and to each attempt at a delivery. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MeterBenchmarks {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private DeskListener meters = new DeskListener() {};

    /** As an application has it, with a registry in memory. */
    @Setup
    public void start() {
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(TicketStorage.class, () -> new MemoryStorage());
        context.register(TicketkitAutoConfiguration.class, TicketkitOperationAutoConfiguration.class);
        context.refresh();
        meters = context.getBean(DeskListener.class);
        context.getBean(TicketDesk.class).close();
    }

    /** Stops the application. */
    @TearDown
    public void stop() {
        context.close();
    }

    /** One command, with the reading of the clock. */
    @Benchmark
    public void commandMeter() {
        long began = System.nanoTime();
        meters.commandEnded("change", "done", System.nanoTime() - began);
    }

    /** One attempt. */
    @Benchmark
    public void attemptMeter() {
        long began = System.nanoTime();
        meters.attemptEnded("operators", "delivered", System.nanoTime() - began);
    }
}
