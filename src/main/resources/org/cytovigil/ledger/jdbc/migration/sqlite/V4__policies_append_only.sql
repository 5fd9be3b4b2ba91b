create trigger policy_is_never_changed before update on policy
begin
    select raise(abort, 'policies are only ever added: they cannot be changed');
end;

create trigger policy_is_never_deleted before delete on policy
begin
    select raise(abort, 'policies are only ever added: they cannot be deleted');
end;
