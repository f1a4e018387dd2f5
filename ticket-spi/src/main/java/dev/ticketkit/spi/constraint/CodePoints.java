package dev.ticketkit.spi.constraint;

import dev.ticketkit.spi.text.TextRule;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The text has between {@link #min} and {@link #max} Unicode code points, whatever number of UTF-16 units that takes, so that the
 * limit is the same on every store. With a min of one or more, text that is blank to the eye is refused too. Null is valid.
 */
@Documented
@Constraint(validatedBy = CodePoints.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface CodePoints {
    /** Fewest code points. */
    int min() default 0;

    /** Most code points. */
    int max();

    /** The message; the default is translated to Italian and Spanish. */
    String message() default "{dev.ticketkit.spi.constraint.CodePoints.message}";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Payload for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Checks the annotation. */
    final class Validator implements ConstraintValidator<CodePoints, CharSequence> {
        private int min;
        private int max;

        @Override
        public void initialize(CodePoints constraint) {
            min = constraint.min();
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (value.length() > 2L * max) {
                return false;
            }
            String text = value.toString();
            long count = text.codePointCount(0, text.length());
            return count >= min && count <= max && (min == 0 || !TextRule.isBlank(text));
        }
    }
}
