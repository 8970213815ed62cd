-- Divisions, agencies, and which streets and address words belong to which office. No personal data: no row-level policy.
create schema region;

create table region.division (
    code text collate "C" primary key check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$'),
    name text not null check (length(name) between 1 and 100),
    level text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'STREET')),
    parent text collate "C" references region.division (code),
    check ((level = 'PROVINCE') = (parent is null))
);
create index division_parent on region.division (parent);

create table region.agency (
    code text collate "C" primary key check (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9})$'),
    name text not null check (length(name) between 2 and 100),
    level text not null check (level in ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'OFFICE')),
    active boolean not null default true,
    zone boolean not null default false
);

-- An office (所) is not a street: many-to-many. The loader links each default office to its own street.
create table region.office_area (
    office_code text collate "C" not null references region.agency (code),
    street_code text collate "C" not null references region.division (code),
    primary key (office_code, street_code)
);
create index office_area_street on region.office_area (street_code);

-- Words of an address (a market, a road, an old place name) that mean an office. Stored without blanks.
create table region.office_alias (
    office_code text collate "C" not null references region.agency (code),
    alias text not null check (length(alias) between 2 and 60 and alias !~ '\s'),
    primary key (office_code, alias)
);

-- Which version of the shipped divisions has been loaded.
create table region.loaded (
    version text primary key,
    divisions integer not null,
    agencies integer not null
);

-- Grows with each change of an agency, so that every instance of the program reads the tree again.
create table region.revision (
    single boolean primary key default true check (single),
    number bigint not null
);
insert into region.revision (number) values (0);

grant usage on schema region to fx_app;
grant select, insert, update on region.division, region.agency, region.loaded to fx_app;
grant select, insert, delete on region.office_area, region.office_alias to fx_app;
grant select, update on region.revision to fx_app;
