CREATE TABLE IF NOT EXISTS {ticket_schema} (
    version integer NOT NULL,
    script varchar NOT NULL,
    checksum varchar NOT NULL,
    installed_at timestamp(6) with time zone NOT NULL,
    CONSTRAINT {prefix}ticket_schema_pk PRIMARY KEY (version)
);
