-- Who looked at an item and settled it without feeding it again, and why; both are null for one that waits or was fed again.
alter table quarantine add column dismissed_by text;

alter table quarantine add column dismissed_because text;

-- What waits is counted and grouped every few seconds, however much there is: from the index
-- alone, which is why it holds the column of its own condition.
create index quarantine_waiting on quarantine (source, reason, received_at, settled_at) where settled_at is null;
