-- Built while the case file is in use, outside a transaction (see the .conf file): what is looked through for duplicates of a
-- case. A business's cases within a scope and newest first, and the newest cases of one telephone.
drop index if exists casefile.case_file_uscc;
drop index if exists casefile.case_file_shop;
drop index if exists casefile.party_phone_newest;
create index concurrently case_file_uscc on casefile.case_file (merchant_uscc, agency_code, received_at)
    where merchant_uscc is not null;
create index concurrently case_file_shop on casefile.case_file (merchant_name, agency_code, received_at);
create index concurrently party_phone_newest on casefile.party (phone_index, case_id) where phone_index is not null;
-- each of them begins with the column of an older one
drop index concurrently if exists casefile.case_file_merchant;
drop index concurrently if exists casefile.party_phone;
