package dev.ticketkit.samples.helpdesk.page;

import java.beans.PropertyEditorSupport;
import java.util.List;

/** A list of a form's values as they came. Spring would split a single value at its commas, and a category may have one in its name. */
final class OneValueOrMany extends PropertyEditorSupport {
    @Override
    public void setAsText(String text) {
        setValue(text.isEmpty() ? List.of() : List.of(text));
    }

    @Override
    public void setValue(Object value) {
        super.setValue(value instanceof String[] many ? List.of(many) : value);
    }
}
