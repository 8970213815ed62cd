-- What the program's role may not delete, this deletes: of a case whose term is over by the law's own shortest length, that stands on a
-- list which two people other than its proposer approved, that nobody holds back, and whose journal already says so.
create function retention.require_disposable(on_list text, of_case text, at_moment timestamptz) returns bigint
    language plpgsql stable set search_path = pg_catalog as $$
declare
    found_id bigint;
    archived date;
    shortest int;
begin
    select c.id into found_id
      from casefile.case_file c
      join retention.list l on l.list_no = on_list and left(c.agency_code, length(l.agency_code)) = l.agency_code
      join retention.list_case k on k.list_no = l.list_no and k.case_no = c.case_no and k.disposed_at is null
     where c.case_no = of_case and c.stage = 'ARCHIVED'
       and not exists (select from retention.strike s where s.list_no = l.list_no and s.case_no = c.case_no)
       and (select count(distinct r.by_person) from retention.review r
             where r.list_no = l.list_no and r.decision = 'APPROVED' and r.by_person <> l.proposed_by) = 2
       and not exists (select from retention.review r where r.list_no = l.list_no and r.decision = 'REFUSED')
       and not exists (select from retention.hold h where h.case_no = c.case_no and h.lifted_at is null);
    if found_id is null then
        raise exception 'the case stands on no list that two others approved, or is held back' using errcode = '42501';
    end if;
    select max((j.occurred_at at time zone 'Asia/Shanghai')::date) filter (where j.type = 'Archived'),
           case when bool_or(j.type = 'Filed') then 30 else 10 end
      into archived, shortest
      from casefile.journal j where j.case_id = found_id;
    if archived is null
       or (archived + make_interval(years => shortest))::date >= (at_moment at time zone 'Asia/Shanghai')::date then
        raise exception 'the shortest term of the case is not over' using errcode = '42501';
    end if;
    if not exists (select from casefile.journal j
                    where j.case_id = found_id and j.type = 'Disposed' and j.data::jsonb ->> 'listNo' = on_list) then
        raise exception 'the journal of the case does not say that it is disposed of' using errcode = '42501';
    end if;
    return found_id;
end $$;
revoke all on function retention.require_disposable(text, text, timestamptz) from public;

-- Files that belong to this case alone: their rows go, their content is left to be deleted.
create function retention.dispose_files(of_id bigint, of_case text) returns void
    language sql set search_path = pg_catalog as $$
    with mine as (
        select a.attachment_id as id from casefile.case_attachment a where a.case_id = of_id
        union select unnest(l.attachments) from mediation.line l join mediation.room r using (room_id) where r.case_no = of_case
        union select unnest(m.files) from greenchannel.message m where m.case_no = of_case
        union select s.attachment_id from enforcement.transfer_step s join enforcement.transfer t using (transfer_no)
               where t.case_no = of_case and s.attachment_id is not null),
    gone as (
        delete from intake.attachment f using mine
         where f.attachment_id = mine.id
           and not exists (select from casefile.case_attachment o where o.attachment_id = mine.id and o.case_id <> of_id)
        returning f.attachment_id)
    insert into retention.file_left (attachment_id) select attachment_id from gone on conflict do nothing;
    delete from casefile.case_attachment where case_id = of_id;
$$;
revoke all on function retention.dispose_files(bigint, text) from public;

-- Who it was: parties, the reporter's sealed fields with the keys in them, fingerprints, codes.
create function retention.dispose_people(of_id bigint, of_case text) returns void
    language sql set search_path = pg_catalog as $$
    delete from casefile.party where case_id = of_id;
    delete from intake.vault_field where case_no = of_case;
    delete from intake.vault where case_no = of_case;
    delete from intake.reporter_print where case_no = of_case;
    update intake.vault_reading set purpose = '' where case_no = of_case;
    delete from notice.phone_code where case_no = of_case;
    delete from greenchannel.consent where case_no = of_case;
    -- the tracking code opens nothing once every case of the submission is gone
    update intake.submission s set tracking_key = null, tracking_mac = null
     where s.submission_no = (select c.submission_no from casefile.case_file c where c.id = of_id)
       and not exists (select from intake.submission_case o join casefile.case_file c using (case_no)
                        where o.submission_no = s.submission_no and c.case_no <> of_case and not 'DISPOSED' = any (c.flags));
$$;
revoke all on function retention.dispose_people(bigint, text) from public;

-- What was said and written.
create function retention.dispose_words(of_id bigint, of_case text) returns void
    language sql set search_path = pg_catalog as $$
    delete from casefile.act_text where case_id = of_id;
    delete from casefile.act_key where case_id = of_id;
    update casefile.case_file
       set summary = '（已销毁）', goods_detail = null, merchant_name = '（已销毁）', merchant_uscc = null,
           merchant_address = null, merchant_phone = null, merchant_facts = null, route_reason = '（已销毁）'
     where id = of_id;
    delete from search.case_text where case_id = of_id;
    delete from intake.draft where key = of_case or key like '%:' || of_case or key like '%:' || of_case || ':%';
    update intake.import_row set original = null, problem = null where case_no = of_case;
    delete from demo.story where case_no = of_case;
    delete from mediation.pass p using mediation.invitation i, mediation.room r
     where p.invitation_id = i.invitation_id and i.room_id = r.room_id and r.case_no = of_case;
    delete from mediation.invitation i using mediation.room r where i.room_id = r.room_id and r.case_no = of_case;
    delete from mediation.line l using mediation.room r where l.room_id = r.room_id and r.case_no = of_case;
    delete from mediation.proposal p using mediation.room r where p.room_id = r.room_id and r.case_no = of_case;
    delete from mediation.transcript where case_no = of_case;
    delete from mediation.room where case_no = of_case;
    update mediation.diary set place = null where case_no = of_case;
    delete from greenchannel.message where case_no = of_case;
    update notice.outbox set facts = '{}', fault = null where case_no = of_case;
    update notice.receipt r set proof = null from notice.outbox o
     where o.outbox_id = r.outbox_id and o.case_no = of_case;
    delete from notice.inbox where case_no = of_case;
$$;
revoke all on function retention.dispose_words(bigint, text) from public;

-- Papers, and what officers wrote about the case in other rooms.
create function retention.dispose_papers(of_id bigint, of_case text) returns void
    language sql set search_path = pg_catalog as $$
    delete from document.issued where case_id = of_id;
    delete from enforcement.paper where case_no = of_case;
    delete from enforcement.penalty_note where case_no = of_case;
    update enforcement.penalty_file set cause = null where case_no = of_case;
    update enforcement.publication set reason = '（已销毁）' where case_no = of_case and reason is not null;
    update enforcement.reward_claim set reasons = null where case_no = of_case;
    update enforcement.transfer_piece p set title = '（已销毁）', body = null
      from enforcement.transfer t where t.transfer_no = p.transfer_no and t.case_no = of_case;
    update enforcement.transfer_step s
       set words = null, attachment_id = null, signer = case when s.signer is null then null else '（已销毁）' end
      from enforcement.transfer t where t.transfer_no = s.transfer_no and t.case_no = of_case;
    update approval.request set fields = '{}', words = '', head_words = null, decided_words = null, sheet = null
     where case_no = of_case;
    update abuse.finding
       set reasons = '（已销毁）', outcome_reasons = null, appeal = case when appeal is null then null else '（已销毁）' end
     where case_no = of_case;
    update supervision.major_case set reason = '（已销毁）', decided_why = null where case_no = of_case;
    update supervision.hanging_step s set words = '（已销毁）'
      from supervision.hanging h join supervision.major_case m using (major_id)
     where h.hanging_id = s.hanging_id and m.case_no = of_case;
    delete from supervision.watch where case_no = of_case;
    update rapid.hint set reason = '（已销毁）', answer_reason = null where case_no = of_case;
    update rapid.visit set latitude = null, longitude = null, accuracy_m = null, place = null where case_no = of_case;
    update rapid.excuse set reason = '（已销毁）' where case_no = of_case;
    update credit.grade_source set words = '（已销毁）' where case_no = of_case;
$$;
revoke all on function retention.dispose_papers(bigint, text) from public;

-- One case, in the caller's transaction. Only the program itself: no person's request comes this far.
create function retention.dispose(on_list text, of_case text, at_moment timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare of_id bigint;
begin
    if not casefile.by_program() then
        raise exception 'only the program itself disposes' using errcode = '42501';
    end if;
    of_id := retention.require_disposable(on_list, of_case, at_moment);
    perform retention.dispose_files(of_id, of_case);
    perform retention.dispose_people(of_id, of_case);
    perform retention.dispose_words(of_id, of_case);
    perform retention.dispose_papers(of_id, of_case);
    update retention.list_case set disposed_at = at_moment where list_no = on_list and case_no = of_case;
end $$;
revoke all on function retention.dispose(text, text, timestamptz) from public;
grant execute on function retention.dispose(text, text, timestamptz) to fx_app;
