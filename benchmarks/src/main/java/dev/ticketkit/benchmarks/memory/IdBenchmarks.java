package dev.ticketkit.benchmarks.memory;

import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.core.reference.ReferenceContext;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Makes ids and references. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IdBenchmarks {
    private static final int LETTERS = 10;

    private final Instant now = Instant.parse("2026-11-23T09:00:00Z");
    private final TimeOrderedIds ids = new TimeOrderedIds();
    private final ReferenceFormat codes = ReferenceFormat.code("", LETTERS);
    private final ReferenceContext context = new ReferenceContext(new TenantId("bench"), now, ZoneOffset.UTC);

    /** The id of a ticket or an event. */
    @Benchmark
    public UUID id() {
        return ids.next(now);
    }

    /** A reference of ten letters that cannot be guessed. */
    @Benchmark
    public Reference reference() {
        return codes.next(context).reference();
    }

    /** What everybody uses. */
    @Benchmark
    public UUID randomUuid() {
        return UUID.randomUUID();
    }

    /** What everybody prints. */
    @Benchmark
    public String randomUuidText() {
        return UUID.randomUUID().toString();
    }
}
