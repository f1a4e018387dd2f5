package dev.ticketkit.core.internal.validation;

import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.spi.ValidationProvider;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The validator of the provider that is there. To look whether there is one is quick; to make its validator loads several hundred classes. */
final class ProviderValidator {
    /** Hibernate Validator's: it would put each answer of the resolver into a map, which takes longer than to ask. Others pass it over. */
    private static final String KEEPS_ANSWERS = "hibernate.validator.enable_traversable_resolver_result_cache";

    private final Locale language;
    private final ClassLoader home = Thread.currentThread().getContextClassLoader();

    /**
     * Looks whether there is a provider.
     *
     * @throws jakarta.validation.NoProviderFoundException when there is none
     */
    ProviderValidator(Locale language) {
        this.language = language;
        if (!isProvidedIn(home) && !isProvidedIn(Validation.class.getClassLoader())) {
            // Says that there is none, unless it knows better.
            configured();
        }
    }

    private static boolean isProvidedIn(ClassLoader loader) {
        try {
            return ServiceLoader.load(ValidationProvider.class, loader).stream()
                    .findAny()
                    .isPresent();
        } catch (ServiceConfigurationError unusable) {
            return false;
        }
    }

    private Configuration<?> configured() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ConstraintMessages(language))
                .traversableResolver(new WholeCommands())
                .addProperty(KEEPS_ANSWERS, "false");
    }

    /** Made with the class loader that found the provider, whichever thread asks first. Its factory is kept open: validators die with it. */
    Validator make() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(home);
        try {
            return configured().buildValidatorFactory().getValidator();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
