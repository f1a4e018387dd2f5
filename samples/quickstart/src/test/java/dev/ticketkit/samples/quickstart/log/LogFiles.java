package dev.ticketkit.samples.quickstart.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small logs for tests. */
public final class LogFiles {
    public static final String HEADER =
            "Case ID,Activity,Resource,Complete Timestamp,Variant,Variant,customer,product,seriousness_2\n";

    private LogFiles() {}

    /** A row as text. */
    public static String row(String caseId, String activity, String resource, String time) {
        return row(caseId, activity, resource, time, "Acme", "Printers", "Value 2");
    }

    public static String row(
            String caseId,
            String activity,
            String resource,
            String time,
            String customer,
            String product,
            String seriousness) {
        return String.join(",", caseId, activity, resource, time, "V", "V", customer, product, seriousness) + "\n";
    }

    /** A log with these rows below the usual header. */
    public static Path log(Path folder, String... rows) {
        return file(folder, HEADER + String.join("", rows));
    }

    public static Path file(Path folder, String text) {
        try {
            return Files.writeString(folder.resolve("log.csv"), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
