package dev.ticketkit.spring.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spring.fixture.OwnClasses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application that is taken away, as a container does it, takes every class of ours along: no thread, thread local, driver, hook or static
 * field of what stays has any. The threads of requests stay too.
 */
@Tag("B6")
class ClassLoaderTest {
    private static final ExecutorService REQUESTS = Executors.newSingleThreadExecutor();

    private static Receivers receivers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() throws Exception {
        receivers = new Receivers();
    }

    @AfterAll
    static void end() throws Exception {
        receivers.close();
        REQUESTS.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheModuleStays(Departure departure) throws Throwable {
        WeakReference<ClassLoader> gone = use(departure);
        assertThat(receivers.received()).as("mails and webhooks").isEqualTo(departure.sent());
        forgetLastRecord();

        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (gone.get() != null && System.nanoTime() < until) {
            System.gc();
        }
        assertThat(gone.get()).as("the loader of all classes").isNull();
    }

    private WeakReference<ClassLoader> use(Departure departure) throws Exception {
        try (URLClassLoader loader = OwnClasses.with()) {
            Map<String, String> where = Map.of(
                    "mail", String.valueOf(receivers.mailPort()),
                    "web", String.valueOf(receivers.webPort()),
                    "folder", folder.toString());
            request(loader, () -> loader.loadClass(Departure.class.getName())
                    .getMethod("run", String.class, Map.class)
                    .invoke(null, departure.name(), where));
            return new WeakReference<>(loader);
        }
    }

    private static void request(ClassLoader application, Callable<Object> work) throws Exception {
        try {
            REQUESTS.submit(() -> {
                        Thread.currentThread().setContextClassLoader(application);
                        try {
                            return work.call();
                        } finally {
                            Thread.currentThread().setContextClassLoader(null);
                        }
                    })
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError("the application failed", e.getCause());
        }
    }

    private record Other(Number value) {}

    /** Java 17 keeps the type of a part of whichever record was linked last; later ones do not. */
    private static void forgetLastRecord() throws Throwable {
        MethodHandles.Lookup here = MethodHandles.lookup();
        MethodHandle value = here.findGetter(Other.class, "value", Number.class);
        Map<String, MethodType> methods = Map.of(
                "equals", MethodType.methodType(boolean.class, Other.class, Object.class),
                "hashCode", MethodType.methodType(int.class, Other.class),
                "toString", MethodType.methodType(String.class, Other.class));
        for (Map.Entry<String, MethodType> each : methods.entrySet()) {
            ObjectMethods.bootstrap(here, each.getKey(), each.getValue(), Other.class, "value", value);
        }
    }
}
