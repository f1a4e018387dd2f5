package dev.ticketkit.samples.embedding;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A file with one line for each write: its kind, a blank, and JSON. */
final class Journal implements AutoCloseable {
    /** What stands first on a line says what the rest of it is; never a class name from the file. */
    private static final Map<String, Class<? extends JournalEntry>> KINDS = Map.of(
            "change", JournalEntry.Change.class,
            "status", JournalEntry.SaveStatus.class,
            "removeStatus", JournalEntry.RemoveStatus.class,
            "priority", JournalEntry.SavePriority.class,
            "rename", JournalEntry.RenameCategory.class,
            "merge", JournalEntry.MergeCategory.class,
            "hide", JournalEntry.HideCategory.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private final FileChannel channel;

    Journal(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    void readAll(Consumer<JournalEntry> reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(' ');
                reader.accept(json.readValue(line.substring(end + 1), kind(line.substring(0, end))));
            }
        }
    }

    /** Returns when the line is on the disk. */
    void append(JournalEntry entry) {
        String text = nameOf(entry) + " " + json.writeValueAsString(entry) + "\n";
        byte[] line = text.getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new StorageException(
                    TicketErrorCode.STORAGE_UNKNOWN, "the journal could not be written; check the disk and restart", e);
        }
    }

    private static Class<? extends JournalEntry> kind(String name) throws IOException {
        Class<? extends JournalEntry> kind = KINDS.get(name);
        if (kind == null) {
            throw new IOException("the journal holds an entry of an unknown kind; was it written by a newer version?");
        }
        return kind;
    }

    private static String nameOf(JournalEntry entry) {
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue() == entry.getClass())
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
