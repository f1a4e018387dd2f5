package dev.ticketkit.acceptance.classpath;

import dev.ticketkit.core.command.OpenTicket;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import jakarta.validation.metadata.BeanDescriptor;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;

/** A host's own validator, that needs no provider: it minds how tickets are called. */
final class HostValidator implements Validator {
    @Override
    public <T> Set<ConstraintViolation<T>> validate(T object, Class<?>... groups) {
        boolean minds = object instanceof OpenTicket command && EmbeddingHost.BAD.equals(command.title());
        return minds ? Set.of(violation()) : Set.of();
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateProperty(T object, String property, Class<?>... groups) {
        throw new UnsupportedOperationException(property);
    }

    @Override
    public <T> Set<ConstraintViolation<T>> validateValue(
            Class<T> type, String property, Object value, Class<?>... groups) {
        throw new UnsupportedOperationException(property);
    }

    @Override
    public BeanDescriptor getConstraintsForClass(Class<?> type) {
        throw new UnsupportedOperationException(type.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException(type.getName());
    }

    @Override
    public ExecutableValidator forExecutables() {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("unchecked")
    private static <T> ConstraintViolation<T> violation() {
        Path title = answering(Path.class, Map.of("toString", "title"));
        return answering(
                ConstraintViolation.class,
                Map.of("getPropertyPath", title, "getMessage", "not in this house", "hashCode", 1));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                HostValidator.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
