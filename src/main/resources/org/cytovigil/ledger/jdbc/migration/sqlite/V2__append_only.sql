-- What only SQLite understands. The identifier reads "CyVg" and marks the file as a store of CytoVigil.

pragma application_id = 1132025447;

create trigger entry_is_never_changed before update on entry
begin
    select raise(abort, 'entries are only ever added: they cannot be changed');
end;

create trigger entry_is_never_deleted before delete on entry
begin
    select raise(abort, 'entries are only ever added: they cannot be deleted');
end;
