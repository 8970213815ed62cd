-- Orders and their liftings are asked by one person and decided by another; a sample that was written down wrongly is
-- voided and stays readable; custody has no gap. Held here, whatever the program forgets.
alter table inspection.series drop constraint series_kind_check;
alter table inspection.series add constraint series_kind_check check (kind in ('SAMPLE', 'ORDER', 'LIFTING'));

-- urgency: why the goods could not wait; then the order was issued at once and is decided afterwards, until due_at.
create table inspection.request (
    request_id bigint generated always as identity primary key,
    sample_id bigint not null references inspection.sample (sample_id),
    kind text not null check (kind in ('ORDER', 'LIFTING')),
    reason text not null,
    law text not null,
    quantity text not null,
    urgency text,
    asked_by text not null,
    asked_at timestamptz not null,
    due_at timestamptz,
    approved boolean,
    decided_by text,
    decided_at timestamptz,
    words text,
    check ((urgency is null) = (due_at is null)),
    check (urgency is null or kind = 'ORDER'),
    check ((approved is null) = (decided_by is null) and (approved is null) = (decided_at is null)),
    constraint two_people check (decided_by <> asked_by)
);
create unique index request_open on inspection.request (sample_id, kind) where approved is null;
create index request_sample on inspection.request (sample_id, request_id);

-- The paper that lifts an order.
create table inspection.lifting (
    lifting_id bigint generated always as identity primary key,
    sample_id bigint not null references inspection.off_shelf (sample_id) unique,
    agency_code text not null collate "C",
    year int not null,
    serial int not null,
    reason text not null,
    law text not null,
    asked_by text not null,
    decided_by text not null,
    at timestamptz not null,
    unique (agency_code, year, serial)
);

create table inspection.voided (
    sample_id bigint primary key references inspection.sample (sample_id),
    reason text not null,
    by_person text not null,
    at timestamptz not null
);

do $$
declare part text;
begin
    foreach part in array array['request', 'lifting', 'voided'] loop
        execute format('alter table inspection.%I enable row level security', part);
        execute format('create policy scope on inspection.%1$I using
            (exists (select from inspection.sample s where s.sample_id = %1$I.sample_id))', part);
        execute format('grant select, insert on inspection.%I to fx_app', part);
    end loop;
end $$;
grant update (approved, decided_by, decided_at, words) on inspection.request to fx_app;

-- One step of a sample at a time.
create function inspection.hold(sample bigint) returns void language sql as
    $$ select pg_advisory_xact_lock(1450, (sample % 2147483647)::int) $$;

-- Each step starts with who had it last, and not before he had it; the first starts with who took the sample.
create function inspection.custody_without_gap() returns trigger language plpgsql as $$
declare
    holder text;
    since timestamptz;
begin
    perform inspection.hold(new.sample_id);
    select c.to_holder, c.at into holder, since from inspection.custody c
     where c.sample_id = new.sample_id order by c.custody_id desc limit 1;
    if not found then
        select '抽样人员', s.taken_at into holder, since from inspection.sample s where s.sample_id = new.sample_id;
    end if;
    if new.from_holder is distinct from holder or new.at < since then
        raise exception 'custody of sample % has a gap', new.sample_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger without_gap before insert on inspection.custody
    for each row execute function inspection.custody_without_gap();

-- What was written of the custody stays as it was, for the table's owner too.
create function inspection.custody_stays() returns trigger language plpgsql as $$
begin
    raise exception 'custody is only ever longer' using errcode = 'check_violation';
end $$;
create trigger stays before update or delete on inspection.custody
    for each row execute function inspection.custody_stays();

-- Nothing follows a voided sample.
create function inspection.not_voided() returns trigger language plpgsql as $$
begin
    perform inspection.hold(new.sample_id);
    if exists (select from inspection.voided v where v.sample_id = new.sample_id) then
        raise exception 'sample % is voided', new.sample_id using errcode = 'check_violation';
    end if;
    return new;
end $$;

-- No sample is voided on which somebody has acted.
create function inspection.nothing_followed() returns trigger language plpgsql as $$
begin
    perform inspection.hold(new.sample_id);
    if exists (select from inspection.off_shelf o where o.sample_id = new.sample_id)
       or exists (select from inspection.step t where t.sample_id = new.sample_id)
       or exists (select from inspection.result r where r.sample_id = new.sample_id and r.retest)
       or exists (select from inspection.request q
                   where q.sample_id = new.sample_id and coalesce(q.approved, true)) then
        raise exception 'somebody acted on sample %', new.sample_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger nothing_followed before insert on inspection.voided
    for each row execute function inspection.nothing_followed();

do $$
declare part text;
begin
    foreach part in array array['custody', 'result', 'off_shelf', 'step', 'request'] loop
        execute format('create trigger not_voided before insert on inspection.%I
            for each row execute function inspection.not_voided()', part);
    end loop;
end $$;
