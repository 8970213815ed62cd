-- The sheet as it was printed when it was decided: the archive and whoever it is handed to get the same bytes for ever.
alter table approval.request add column sheet bytea;
