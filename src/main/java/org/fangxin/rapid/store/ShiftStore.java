package org.fangxin.rapid.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The duty roster and its swaps, within the thread's scope. */
@Component
public class ShiftStore {
    /** @param phone telephone of the duty desk, empty for none; {@code vehicle} likewise */
    public record Shift(
            long id,
            String agency,
            Instant startsAt,
            Instant endsAt,
            List<String> persons,
            String phone,
            String vehicle) {}

    /** @param state ASKED, AGREED or DECLINED */
    public record Swap(long id, long shiftId, String from, String to, String state) {}

    private static final String SHIFT = """
            select s.shift_id, s.agency_code, s.starts_at, s.ends_at, s.phone, s.vehicle,
                   array(select person_id from rapid.shift_person p where p.shift_id = s.shift_id order by 1) persons
              from rapid.shift s """;

    private final JdbcClient jdbc;

    ShiftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Shifts of this very agency that touch the span, in order. */
    public List<Shift> between(String agency, Instant from, Instant to) {
        return jdbc.sql(SHIFT
                        + " where s.agency_code = ? and s.ends_at > ? and s.starts_at < ? order by s.starts_at, 1")
                .params(agency, Timestamp.from(from), Timestamp.from(to))
                .query(ShiftStore::shift)
                .list();
    }

    /** Who is on duty now in an agency or below it. */
    public List<Shift> now(String agency, Instant now) {
        return jdbc.sql(SHIFT + " " + """
                        where starts_with(s.agency_code, ?) and s.starts_at <= ? and s.ends_at > ?
                        order by s.agency_code, s.starts_at""")
                .params(agency, Timestamp.from(now), Timestamp.from(now))
                .query(ShiftStore::shift)
                .list();
    }

    public Optional<Shift> find(long id) {
        return jdbc.sql(SHIFT + " where s.shift_id = ?")
                .param(id)
                .query(ShiftStore::shift)
                .optional();
    }

    /** @param shift its id counts for nothing */
    public long add(Shift shift, String by, Instant now) {
        long id = jdbc.sql("""
                        insert into rapid.shift (agency_code, starts_at, ends_at, phone, vehicle, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?) returning shift_id""")
                .params(
                        shift.agency(),
                        Timestamp.from(shift.startsAt()),
                        Timestamp.from(shift.endsAt()),
                        shift.phone(),
                        shift.vehicle(),
                        by,
                        Timestamp.from(now))
                .query(Long.class)
                .single();
        people(id, shift.persons());
        return id;
    }

    public void change(Shift shift, String by, Instant now) {
        jdbc.sql("""
                        update rapid.shift set starts_at = ?, ends_at = ?, phone = ?, vehicle = ?, changed_by = ?,
                               changed_at = ? where shift_id = ?""")
                .params(
                        Timestamp.from(shift.startsAt()),
                        Timestamp.from(shift.endsAt()),
                        shift.phone(),
                        shift.vehicle(),
                        by,
                        Timestamp.from(now),
                        shift.id())
                .update();
        jdbc.sql("delete from rapid.shift_person where shift_id = ?")
                .param(shift.id())
                .update();
        people(shift.id(), shift.persons());
    }

    private void people(long id, Collection<String> persons) {
        persons.forEach(person -> jdbc.sql("insert into rapid.shift_person (shift_id, person_id) values (?, ?)")
                .params(id, person)
                .update());
    }

    public void delete(long id) {
        jdbc.sql("delete from rapid.shift where shift_id = ?").param(id).update();
    }

    /** @return false when the same is asked already */
    public boolean ask(long shiftId, String from, String to, Instant now) {
        return jdbc.sql("""
                                insert into rapid.swap (shift_id, from_person, to_person, asked_at, state)
                                values (?, ?, ?, ?, 'ASKED') on conflict do nothing""").params(shiftId, from, to, Timestamp.from(now)).update() == 1;
    }

    /** Open swaps of shifts that end after {@code now}, asked by or of this person. */
    public List<Swap> swaps(String person, Instant now) {
        return jdbc.sql("""
                        select w.swap_id, w.shift_id, w.from_person, w.to_person, w.state
                          from rapid.swap w join rapid.shift s using (shift_id)
                         where w.state = 'ASKED' and s.ends_at > ? and (w.from_person = ? or w.to_person = ?)
                         order by s.starts_at""")
                .params(Timestamp.from(now), person, person)
                .query(ShiftStore::swap)
                .list();
    }

    /** Held until the transaction ends. */
    public Optional<Swap> openSwap(long id) {
        return jdbc.sql("""
                        select swap_id, shift_id, from_person, to_person, state from rapid.swap
                         where swap_id = ? and state = 'ASKED' for update""").param(id).query(ShiftStore::swap).optional();
    }

    public void answer(Swap swap, boolean yes, Instant now) {
        jdbc.sql("update rapid.swap set state = ?, answered_at = ? where swap_id = ?")
                .params(yes ? "AGREED" : "DECLINED", Timestamp.from(now), swap.id())
                .update();
        if (yes) {
            jdbc.sql("delete from rapid.shift_person where shift_id = ? and person_id = ?")
                    .params(swap.shiftId(), swap.from())
                    .update();
            jdbc.sql("insert into rapid.shift_person (shift_id, person_id) values (?, ?) on conflict do nothing")
                    .params(swap.shiftId(), swap.to())
                    .update();
        }
    }

    private static Shift shift(ResultSet rs, int n) throws SQLException {
        return new Shift(
                rs.getLong("shift_id"),
                rs.getString("agency_code"),
                rs.getTimestamp("starts_at").toInstant(),
                rs.getTimestamp("ends_at").toInstant(),
                List.of((String[]) rs.getArray("persons").getArray()),
                rs.getString("phone"),
                rs.getString("vehicle"));
    }

    private static Swap swap(ResultSet rs, int n) throws SQLException {
        return new Swap(rs.getLong(1), rs.getLong(2), rs.getString(3), rs.getString(4), rs.getString(5));
    }
}
