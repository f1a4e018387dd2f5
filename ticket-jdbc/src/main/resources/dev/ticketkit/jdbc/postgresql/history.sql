CREATE TABLE IF NOT EXISTS {ticket_schema} (
    version integer NOT NULL,
    script text NOT NULL,
    checksum text NOT NULL,
    installed_at timestamptz NOT NULL,
    CONSTRAINT {prefix}ticket_schema_pk PRIMARY KEY (version)
);
