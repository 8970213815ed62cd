-- Number of the certificate of law enforcement, shown to whoever is inspected or questioned (PP 22).
alter table identity.person add certificate_no text check (length(certificate_no) between 2 and 40);
