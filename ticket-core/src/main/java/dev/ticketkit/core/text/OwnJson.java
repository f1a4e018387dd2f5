package dev.ticketkit.core.text;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * For mappers of our own: what the types refuse for the sake of other mappers these handle themselves. They say what was unknown and what
 * there is, and of what a store gives they leave out what a newer version of the library wrote.
 */
public final class OwnJson extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
        return null;
    }
}
