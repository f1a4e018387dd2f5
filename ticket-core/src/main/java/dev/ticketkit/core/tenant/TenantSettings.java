package dev.ticketkit.core.tenant;

import dev.ticketkit.core.reference.ReferenceFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

/** What the host decides for one tenant. Immutable; a tenant nobody has decided anything for has {@link #defaults()}. */
public final class TenantSettings {
    private static final TenantSettings DEFAULTS =
            new TenantSettings(Locale.ENGLISH, ZoneOffset.UTC, ReferenceFormat.sequence("T-", 6));

    private final Locale language;
    private final ZoneId zone;
    private final ReferenceFormat references;

    private TenantSettings(Locale language, ZoneId zone, ReferenceFormat references) {
        this.language = Objects.requireNonNull(language, "language");
        this.zone = Objects.requireNonNull(zone, "zone");
        this.references = Objects.requireNonNull(references, "references");
    }

    /** English, UTC, references {@code T-000001, T-000002, …} without gaps. */
    public static TenantSettings defaults() {
        return DEFAULTS;
    }

    /** A copy with another language for labels. */
    public TenantSettings withLanguage(Locale value) {
        return new TenantSettings(value, zone, references);
    }

    /** A copy with another zone, in which days and years begin and end. */
    public TenantSettings withZone(ZoneId value) {
        return new TenantSettings(language, value, references);
    }

    /** A copy with another way to make references. */
    public TenantSettings withReferences(ReferenceFormat value) {
        return new TenantSettings(language, zone, value);
    }

    /** The language of labels. */
    public Locale language() {
        return language;
    }

    /** The zone in which days and years begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** How references are made. */
    public ReferenceFormat references() {
        return references;
    }
}
