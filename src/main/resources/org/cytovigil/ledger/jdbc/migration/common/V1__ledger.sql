-- Times are UTC, in milliseconds since 1970-01-01; hashes are SHA-256 in lower-case hexadecimal.

create table entry (
    sequence integer primary key,
    stay text not null,
    kind text not null,
    happened_at bigint not null,
    learned_at bigint not null,
    author_kind text not null,
    author text not null,
    payload text not null,
    previous_hash text not null,
    hash text not null
);

create index entry_by_stay on entry (stay, sequence);

create index entry_of_admission on entry (sequence) where kind = 'admitted';

-- Where the chain of each author ends: what the next entry of that author follows, and the proof that none is missing.
create table writer (
    author_kind text not null,
    author text not null,
    entries bigint not null,
    last_sequence integer not null,
    last_hash text not null,
    primary key (author_kind, author)
);

create table quarantine (
    sequence integer primary key,
    source text not null,
    line bigint not null,
    reason text not null,
    raw text not null
);
