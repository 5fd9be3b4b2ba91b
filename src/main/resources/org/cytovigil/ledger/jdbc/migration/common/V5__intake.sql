-- When an item came and since when nobody need look at it any more; items kept before came at an unknown time, shown as
-- 1970.
alter table quarantine add column received_at bigint not null default 0;

alter table quarantine add column settled_at bigint;

-- What was taken in, so that the same message sent again is not taken in twice.
create table receipt (
    sender text not null,
    control_id text not null,
    digest text not null,
    received_at bigint not null,
    primary key (sender, control_id, digest)
);

create index receipt_by_age on receipt (received_at);
