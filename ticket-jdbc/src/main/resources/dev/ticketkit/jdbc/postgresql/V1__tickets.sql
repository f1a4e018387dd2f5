CREATE TABLE {ticket_event} (
    tenant_id text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint,
    receipt_version bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    occurred_at timestamptz NOT NULL,
    actor_kind text COLLATE "C" NOT NULL,
    actor_id text COLLATE "C" NOT NULL,
    actor_label text COLLATE "C" NOT NULL,
    cause_event_id uuid,
    cause_source text COLLATE "C",
    cause_depth integer,
    change_keys text[] NOT NULL,
    change_froms text[] NOT NULL,
    change_tos text[] NOT NULL,
    status_to text COLLATE "C",
    note_visibility text COLLATE "C",
    note_text text COLLATE "C",
    idem_key text COLLATE "C",
    idem_hash bytea,
    reference_hash bytea,
    external_hash bytea,
    CONSTRAINT {prefix}ticket_event_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT {prefix}ticket_event_version_uq UNIQUE (tenant_id, ticket_id, version)
);

-- Indexes, not constraints: most events have none of these, and nulls in an index cost every commit.
CREATE UNIQUE INDEX {prefix}ticket_event_key_uq ON {ticket_event} (tenant_id, idem_key) WHERE idem_key IS NOT NULL;
CREATE UNIQUE INDEX {prefix}ticket_event_reference_uq ON {ticket_event} (tenant_id, reference_hash) WHERE reference_hash IS NOT NULL;
CREATE UNIQUE INDEX {prefix}ticket_event_external_uq ON {ticket_event} (tenant_id, external_hash) WHERE external_hash IS NOT NULL;

CREATE INDEX {prefix}ticket_event_status_ix ON {ticket_event} (tenant_id, occurred_at) WHERE status_to IS NOT NULL;

CREATE INDEX {prefix}ticket_event_time_ix ON {ticket_event} (tenant_id, occurred_at, id) WHERE version IS NOT NULL;

CREATE TABLE {ticket} (
    tenant_id text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    reference text COLLATE "C" NOT NULL,
    reference_fold text COLLATE "C" NOT NULL,
    reference_sort bytea NOT NULL,
    title text COLLATE "C" NOT NULL,
    title_sort bytea NOT NULL,
    description text COLLATE "C",
    search_text text COLLATE "C" NOT NULL,
    status_key text COLLATE "C" NOT NULL,
    status_position integer NOT NULL,
    macro_status text COLLATE "C" NOT NULL,
    priority smallint NOT NULL,
    category_id uuid,
    category_sort bytea NOT NULL,
    contact_id text COLLATE "C" NOT NULL,
    contact_name text COLLATE "C",
    contact_sort bytea NOT NULL,
    contact_phone text COLLATE "C",
    contact_email text COLLATE "C",
    contact_language text COLLATE "C",
    owner_id text COLLATE "C",
    owner_label text COLLATE "C",
    owner_sort bytea NOT NULL,
    origin text COLLATE "C" NOT NULL,
    external_id text COLLATE "C",
    attributes text[] NOT NULL,
    attribute_terms text[] NOT NULL,
    opened_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    answered_at timestamptz,
    answer_bucket smallint,
    closed_at timestamptz,
    closing_micros bigint,
    closing_bucket smallint,
    reopenings integer NOT NULL,
    deleted_at timestamptz,
    erased_at timestamptz,
    CONSTRAINT {prefix}ticket_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX {prefix}ticket_macro_ix ON {ticket} (tenant_id, macro_status, priority DESC, opened_at DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_status_ix ON {ticket} (tenant_id, status_key, priority DESC, opened_at DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_owner_ix ON {ticket} (tenant_id, owner_id, macro_status, priority DESC, opened_at DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_contact_ix ON {ticket} (tenant_id, contact_id, macro_status, priority DESC, opened_at DESC, id);
CREATE INDEX {prefix}ticket_category_ix ON {ticket} (tenant_id, category_id, macro_status, priority DESC, opened_at DESC, id);
CREATE INDEX {prefix}ticket_opened_ix ON {ticket} (tenant_id, macro_status, opened_at, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_updated_ix ON {ticket} (tenant_id, macro_status, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_closed_ix ON {ticket} (tenant_id, macro_status, closed_at, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_reference_sort_ix ON {ticket} (tenant_id, macro_status, reference_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_title_sort_ix ON {ticket} (tenant_id, macro_status, title_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_status_sort_ix ON {ticket} (tenant_id, macro_status, status_position, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_category_sort_ix ON {ticket} (tenant_id, macro_status, category_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_owner_sort_ix ON {ticket} (tenant_id, macro_status, owner_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_contact_sort_ix ON {ticket} (tenant_id, macro_status, contact_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX {prefix}ticket_attribute_ix ON {ticket} USING gin (attribute_terms) WHERE attribute_terms <> '{}';

-- Nothing is looked for by these, and counting what long texts hold is most of the time of an ANALYZE.
ALTER TABLE {ticket} ALTER COLUMN reference SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN search_text SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN contact_name SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN contact_phone SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN contact_email SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN owner_label SET STATISTICS 0;
ALTER TABLE {ticket} ALTER COLUMN attributes SET STATISTICS 0;
ALTER TABLE {ticket_event} ALTER COLUMN actor_label SET STATISTICS 0;
ALTER TABLE {ticket_event} ALTER COLUMN change_keys SET STATISTICS 0;
ALTER TABLE {ticket_event} ALTER COLUMN change_froms SET STATISTICS 0;
ALTER TABLE {ticket_event} ALTER COLUMN change_tos SET STATISTICS 0;
ALTER TABLE {ticket_event} ALTER COLUMN note_text SET STATISTICS 0;
ALTER TABLE {ticket_event} ALTER COLUMN idem_hash SET STATISTICS 0;

CREATE TABLE {ticket_former_contact} (
    tenant_id text COLLATE "C" NOT NULL,
    contact_id text COLLATE "C" NOT NULL,
    ticket_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_former_contact_pk PRIMARY KEY (tenant_id, contact_id, ticket_id)
);

CREATE TABLE {ticket_unindexed} (
    tenant_id text COLLATE "C" NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT {prefix}ticket_unindexed_pk PRIMARY KEY (tenant_id, ticket_id, version)
);

CREATE TABLE {ticket_words} (
    tenant_id text COLLATE "C" NOT NULL,
    ticket_id uuid NOT NULL,
    words tsvector NOT NULL,
    CONSTRAINT {prefix}ticket_words_pk PRIMARY KEY (ticket_id, tenant_id)
);

CREATE INDEX {prefix}ticket_words_ix ON {ticket_words} USING gin (words) WITH (fastupdate = off);

CREATE TABLE {ticket_category} (
    tenant_id text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    target_id uuid,
    name text COLLATE "C" NOT NULL,
    name_sort bytea NOT NULL,
    hidden boolean NOT NULL,
    CONSTRAINT {prefix}ticket_category_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX {prefix}ticket_category_target_ix ON {ticket_category} (tenant_id, target_id);

CREATE TABLE {ticket_status} (
    tenant_id text COLLATE "C" NOT NULL,
    status_key text COLLATE "C" NOT NULL,
    macro_status text COLLATE "C" NOT NULL,
    status_position integer NOT NULL,
    label text COLLATE "C",
    label_fold text COLLATE "C",
    hidden boolean NOT NULL,
    removed boolean NOT NULL,
    CONSTRAINT {prefix}ticket_status_pk PRIMARY KEY (tenant_id, status_key),
    CONSTRAINT {prefix}ticket_status_position_uq UNIQUE (tenant_id, status_position),
    CONSTRAINT {prefix}ticket_status_label_uq UNIQUE (tenant_id, label_fold)
);

CREATE TABLE {ticket_priority} (
    tenant_id text COLLATE "C" NOT NULL,
    priority smallint NOT NULL,
    label text COLLATE "C",
    offered boolean NOT NULL,
    CONSTRAINT {prefix}ticket_priority_pk PRIMARY KEY (tenant_id, priority)
);

CREATE TABLE {ticket_delta} (
    tenant_id text COLLATE "C" NOT NULL,
    event_id uuid NOT NULL,
    part bigint NOT NULL,
    weight smallint NOT NULL,
    category_id uuid,
    owner_id text COLLATE "C",
    status_key text COLLATE "C" NOT NULL,
    priority smallint,
    macro_status text COLLATE "C",
    status_position integer,
    opened_day integer,
    opened_month integer,
    closed_day integer,
    closed_month integer,
    closing_micros bigint,
    closing_bucket smallint,
    answer_bucket smallint,
    reopenings integer,
    entered_day integer,
    entered_month integer,
    CONSTRAINT {prefix}ticket_delta_pk PRIMARY KEY (tenant_id, event_id, part)
);

CREATE TABLE {ticket_rollup} (
    tenant_id text COLLATE "C" NOT NULL,
    rollup text COLLATE "C" NOT NULL,
    period integer NOT NULL,
    owner_id text COLLATE "C" NOT NULL,
    category_id uuid NOT NULL,
    status_key text COLLATE "C" NOT NULL,
    priority smallint NOT NULL,
    bucket smallint NOT NULL,
    macro_status text COLLATE "C" NOT NULL,
    status_position integer NOT NULL,
    tickets bigint NOT NULL,
    closed_micros numeric NOT NULL,
    reopenings bigint NOT NULL,
    CONSTRAINT {prefix}ticket_rollup_pk PRIMARY KEY (tenant_id, rollup, period, owner_id, category_id, status_key, priority, bucket, macro_status)
) WITH (fillfactor = 70);

CREATE TABLE {ticket_rollup_period} (
    tenant_id text COLLATE "C" NOT NULL,
    rollup text COLLATE "C" NOT NULL,
    period integer NOT NULL,
    owner_id text COLLATE "C" NOT NULL,
    category_id uuid NOT NULL,
    status_key text COLLATE "C" NOT NULL,
    priority smallint NOT NULL,
    bucket smallint NOT NULL,
    macro_status text COLLATE "C" NOT NULL,
    status_position integer NOT NULL,
    tickets bigint NOT NULL,
    closed_micros numeric NOT NULL,
    reopenings bigint NOT NULL,
    CONSTRAINT {prefix}ticket_rollup_period_pk PRIMARY KEY (tenant_id, rollup, period, owner_id, category_id, status_key, priority, bucket, macro_status)
) WITH (fillfactor = 70);

CREATE TABLE {ticket_rollup_turn} (
    tenant_id text COLLATE "C" NOT NULL,
    CONSTRAINT {prefix}ticket_rollup_turn_pk PRIMARY KEY (tenant_id)
);

CREATE TABLE {ticket_unsequenced} (
    tenant_id text COLLATE "C" NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_unsequenced_pk PRIMARY KEY (tenant_id, ticket_id, version)
);

CREATE TABLE {ticket_feed} (
    tenant_id text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_feed_pk PRIMARY KEY (tenant_id, position)
);

CREATE TABLE {ticket_feed_end} (
    tenant_id text COLLATE "C" NOT NULL,
    last_position bigint NOT NULL,
    CONSTRAINT {prefix}ticket_feed_end_pk PRIMARY KEY (tenant_id)
);

CREATE TABLE {ticket_series} (
    tenant_id text COLLATE "C" NOT NULL,
    series text COLLATE "C" NOT NULL,
    last_number bigint NOT NULL,
    CONSTRAINT {prefix}ticket_series_pk PRIMARY KEY (tenant_id, series)
);

CREATE TABLE {ticket_key} (
    id smallint NOT NULL,
    secret bytea NOT NULL,
    CONSTRAINT {prefix}ticket_key_pk PRIMARY KEY (id)
);

INSERT INTO {ticket_key} (id, secret)
    VALUES (1, sha256(convert_to(CONCAT(gen_random_uuid(), gen_random_uuid(), gen_random_uuid()), 'UTF8')));
