create schema document;
grant usage on schema document to fx_app;

-- The last number given out: by agency, year and form. The row is locked by whoever takes the next one until his document
-- is stored, so there is neither gap nor double.
create table document.series (
    agency_code text collate "C" not null,
    year int not null,
    form text not null check (form in ('F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'ARCHIVE')),
    last int not null check (last > 0),
    primary key (agency_code, year, form)
);
grant select, insert, update on document.series to fx_app;

-- Issued papers: written once; nobody may change or delete one, the application's role least of all.
create table document.issued (
    document_id text primary key,
    case_id bigint not null references casefile.case_file (id),
    agency_code text collate "C" not null,
    year int not null,
    form text not null,
    serial int not null,
    number text not null,
    title text not null,
    addressees text[] not null,
    issued_at timestamptz not null,
    issued_by text not null,
    sealed boolean not null,
    replaces text,
    template_sm3 text not null,
    pdf_sm3 text not null,
    docx_sm3 text not null,
    -- sealed with SM4-GCM: the papers name people
    pdf bytea not null,
    docx bytea not null,
    fields bytea not null,
    unique (agency_code, year, form, serial),
    unique (agency_code, number)
);
alter table document.issued enable row level security;
create policy scope on document.issued
    using (exists (select from casefile.case_file c where c.id = case_id));
grant select, insert on document.issued to fx_app;
create index issued_case on document.issued (case_id, issued_at);

-- How an agency signs: its mark in numbers, whom to ask back, its seal. The newest row holds.
create table document.letterhead (
    agency_code text collate "C" not null,
    version int not null,
    mark text not null,
    phone text,
    address text,
    seal bytea,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (agency_code, version)
);
alter table document.letterhead enable row level security;
create policy scope on document.letterhead using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on document.letterhead to fx_app;

-- Templates that a bureau put in the place of the shipped ones. The newest row holds; without a file the shipped one does.
create table document.template (
    agency_code text collate "C" not null,
    form text not null,
    version int not null,
    docx bytea,
    sm3 text,
    file_name text,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (agency_code, form, version)
);
alter table document.template enable row level security;
create policy scope on document.template using (
    agency_code >= current_setting('fangxin.scope_from', true)
    and agency_code < current_setting('fangxin.scope_to', true));
grant select, insert on document.template to fx_app;
