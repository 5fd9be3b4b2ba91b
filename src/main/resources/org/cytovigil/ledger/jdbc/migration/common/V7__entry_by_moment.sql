-- What was charted for one moment of a stay is looked up with every correction; the stay may be weeks long.
create index entry_by_moment on entry (stay, happened_at);
