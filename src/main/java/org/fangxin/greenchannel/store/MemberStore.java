package org.fangxin.greenchannel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.cipher.Ciphers;
import org.fangxin.cipher.Place;
import org.fangxin.greenchannel.Member;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Members, within the transaction's scope. */
@Repository
public class MemberStore {
    private static final String COLUMNS = """
            select m.member_id, m.agency_code, m.region_code, m.name, m.aliases, m.uscc, m.address, m.contact, m.days,
                   m.state, m.joined_on, m.left_on, m.version
              from greenchannel.member m
            """;
    private static final char BETWEEN = '\n';

    private final JdbcClient jdbc;
    private final Ciphers ciphers;

    MemberStore(JdbcClient jdbc, Ciphers ciphers) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
    }

    public Optional<Member> find(String memberId) {
        return jdbc.sql(COLUMNS + " where m.member_id = ?")
                .param(memberId)
                .query(this::member)
                .optional();
    }

    /** Those in any state, joined ones first, whose name, alias or code holds the words. */
    public List<Member> search(String words, int limit) {
        return jdbc.sql(COLUMNS + """
                 where ? = '' or position(? in m.name) > 0 or position(? in m.uscc) > 0
                    or position(? in array_to_string(m.aliases, ' ')) > 0
                 order by m.state, m.name, m.member_id limit ?""")
                .params(words, words, words, words, limit)
                .query(this::member)
                .list();
    }

    /** Joined ones with this code. */
    public List<Member> joinedByUscc(String uscc) {
        return jdbc.sql(COLUMNS + " where m.uscc = ? and m.state = 'JOINED' order by m.member_id")
                .param(uscc)
                .query(this::member)
                .list();
    }

    /** Joined ones of a county that are called so. */
    public List<Member> joinedByName(String key, String county) {
        return jdbc.sql(COLUMNS + """
                 join greenchannel.member_name n using (member_id)
                 where n.key = ? and m.state = 'JOINED' and left(m.region_code, 6) = ? order by m.member_id""").params(key, county).query(this::member).list();
    }

    public void insert(Member m, Set<String> keys, Instant now, String by) {
        jdbc.sql("""
                        insert into greenchannel.member (member_id, agency_code, region_code, name, aliases, uscc, address,
                            contact, days, state, joined_on, left_on, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        m.memberId(),
                        m.agencyCode(),
                        m.regionCode(),
                        m.name(),
                        m.aliases().toArray(String[]::new),
                        m.uscc(),
                        m.address(),
                        seal(m),
                        m.days(),
                        m.state().name(),
                        m.joinedOn(),
                        m.leftOn(),
                        Timestamp.from(now),
                        by))
                .update();
        name(m.memberId(), keys);
    }

    /** False when somebody else changed it since {@code m.version()}. */
    public boolean update(Member m, Set<String> keys, Instant now, String by) {
        int changed = jdbc.sql("""
                        update greenchannel.member
                           set region_code = ?, name = ?, aliases = ?, address = ?, contact = ?, days = ?, state = ?,
                               joined_on = ?, left_on = ?, version = version + 1, changed_at = ?, changed_by = ?
                         where member_id = ? and version = ?""")
                .params(Arrays.asList(
                        m.regionCode(),
                        m.name(),
                        m.aliases().toArray(String[]::new),
                        m.address(),
                        seal(m),
                        m.days(),
                        m.state().name(),
                        m.joinedOn(),
                        m.leftOn(),
                        Timestamp.from(now),
                        by,
                        m.memberId(),
                        m.version()))
                .update();
        if (changed == 1) {
            jdbc.sql("delete from greenchannel.member_name where member_id = ?")
                    .param(m.memberId())
                    .update();
            name(m.memberId(), keys);
        }
        return changed == 1;
    }

    private void name(String memberId, Set<String> keys) {
        keys.forEach(key -> jdbc.sql("insert into greenchannel.member_name (member_id, key) values (?, ?)")
                .params(memberId, key)
                .update());
    }

    private byte @Nullable [] seal(Member m) {
        Member.Contact contact = m.contact();
        return contact == null
                ? null
                : ciphers.party().encrypt(contact.name() + BETWEEN + contact.phone(), place(m.memberId()));
    }

    private Member.@Nullable Contact open(String memberId, byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        String plain = ciphers.party().decrypt(sealed, place(memberId));
        int at = plain.indexOf(BETWEEN);
        return new Member.Contact(plain.substring(0, at), plain.substring(at + 1));
    }

    private static Place place(String memberId) {
        return new Place("greenchannel.member", "contact", memberId);
    }

    private Member member(ResultSet row, int number) throws SQLException {
        String id = row.getString("member_id");
        return new Member(
                id,
                row.getString("agency_code"),
                row.getString("region_code"),
                row.getString("name"),
                List.of((String[]) row.getArray("aliases").getArray()),
                row.getString("uscc"),
                row.getString("address"),
                open(id, row.getBytes("contact")),
                row.getObject("days", Integer.class),
                Member.State.valueOf(row.getString("state")),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("left_on", LocalDate.class),
                row.getLong("version"));
    }
}
