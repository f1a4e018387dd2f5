CREATE TABLE IF NOT EXISTS {ticket_delivery} (
    tenant_id varchar NOT NULL,
    event_id uuid NOT NULL,
    consumer varchar NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint NOT NULL,
    state varchar DEFAULT 'PENDING' NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    due_at timestamp(6) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    waits boolean DEFAULT FALSE NOT NULL,
    alone boolean DEFAULT FALSE NOT NULL,
    lease_owner varchar,
    left_to varchar,
    ended_at timestamp(6) with time zone,
    cause varchar,
    CONSTRAINT {prefix}ticket_delivery_pk PRIMARY KEY (tenant_id, event_id, consumer)
);

CREATE INDEX IF NOT EXISTS {prefix}ticket_delivery_due_ix ON {ticket_delivery} (state, tenant_id, due_at, version);
CREATE INDEX IF NOT EXISTS {prefix}ticket_delivery_order_ix ON {ticket_delivery} (tenant_id, ticket_id, state, version);
CREATE INDEX IF NOT EXISTS {prefix}ticket_delivery_ended_ix ON {ticket_delivery} (tenant_id, state, ended_at);

CREATE TABLE IF NOT EXISTS {ticket_consumer} (
    name varchar NOT NULL,
    seen_at timestamp(6) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    retired boolean DEFAULT FALSE NOT NULL,
    CONSTRAINT {prefix}ticket_consumer_pk PRIMARY KEY (name)
);
