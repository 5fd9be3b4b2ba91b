-- Who looked at an item and settled it without feeding it again, and why; both are null for one that waits or was fed again.
alter table quarantine add column dismissed_by text;

alter table quarantine add column dismissed_because text;

-- What waits is counted and grouped every few seconds, however much there is.
create index quarantine_waiting on quarantine (source, reason, received_at) where settled_at is null;
