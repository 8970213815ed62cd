package org.fangxin.casefile.store;

import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.fangxin.casefile.JournalReader;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a reader hear all that stands in the journal, beside the program's own round. */
public final class Hearing {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LEFT = """
            select count(*) from casefile.journal j join casefile.case_file c on c.id = j.case_id
             where c.case_no = ? and (j.xid, j.seq) > (select xid, seq from casefile.reader where name = ?)""";

    private final Readers readers;
    private final JdbcClient owner;
    private final InstantSource clock;

    Hearing(Readers readers, DataSource owner, InstantSource clock) {
        this.readers = readers;
        this.owner = JdbcClient.create(owner);
        this.clock = clock;
    }

    /** In a test's context. */
    public static Hearing in(ApplicationContext context, DataSource owner) {
        return new Hearing(context.getBean(Readers.class), owner, context.getBean(InstantSource.class));
    }

    /** Until every reader has heard every entry of the case. */
    public static void byEverybody(ApplicationContext context, DataSource owner, String caseNo) {
        Hearing hearing = in(context, owner);
        context.getBeansOfType(JournalReader.class).values().forEach(reader -> hearing.all(reader, caseNo));
    }

    /** Until the reader has heard every entry of the case; other transactions may hold it back for a while. */
    public void all(JournalReader reader, String caseNo) {
        var until = clock.instant().plus(PATIENCE);
        readers.step(reader);
        while (owner.sql(LEFT)
                        .params(caseNo, reader.name())
                        .query(Integer.class)
                        .single()
                > 0) {
            if (clock.instant().isAfter(until)) {
                throw new IllegalStateException("The reader does not come to the end");
            }
            Thread.onSpinWait();
            readers.step(reader);
        }
    }
}
