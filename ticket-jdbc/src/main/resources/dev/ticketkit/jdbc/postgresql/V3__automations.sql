CREATE TABLE {ticket_automation_set} (
    tenant_id text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    change_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_automation_set_pk PRIMARY KEY (tenant_id)
);

CREATE TABLE {ticket_automation} (
    tenant_id text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    document text COLLATE "C" NOT NULL,
    CONSTRAINT {prefix}ticket_automation_pk PRIMARY KEY (tenant_id, id)
);

CREATE TABLE {ticket_firing} (
    tenant_id text COLLATE "C" NOT NULL,
    id uuid NOT NULL,
    contact_id text COLLATE "C" NOT NULL,
    fired_at timestamptz NOT NULL,
    body_hash bytea NOT NULL,
    document text COLLATE "C",
    CONSTRAINT {prefix}ticket_firing_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX {prefix}ticket_firing_contact_ix ON {ticket_firing} (tenant_id, contact_id);
CREATE INDEX {prefix}ticket_firing_fired_ix ON {ticket_firing} (tenant_id, fired_at);

CREATE TABLE {ticket_execution} (
    tenant_id text COLLATE "C" NOT NULL,
    event_id uuid NOT NULL,
    automation text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    steps_done integer NOT NULL,
    ticket_id uuid,
    detail text COLLATE "C",
    updated_at timestamptz NOT NULL,
    CONSTRAINT {prefix}ticket_execution_pk PRIMARY KEY (tenant_id, event_id, automation)
);

CREATE INDEX {prefix}ticket_execution_ticket_ix ON {ticket_execution} (tenant_id, ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX {prefix}ticket_execution_updated_ix ON {ticket_execution} (tenant_id, updated_at);

CREATE TABLE {ticket_mail_switch} (
    tenant_id text COLLATE "C" NOT NULL,
    operator_id text COLLATE "C" NOT NULL,
    CONSTRAINT {prefix}ticket_mail_switch_pk PRIMARY KEY (tenant_id, operator_id)
);

CREATE TABLE {ticket_notification} (
    tenant_id text COLLATE "C" NOT NULL,
    event_id uuid NOT NULL,
    receiver text COLLATE "C" NOT NULL,
    notified_at timestamptz NOT NULL,
    operator_ids text[] NOT NULL,
    outcomes text[] NOT NULL,
    CONSTRAINT {prefix}ticket_notification_pk PRIMARY KEY (tenant_id, event_id, receiver)
);

CREATE INDEX {prefix}ticket_notification_noticed_ix ON {ticket_notification} (tenant_id, notified_at);
