CREATE TABLE IF NOT EXISTS {ticket_event} (
    tenant_id varchar NOT NULL,
    id uuid NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint,
    receipt_version bigint NOT NULL,
    kind varchar NOT NULL,
    occurred_at timestamp(6) with time zone NOT NULL,
    actor_kind varchar NOT NULL,
    actor_id varchar NOT NULL,
    actor_label varchar NOT NULL,
    cause_event_id uuid,
    cause_source varchar,
    cause_depth integer,
    change_keys varchar ARRAY NOT NULL,
    change_froms varchar ARRAY NOT NULL,
    change_tos varchar ARRAY NOT NULL,
    status_to varchar,
    note_visibility varchar,
    note_text varchar,
    idem_key varchar,
    idem_hash varbinary,
    reference_hash varbinary,
    external_hash varbinary,
    CONSTRAINT {prefix}ticket_event_pk PRIMARY KEY (tenant_id, id),
    CONSTRAINT {prefix}ticket_event_version_uq UNIQUE (tenant_id, ticket_id, version),
    CONSTRAINT {prefix}ticket_event_key_uq UNIQUE (tenant_id, idem_key),
    CONSTRAINT {prefix}ticket_event_reference_uq UNIQUE (tenant_id, reference_hash),
    CONSTRAINT {prefix}ticket_event_external_uq UNIQUE (tenant_id, external_hash)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_event_time_ix ON {ticket_event} (tenant_id, occurred_at, id);

CREATE TABLE IF NOT EXISTS {ticket} (
    tenant_id varchar NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    reference varchar NOT NULL,
    reference_fold varchar NOT NULL,
    reference_sort varbinary NOT NULL,
    title varchar NOT NULL,
    title_sort varbinary NOT NULL,
    description varchar,
    search_text varchar NOT NULL,
    status_key varchar NOT NULL,
    status_position integer NOT NULL,
    macro_status varchar NOT NULL,
    priority smallint NOT NULL,
    category_id uuid,
    category_sort varbinary NOT NULL,
    contact_id varchar NOT NULL,
    contact_name varchar,
    contact_sort varbinary NOT NULL,
    contact_phone varchar,
    contact_email varchar,
    contact_language varchar,
    owner_id varchar,
    owner_label varchar,
    owner_sort varbinary NOT NULL,
    origin varchar NOT NULL,
    external_id varchar,
    attributes varchar ARRAY NOT NULL,
    attribute_terms varchar ARRAY NOT NULL,
    opened_at timestamp(6) with time zone NOT NULL,
    updated_at timestamp(6) with time zone NOT NULL,
    answered_at timestamp(6) with time zone,
    answer_bucket smallint,
    closed_at timestamp(6) with time zone,
    closing_micros bigint,
    closing_bucket smallint,
    reopenings integer NOT NULL,
    deleted_at timestamp(6) with time zone,
    erased_at timestamp(6) with time zone,
    CONSTRAINT {prefix}ticket_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_macro_ix ON {ticket} (tenant_id, macro_status, priority DESC, opened_at DESC, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_status_ix ON {ticket} (tenant_id, status_key, priority DESC, opened_at DESC, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_owner_ix ON {ticket} (tenant_id, owner_id, macro_status, priority DESC, opened_at DESC, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_contact_ix ON {ticket} (tenant_id, contact_id, macro_status, priority DESC, opened_at DESC, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_category_ix ON {ticket} (tenant_id, category_id, macro_status, priority DESC, opened_at DESC, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_opened_ix ON {ticket} (tenant_id, macro_status, opened_at, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_updated_ix ON {ticket} (tenant_id, macro_status, updated_at, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_closed_ix ON {ticket} (tenant_id, macro_status, closed_at, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_reference_sort_ix ON {ticket} (tenant_id, macro_status, reference_sort, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_title_sort_ix ON {ticket} (tenant_id, macro_status, title_sort, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_status_sort_ix ON {ticket} (tenant_id, macro_status, status_position, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_category_sort_ix ON {ticket} (tenant_id, macro_status, category_sort, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_owner_sort_ix ON {ticket} (tenant_id, macro_status, owner_sort, id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_contact_sort_ix ON {ticket} (tenant_id, macro_status, contact_sort, id);

CREATE TABLE IF NOT EXISTS {ticket_former_contact} (
    tenant_id varchar NOT NULL,
    contact_id varchar NOT NULL,
    ticket_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_former_contact_pk PRIMARY KEY (tenant_id, contact_id, ticket_id)
);

CREATE TABLE IF NOT EXISTS {ticket_term} (
    tenant_id varchar NOT NULL,
    term varchar NOT NULL,
    ticket_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_term_pk PRIMARY KEY (tenant_id, term, ticket_id)
);

CREATE TABLE IF NOT EXISTS {ticket_category} (
    tenant_id varchar NOT NULL,
    id uuid NOT NULL,
    target_id uuid,
    name varchar NOT NULL,
    name_sort varbinary NOT NULL,
    hidden boolean NOT NULL,
    CONSTRAINT {prefix}ticket_category_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_category_target_ix ON {ticket_category} (tenant_id, target_id);

CREATE TABLE IF NOT EXISTS {ticket_status} (
    tenant_id varchar NOT NULL,
    status_key varchar NOT NULL,
    macro_status varchar NOT NULL,
    status_position integer NOT NULL,
    label varchar,
    label_fold varchar,
    hidden boolean NOT NULL,
    removed boolean NOT NULL,
    CONSTRAINT {prefix}ticket_status_pk PRIMARY KEY (tenant_id, status_key),
    CONSTRAINT {prefix}ticket_status_position_uq UNIQUE (tenant_id, status_position),
    CONSTRAINT {prefix}ticket_status_label_uq UNIQUE (tenant_id, label_fold)
);

CREATE TABLE IF NOT EXISTS {ticket_priority} (
    tenant_id varchar NOT NULL,
    priority smallint NOT NULL,
    label varchar,
    offered boolean NOT NULL,
    CONSTRAINT {prefix}ticket_priority_pk PRIMARY KEY (tenant_id, priority)
);

CREATE TABLE IF NOT EXISTS {ticket_delta} (
    tenant_id varchar NOT NULL,
    event_id uuid NOT NULL,
    part bigint NOT NULL,
    weight smallint NOT NULL,
    category_id uuid,
    owner_id varchar,
    status_key varchar NOT NULL,
    priority smallint,
    macro_status varchar,
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

CREATE TABLE IF NOT EXISTS {ticket_rollup} (
    tenant_id varchar NOT NULL,
    rollup varchar NOT NULL,
    period integer NOT NULL,
    owner_id varchar NOT NULL,
    category_id uuid NOT NULL,
    status_key varchar NOT NULL,
    priority smallint NOT NULL,
    bucket smallint NOT NULL,
    macro_status varchar NOT NULL,
    status_position integer NOT NULL,
    tickets bigint NOT NULL,
    closed_micros numeric(40) NOT NULL,
    reopenings bigint NOT NULL,
    CONSTRAINT {prefix}ticket_rollup_pk PRIMARY KEY (tenant_id, rollup, period, owner_id, category_id, status_key, priority, bucket, macro_status)
);

CREATE TABLE IF NOT EXISTS {ticket_rollup_period} (
    tenant_id varchar NOT NULL,
    rollup varchar NOT NULL,
    period integer NOT NULL,
    owner_id varchar NOT NULL,
    category_id uuid NOT NULL,
    status_key varchar NOT NULL,
    priority smallint NOT NULL,
    bucket smallint NOT NULL,
    macro_status varchar NOT NULL,
    status_position integer NOT NULL,
    tickets bigint NOT NULL,
    closed_micros numeric(40) NOT NULL,
    reopenings bigint NOT NULL,
    CONSTRAINT {prefix}ticket_rollup_period_pk PRIMARY KEY (tenant_id, rollup, period, owner_id, category_id, status_key, priority, bucket, macro_status)
);

CREATE TABLE IF NOT EXISTS {ticket_rollup_turn} (
    tenant_id varchar NOT NULL,
    CONSTRAINT {prefix}ticket_rollup_turn_pk PRIMARY KEY (tenant_id)
);

CREATE TABLE IF NOT EXISTS {ticket_unsequenced} (
    tenant_id varchar NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_unsequenced_pk PRIMARY KEY (tenant_id, ticket_id, version)
);

CREATE TABLE IF NOT EXISTS {ticket_feed} (
    tenant_id varchar NOT NULL,
    position bigint NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_feed_pk PRIMARY KEY (tenant_id, position)
);

CREATE TABLE IF NOT EXISTS {ticket_feed_end} (
    tenant_id varchar NOT NULL,
    last_position bigint NOT NULL,
    CONSTRAINT {prefix}ticket_feed_end_pk PRIMARY KEY (tenant_id)
);

CREATE TABLE IF NOT EXISTS {ticket_series} (
    tenant_id varchar NOT NULL,
    series varchar NOT NULL,
    last_number bigint NOT NULL,
    CONSTRAINT {prefix}ticket_series_pk PRIMARY KEY (tenant_id, series)
);

CREATE TABLE IF NOT EXISTS {ticket_key} (
    id smallint NOT NULL,
    secret varbinary NOT NULL,
    CONSTRAINT {prefix}ticket_key_pk PRIMARY KEY (id)
);

INSERT INTO {ticket_key} (id, secret)
    SELECT 1, SECURE_RAND(32) WHERE NOT EXISTS (SELECT 1 FROM {ticket_key});
