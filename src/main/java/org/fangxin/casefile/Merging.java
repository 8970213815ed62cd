package org.fangxin.casefile;

import static org.fangxin.casefile.Matter.CLOCKS;
import static org.fangxin.casefile.Matter.COURSE;
import static org.fangxin.casefile.Matter.FACTS;
import static org.fangxin.casefile.Matter.FIELD;
import static org.fangxin.casefile.Matter.HOLDER;
import static org.fangxin.casefile.Matter.LINKS;
import static org.fangxin.casefile.Matter.MATERIAL;
import static org.fangxin.casefile.Matter.NOTICES;
import static org.fangxin.casefile.Matter.PARTIES;
import static org.fangxin.casefile.Matter.STAFF;
import static org.fangxin.casefile.Matter.STAGE;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.entry.Entry;

/**
 * Whether an act that was written on an earlier version of a case may go on the newest one without its writer looking again.
 * Pure. Three things must hold: nothing that came in between touches what the act depends on; none of it is what the act
 * itself would record; and the act comes to the very same entries on both versions. When in doubt it may not.
 */
public final class Merging {
    /** What somebody saw or did out there, and stays true whatever the file says meanwhile. */
    private static final Set<Act> OBSERVED = EnumSet.of(
            Act.DISPATCH,
            Act.RECORD_ARRIVAL,
            Act.RECORD_DEPARTURE,
            Act.RECORD_CONTACT,
            Act.GIVE_FEEDBACK,
            Act.RECORD_SITE,
            Act.RECORD_QUESTIONING,
            Act.RECORD_OFFSHELF,
            Act.LIST_EVIDENCE,
            Act.SUPPLY_MATERIAL,
            Act.RECEIVE_IN_MEDIATION,
            Act.FOLLOW_UP);

    /** Acts about a date. */
    private static final Set<Act> TIMED =
            EnumSet.of(Act.PAUSE, Act.RESUME, Act.EXTEND, Act.EXTEND_DECISION, Act.SUSPEND_CASE, Act.RESUME_CASE);

    private Merging() {}

    /**
     * @param since what came in between, as far as the writer may see it
     * @param changed what all of it touched, see {@link #touched}
     * @param then what the act comes to on the version its writer saw
     * @param now what it comes to on the newest one
     */
    public static boolean mergeable(
            Act act, Collection<Entry> since, Set<Matter> changed, Decision then, Decision now) {
        if (!(then instanceof Decision.Taken before) || !(now instanceof Decision.Taken after)) {
            return false;
        }
        Set<Class<?>> recorded = after.entries().stream().map(Object::getClass).collect(Collectors.toSet());
        return Collections.disjoint(changed, dependsOn(act))
                && since.stream().noneMatch(entry -> recorded.contains(entry.getClass()))
                && before.entries().equals(after.entries())
                && before.opens().equals(after.opens())
                && before.elsewhere().equals(after.elsewhere());
    }

    /** What the writer of an act has looked at to write it. An act that is not named here has looked at everything. */
    public static Set<Matter> dependsOn(Act act) {
        if (OBSERVED.contains(act)) {
            return EnumSet.of(STAGE, HOLDER, PARTIES);
        }
        if (act == Act.RECORD_NOTICE) {
            return EnumSet.of(STAGE, HOLDER, PARTIES, NOTICES);
        }
        if (act == Act.ASSIGN) {
            return EnumSet.of(STAGE, HOLDER, STAFF);
        }
        EnumSet<Matter> judged = EnumSet.complementOf(EnumSet.of(STAFF, NOTICES, CLOCKS));
        if (TIMED.contains(act)) {
            judged.add(CLOCKS);
        }
        return judged;
    }

    /** What an entry touched: all that differs between the states around it, and what is kept beside the state. */
    public static Set<Matter> touched(CaseState before, Entry entry, CaseState after) {
        EnumSet<Matter> touched = EnumSet.noneOf(Matter.class);
        add(touched, STAGE, before.stage() != after.stage() || before.kind() != after.kind());
        add(touched, HOLDER, !holder(before).equals(holder(after)));
        add(touched, PARTIES, !before.parties().equals(after.parties()) || before.numbered() != after.numbered());
        add(touched, STAFF, !staff(before).equals(staff(after)));
        add(
                touched,
                COURSE,
                !before.complaint().equals(after.complaint())
                        || !before.report().equals(after.report()));
        add(touched, COURSE, !Objects.equals(before.closedAt(), after.closedAt()));
        add(touched, CLOCKS, !before.clocks().equals(after.clocks()));
        add(touched, NOTICES, !before.duties().equals(after.duties()));
        add(
                touched,
                LINKS,
                !before.related().equals(after.related()) || !before.flags().equals(after.flags()));
        Set<Matter> beside = beside(entry);
        touched.addAll(beside);
        // an entry of which nothing is known may mean anything
        add(touched, COURSE, touched.isEmpty());
        return touched;
    }

    /** Of entries whose words lie beside the state. */
    private static Set<Matter> beside(Entry entry) {
        return switch (entry) {
            case Entry.MaterialRequested _ -> EnumSet.of(MATERIAL);
            case Entry.MaterialSupplied _ -> EnumSet.of(MATERIAL);
            case Entry.MediationMaterialReceived _ -> EnumSet.of(MATERIAL);
            case Entry.IdentityChecked _ -> EnumSet.of(MATERIAL);
            case Entry.EvidenceListed _ -> EnumSet.of(MATERIAL);
            case Entry.SiteInspected _ -> EnumSet.of(MATERIAL, FIELD);
            case Entry.Questioned _ -> EnumSet.of(MATERIAL);
            case Entry.Corrected _ -> EnumSet.of(FACTS);
            case Entry.DemandsChanged _ -> EnumSet.of(FACTS);
            case Entry.NoticeRecorded _ -> EnumSet.of(NOTICES);
            case Entry.NoticeFailed _ -> EnumSet.of(NOTICES);
            case Entry.DocumentIssued _ -> EnumSet.of(NOTICES);
            case Entry.Assigned _ -> EnumSet.of(STAFF);
            case Entry.OfField _ -> EnumSet.of(FIELD);
            default -> EnumSet.noneOf(Matter.class);
        };
    }

    private static List<Object> holder(CaseState s) {
        return java.util.Arrays.asList(s.agency(), s.distributedBy(), s.confirmed(), s.returns(), s.holding());
    }

    private static List<Object> staff(CaseState s) {
        return List.of(s.handlers(), s.mediators(), s.recused());
    }

    private static void add(EnumSet<Matter> touched, Matter matter, boolean so) {
        if (so) {
            touched.add(matter);
        }
    }
}
