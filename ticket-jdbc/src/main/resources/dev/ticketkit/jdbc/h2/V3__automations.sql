CREATE TABLE IF NOT EXISTS {ticket_automation_set} (
    tenant_id varchar NOT NULL,
    revision bigint NOT NULL,
    change_id uuid NOT NULL,
    CONSTRAINT {prefix}ticket_automation_set_pk PRIMARY KEY (tenant_id)
);

CREATE TABLE IF NOT EXISTS {ticket_automation} (
    tenant_id varchar NOT NULL,
    id varchar NOT NULL,
    document varchar NOT NULL,
    CONSTRAINT {prefix}ticket_automation_pk PRIMARY KEY (tenant_id, id)
);

CREATE TABLE IF NOT EXISTS {ticket_firing} (
    tenant_id varchar NOT NULL,
    id uuid NOT NULL,
    contact_id varchar NOT NULL,
    fired_at timestamp(6) with time zone NOT NULL,
    body_hash varbinary NOT NULL,
    document varchar,
    CONSTRAINT {prefix}ticket_firing_pk PRIMARY KEY (tenant_id, id)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_firing_contact_ix ON {ticket_firing} (tenant_id, contact_id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_firing_fired_ix ON {ticket_firing} (tenant_id, fired_at);

CREATE TABLE IF NOT EXISTS {ticket_execution} (
    tenant_id varchar NOT NULL,
    event_id uuid NOT NULL,
    automation varchar NOT NULL,
    state varchar NOT NULL,
    steps_done integer NOT NULL,
    ticket_id uuid,
    detail varchar,
    updated_at timestamp(6) with time zone NOT NULL,
    CONSTRAINT {prefix}ticket_execution_pk PRIMARY KEY (tenant_id, event_id, automation)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_execution_ticket_ix ON {ticket_execution} (tenant_id, ticket_id);
CREATE INDEX IF NOT EXISTS {prefix}ticket_execution_updated_ix ON {ticket_execution} (tenant_id, updated_at);

CREATE TABLE IF NOT EXISTS {ticket_mail_switch} (
    tenant_id varchar NOT NULL,
    operator_id varchar NOT NULL,
    CONSTRAINT {prefix}ticket_mail_switch_pk PRIMARY KEY (tenant_id, operator_id)
);

CREATE TABLE IF NOT EXISTS {ticket_notification} (
    tenant_id varchar NOT NULL,
    event_id uuid NOT NULL,
    receiver varchar NOT NULL,
    notified_at timestamp(6) with time zone NOT NULL,
    operator_ids varchar ARRAY NOT NULL,
    outcomes varchar ARRAY NOT NULL,
    CONSTRAINT {prefix}ticket_notification_pk PRIMARY KEY (tenant_id, event_id, receiver)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_notification_noticed_ix ON {ticket_notification} (tenant_id, notified_at);
