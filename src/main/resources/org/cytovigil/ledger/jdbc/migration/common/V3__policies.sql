-- The site policies that were adopted, each with the moment from which it holds. The settings are lines "key=value", all of
-- them, so that a later version of the program with other defaults grades as this one did. One chain of hashes runs through
-- all rows; its end stands in the table writer, under the author_kind POLICY that no author of entries has.
create table policy (
    sequence integer primary key,
    version text not null,
    holds_from bigint not null,
    learned_at bigint not null,
    author_kind text not null,
    author text not null,
    settings text not null,
    previous_hash text not null,
    hash text not null
);
