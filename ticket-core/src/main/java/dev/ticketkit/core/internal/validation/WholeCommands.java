package dev.ticketkit.core.internal.validation;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.jspecify.annotations.Nullable;

/**
 * Every part of a command is looked at: none is a lazy entity. The provider's own resolver asks JPA about each part, where a host has JPA, which
 * is a good part of what a check takes.
 */
final class WholeCommands implements TraversableResolver {
    @Override
    public boolean isReachable(
            @Nullable Object bean, Path.Node part, Class<?> rootType, Path pathToPart, ElementType elementType) {
        return true;
    }

    @Override
    public boolean isCascadable(
            @Nullable Object bean, Path.Node part, Class<?> rootType, Path pathToPart, ElementType elementType) {
        return true;
    }
}
