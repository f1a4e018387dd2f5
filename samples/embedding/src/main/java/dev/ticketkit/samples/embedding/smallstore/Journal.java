package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
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

/** A file with one line for each write: its kind, a blank, and JSON. Called by one thread at a time. */
final class Journal implements AutoCloseable {
    /** What stands first on a line says what the rest of it is; never a class name from the file. */
    private static final Map<String, Class<? extends JournalEntry>> KINDS = Map.of(
            "change", JournalEntry.Change.class,
            "status", JournalEntry.SaveStatus.class,
            "removeStatus", JournalEntry.RemoveStatus.class,
            "priority", JournalEntry.SavePriority.class,
            "rename", JournalEntry.RenameCategory.class,
            "merge", JournalEntry.MergeCategory.class,
            "hide", JournalEntry.HideCategory.class,
            "passNumber", JournalEntry.PassNumber.class,
            "purgeKeys", JournalEntry.PurgeKeys.class);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private final FileChannel channel;
    private boolean failed;

    Journal(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /** A line without an end was being written when the process died, and nobody was answered: it is taken away. */
    void readAll(Consumer<JournalEntry> reader) throws IOException {
        long read = 0;
        byte[] content = Files.readAllBytes(file);
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                reader.accept(parse(new String(content, (int) read, i - (int) read, StandardCharsets.UTF_8)));
                read = i + 1L;
            }
        }
        channel.truncate(read);
    }

    private JournalEntry parse(String line) throws IOException {
        int end = line.indexOf(' ');
        return json.readValue(line.substring(end + 1), kind(line.substring(0, end)));
    }

    /** Before anything is decided: what would not be on the disk is not to be in the maps either. */
    void requireUsable() {
        if (failed) {
            throw new StorageException(
                    TicketErrorCode.STORAGE_UNAVAILABLE, "a write to the journal has failed; restart", null);
        }
    }

    /** Returns when the line is on the disk. After a failure nothing more is written: what comes next would follow a torn line. */
    void append(JournalEntry entry) {
        String text = nameOf(entry) + " " + json.writeValueAsString(entry) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            failed = true;
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
