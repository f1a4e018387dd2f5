-- The host's own tables; the desk makes its own beside them.
create table if not exists account (
    id varchar(128) primary key,
    name varchar(256) not null,
    email varchar(254) not null,
    language varchar(35) not null,
    role varchar(20) not null,
    password varchar(200) not null
);

create table if not exists customer (
    id varchar(128) primary key,
    name varchar(256),
    phone varchar(20),
    email varchar(254),
    language varchar(35)
);

-- message_key is the id its sender gave a message, so that one that comes twice is stored once.
create table if not exists chat_message (
    id uuid primary key,
    contact_id varchar(128) not null,
    direction varchar(10) not null,
    author varchar(256) not null,
    body varchar(20000) not null,
    sent_at timestamp(6) with time zone not null,
    message_key varchar(255) not null unique
);

create index if not exists chat_message_of on chat_message (contact_id, sent_at);

create table if not exists sent_mail (
    id varchar(128) primary key,
    operator_id varchar(128) not null,
    address varchar(254),
    subject varchar(1000) not null,
    body varchar(1000000) not null,
    sent_at timestamp(6) with time zone not null
);
