package dev.ticketkit.samples.quickstart;

import dev.ticketkit.samples.quickstart.DemoOptions.Format;
import dev.ticketkit.samples.quickstart.log.LogException;
import dev.ticketkit.samples.quickstart.report.JsonReport;
import dev.ticketkit.spi.error.StorageException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * Replays a help desk's life through the desk and shows its statistics. Exit codes: 0 when all is well, 1 when the figures do not
 * agree or the store fails, 2 for an option or a log that must be put right.
 */
public final class Demo {
    private static final int WELL = 0;
    private static final int FAILED = 1;
    private static final int PUT_RIGHT = 2;

    private final Properties properties;
    private final PrintStream out;
    private final PrintStream err;

    Demo(Properties properties, PrintStream out, PrintStream err) {
        this.properties = properties;
        this.out = out;
        this.err = err;
    }

    /** Takes its options from system properties. */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int code = new Demo(System.getProperties(), out, err).run();
        out.flush();
        err.flush();
        // Maven adds an escape sequence to what it printed, and its own words to an exit code. The JSON must stay JSON
        // and the line
        // of an error one line, so then nobody gets to say anything more. All is closed and written by now.
        if (code != WELL || "json".equalsIgnoreCase(System.getProperty("format"))) {
            Runtime.getRuntime().halt(code);
        }
    }

    int run() {
        try {
            DemoOptions options = DemoOptions.of(properties);
            boolean text = options.format() == Format.TEXT;
            DemoResult result = new DemoRun(options, out, text && Terminal.isInteractive()).run();
            if (!result.differences().isEmpty()) {
                result.differences().forEach(line -> err.println("ticketkit: the figures differ: " + line));
                return FAILED;
            }
            print(result, options.format());
            return WELL;
        } catch (UsageException | LogException e) {
            err.println("ticketkit: " + e.getMessage());
            return PUT_RIGHT;
        } catch (StorageException e) {
            err.println("ticketkit: " + e.getMessage());
            return FAILED;
        } catch (IOException | RuntimeException e) {
            err.println("ticketkit: the demo failed; please report this with what follows");
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private void print(DemoResult result, Format format) {
        switch (format) {
            case JSON ->
                out.println(JsonReport.of(
                        result.figures(), result.facts().told().contacts().notices()));
            case TEXT -> Summary.lines(result).forEach(out::println);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
