CREATE TABLE {ticket_delivery} (
    tenant_id text COLLATE "C" NOT NULL,
    event_id uuid NOT NULL,
    consumer text COLLATE "C" NOT NULL,
    ticket_id uuid NOT NULL,
    version bigint NOT NULL,
    state text COLLATE "C" NOT NULL DEFAULT 'PENDING',
    attempts integer NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT now(),
    waits boolean NOT NULL DEFAULT false,
    alone boolean NOT NULL DEFAULT false,
    lease_owner text COLLATE "C",
    left_to text COLLATE "C",
    ended_at timestamptz,
    cause text COLLATE "C",
    CONSTRAINT {prefix}ticket_delivery_pk PRIMARY KEY (tenant_id, event_id, consumer)
);

CREATE INDEX {prefix}ticket_delivery_due_ix ON {ticket_delivery} (tenant_id, due_at, version) WHERE state = 'PENDING';
CREATE INDEX {prefix}ticket_delivery_order_ix ON {ticket_delivery} (tenant_id, ticket_id, version) WHERE ended_at IS NULL;
CREATE INDEX {prefix}ticket_delivery_parked_ix ON {ticket_delivery} (tenant_id, ended_at, event_id, consumer) WHERE state = 'PARKED';
CREATE INDEX {prefix}ticket_delivery_ended_ix ON {ticket_delivery} (tenant_id, ended_at) WHERE state IN ('DONE', 'CANCELLED');
CREATE INDEX {prefix}ticket_delivery_left_ix ON {ticket_delivery} (left_to, tenant_id, event_id) WHERE state = 'PENDING' AND left_to IS NOT NULL;

CREATE TABLE {ticket_consumer} (
    name text COLLATE "C" NOT NULL,
    seen_at timestamptz NOT NULL DEFAULT now(),
    revision integer NOT NULL DEFAULT 1,
    retired boolean NOT NULL DEFAULT false,
    CONSTRAINT {prefix}ticket_consumer_pk PRIMARY KEY (name)
);
