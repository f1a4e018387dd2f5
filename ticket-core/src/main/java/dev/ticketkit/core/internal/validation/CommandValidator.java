package dev.ticketkit.core.internal.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks commands and queries against their constraints. Thread-safe. */
public final class CommandValidator {
    private static final Logger LOG = LoggerFactory.getLogger(CommandValidator.class);

    /** By language: making one takes longer than all that a host's unit test does with its desk. */
    private static final Map<Locale, CommandValidator> SHARED = new ConcurrentHashMap<>();

    private final Supplier<Validator> making;
    private volatile @Nullable Validator made;

    CommandValidator(Supplier<Validator> making) {
        this.making = making;
    }

    /** Checks with the host's own validator. */
    public CommandValidator(Validator validator) {
        this(() -> validator);
        made = validator;
    }

    /**
     * Checks with the provider on the class or module path, with the library's own messages. All desks of one language share it.
     *
     * @throws IllegalStateException when there is no provider, naming the dependency to add
     */
    public static CommandValidator ofProvider(Locale language) {
        // Elsewhere, as in one of several applications of a container, there may be another provider, which must not
        // outlive it here.
        boolean atHome = Thread.currentThread().getContextClassLoader() == CommandValidator.class.getClassLoader();
        return atHome ? SHARED.computeIfAbsent(language, CommandValidator::configured) : configured(language);
    }

    private static CommandValidator configured(Locale language) {
        try {
            ProviderValidator validator = new ProviderValidator(language);
            return new CommandValidator(validator::make);
        } catch (NoProviderFoundException e) {
            throw new IllegalStateException(
                    "no Jakarta Validation provider found: add org.hibernate.validator:hibernate-validator, or give the"
                            + " desk's builder your own validator",
                    e);
        }
    }

    /** Loads what the first check needs, in a thread of its own that ends with it: the desk need not wait for that when it starts. */
    public void prepare() {
        if (made != null) {
            return;
        }
        Thread preparing = new Thread(this::prepared, "ticketkit-validator");
        preparing.setDaemon(true);
        preparing.start();
    }

    private void prepared() {
        try {
            validator();
        } catch (RuntimeException | LinkageError e) {
            LOG.debug("the validator cannot be made, which the first command will say: {}", e.toString());
        }
    }

    private Validator validator() {
        Validator known = made;
        return known == null ? makeOnce() : known;
    }

    private synchronized Validator makeOnce() {
        Validator known = made;
        if (known == null) {
            known = making.get();
            made = known;
        }
        return known;
    }

    /**
     * Returns what is valid.
     *
     * @throws NullPointerException when there is none
     * @throws ConstraintViolationException naming every field that is not, and its limit; never the value
     */
    public <T> T check(@Nullable T command) {
        T given = Required.argument(command, "command");
        Set<ConstraintViolation<T>> violations = validator().validate(given);
        if (violations.isEmpty()) {
            return given;
        }
        Set<String> problems = new TreeSet<>();
        // A path may hold a map's key, which is a caller's text.
        violations.forEach(v -> problems.add(printable(v.getPropertyPath().toString()) + ": " + v.getMessage()));
        throw new ConstraintViolationException(String.join("; ", problems), violations);
    }

    private static String printable(String path) {
        String shortened = path.length() > 200 ? path.substring(0, 200) + "…" : path;
        StringBuilder safe = new StringBuilder(shortened.length());
        shortened.chars().forEach(c -> safe.append(c < 0x20 || c > 0x7E ? '?' : (char) c));
        return safe.toString();
    }
}
