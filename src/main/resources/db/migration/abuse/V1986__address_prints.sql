-- Keyed fingerprints of where complainants live (Art. 17 (4)): found by equality and readable by nobody. Written by a reader of
-- the journal, which hears what came in before this table was there too.
create table abuse.address_print (
    case_no text not null,
    party_id text not null,
    address_mac bytea not null,
    received_at timestamptz not null,
    primary key (case_no, party_id)
);
create index address_print_same on abuse.address_print (address_mac, received_at desc);
alter table abuse.address_print enable row level security;
create policy scope on abuse.address_print
    using (casefile.by_program() or exists (select from casefile.case_file c where c.case_no = address_print.case_no));
grant select, insert, update, delete on abuse.address_print to fx_app;
