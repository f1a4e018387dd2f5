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

/** The text holds only the characters its {@link TextRule} allows; lone surrogates and U+0000 never. Null is valid. */
@Documented
@Constraint(validatedBy = NoControl.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoControl {
    /** Which characters are allowed. */
    TextRule value() default TextRule.LINE;

    /** The message; the default is translated to Italian and Spanish. */
    String message() default "{dev.ticketkit.spi.constraint.NoControl.message}";

    /** Validation groups. */
    Class<?>[] groups() default {};

    /** Payload for clients of the validation API. */
    Class<? extends Payload>[] payload() default {};

    /** Checks the annotation. */
    final class Validator implements ConstraintValidator<NoControl, CharSequence> {
        /** Texts longer than any field are left to {@link CodePoints}: walking them here would be work for nothing. */
        private static final int LONGEST_FIELD_UNITS = 64_000;

        private TextRule rule = TextRule.LINE;

        @Override
        public void initialize(NoControl constraint) {
            rule = constraint.value();
        }

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            return value == null
                    || value.length() > LONGEST_FIELD_UNITS
                    || rule.characterProblem(value.toString()) == null;
        }
    }
}
