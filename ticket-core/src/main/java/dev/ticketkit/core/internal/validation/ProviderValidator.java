package dev.ticketkit.core.internal.validation;

import jakarta.validation.Configuration;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;

/** The validator of the provider that is there. To find the provider is quick; to make its validator loads several hundred classes. */
final class ProviderValidator {
    private final Configuration<?> configuration;
    private final ClassLoader home = Thread.currentThread().getContextClassLoader();

    /**
     * Finds the provider.
     *
     * @throws jakarta.validation.NoProviderFoundException when there is none
     */
    ProviderValidator(Locale language) {
        configuration = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ConstraintMessages(language))
                .traversableResolver(new WholeCommands());
    }

    /** Made with the class loader that found the provider, whichever thread asks first. Its factory is kept open: validators die with it. */
    Validator make() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(home);
        try {
            return configuration.buildValidatorFactory().getValidator();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
