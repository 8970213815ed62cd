package org.fangxin.casefile.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fangxin.casefile.CaseHistory.Told;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Flag;
import org.fangxin.casefile.Kind;
import org.fangxin.casefile.PartyRole;
import org.fangxin.casefile.RespondentView;
import org.fangxin.casefile.RespondentView.Bought;
import org.fangxin.casefile.RespondentView.Channel;
import org.fangxin.casefile.RespondentView.Contact;
import org.fangxin.casefile.RespondentView.Meeting;
import org.fangxin.casefile.Stage;
import org.fangxin.casefile.entry.Entry;
import org.jspecify.annotations.Nullable;

/** Builds the whitelist (Art. 37, last clause) out of a complaint; what is not asked for here cannot leave. Pure. */
public final class RespondentProjection {
    private static final Pattern TELLING = Pattern.compile("(?<![0-9])1[3-9](?:[\\s-]?[0-9]){9}(?![0-9])"
            + "|(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])|[^\\s@，。；]{1,64}@[^\\s@，。；]{1,63}\\.[A-Za-z]{2,10}");
    private static final String HIDDEN = "（略）";
    private static final List<String> DOUBLE_SURNAMES = List.of(
            "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "司空", "端木", "百里", "南宫",
            "申屠", "独孤");

    /**
     * What the complaint's file holds of what may be shown.
     *
     * @param party name, telephone or address of a party in clear
     * @param files ids of the case's own files
     * @param names display names of mediators by id
     */
    public record Source(
            CaseState state,
            List<Told> told,
            String content,
            List<String> demands,
            @Nullable BigDecimal amount,
            @Nullable String goods,
            Function<String, Named> party,
            List<String> files,
            Map<String, String> names) {}

    /** A complainant in clear. */
    public record Named(
            String name, @Nullable String phone, @Nullable String address) {}

    private RespondentProjection() {}

    /** Whether there can be a view now: whose mediators need names, and whose parties must be opened for it. */
    public static boolean possible(CaseState state, List<Told> told) {
        return state.kind() == Kind.COMPLAINT && (byConsent(state) || accepted(state) && clearance(told) != null);
    }

    public static Optional<RespondentView> of(Source source) {
        CaseState state = source.state();
        if (!possible(state, source.told())) {
            return Optional.empty();
        }
        return Optional.of(byConsent(state) ? greenChannel(source) : cleared(source, clearance(source.told())));
    }

    /** Ids of the mediators of the session that is shown. */
    public static List<String> mediators(List<Told> told) {
        return session(told).map(Session::mediators).orElse(List.of());
    }

    /** The consumer agreed that this one merchant talks with him before any agency has it (Art. 6). */
    private static boolean byConsent(CaseState state) {
        boolean green = state.stage() == Stage.GREEN_CHANNEL || state.stage() == Stage.SETTLED_GREEN;
        return green && state.complaint().green().member() != null;
    }

    private static boolean accepted(CaseState state) {
        return state.complaint().course().acceptedAt() != null;
    }

    private static @Nullable Told clearance(List<Told> told) {
        return last(told, Entry.RespondentCleared.class).orElse(null);
    }

    private static RespondentView greenChannel(Source source) {
        Named one = complainants(source).findFirst().orElse(new Named("", null, null));
        return new RespondentView(
                source.state().caseNo(),
                names(source, false),
                new Bought(source.goods(), null, null, null, source.amount()),
                TELLING.matcher(source.content()).replaceAll(HIDDEN),
                source.demands(),
                List.of(),
                new Contact(Channel.OWN_PHONE, one.phone()),
                null,
                null);
    }

    private static RespondentView cleared(Source source, @Nullable Told clearance) {
        Told told = java.util.Objects.requireNonNull(clearance);
        Entry.RespondentCleared entry =
                (Entry.RespondentCleared) told.recorded().entry();
        Map<String, String> texts = told.texts();
        return new RespondentView(
                source.state().caseNo(),
                names(source, entry.nameShown().equals("FULL")),
                new Bought(
                        texts.getOrDefault("goods", source.goods()),
                        texts.get("orderNo"),
                        entry.purchasedOn(),
                        texts.get("place"),
                        source.amount()),
                texts.getOrDefault("dispute", ""),
                source.demands(),
                entry.files().stream().filter(source.files()::contains).toList(),
                contact(source, Channel.valueOf(entry.contact()), texts.get("contactText")),
                meeting(source),
                told.recorded().recordedAt());
    }

    private static Contact contact(Source source, Channel channel, @Nullable String given) {
        Optional<Named> one = complainants(source).findFirst();
        return new Contact(
                channel,
                switch (channel) {
                    case AGENCY, RELAY -> given;
                    case OWN_PHONE -> one.map(Named::phone).orElse(null);
                    case OWN_ADDRESS -> one.map(Named::address).orElse(null);
                });
    }

    private static @Nullable Meeting meeting(Source source) {
        return session(source.told())
                .map(session -> {
                    List<String> mediators = session.mediators().stream()
                            .map(id -> source.names().getOrDefault(id, ""))
                            .filter(name -> !name.isEmpty())
                            .toList();
                    return new Meeting(session.at(), session.mode(), session.place(), mediators);
                })
                .orElse(null);
    }

    private record Session(
            Instant at,
            String mode,
            List<String> mediators,
            @Nullable String place) {}

    /** The session called last: a moved one at its new time, and where it was to be unless the place was moved too. */
    private static Optional<Session> session(List<Told> told) {
        Session found = null;
        for (Told one : told) {
            String place = one.texts().get("place");
            switch (one.recorded().entry()) {
                case Entry.MediationScheduled to -> found = new Session(to.at(), to.mode(), to.mediators(), place);
                case Entry.MediationRescheduled to -> {
                    String before = found == null ? null : found.place();
                    found = new Session(to.at(), to.mode(), to.mediators(), place == null ? before : place);
                }
                default -> {}
            }
        }
        return Optional.ofNullable(found);
    }

    /** Of a joint complaint the representatives, or everybody where none are elected (Art. 12). */
    private static Stream<Named> complainants(Source source) {
        CaseState state = source.state();
        List<String> elected = state.complaint().joint().representatives();
        List<String> ids =
                state.is(Flag.JOINT) && !elected.isEmpty() ? elected : state.partiesWith(PartyRole.COMPLAINANT);
        return ids.stream().map(source.party());
    }

    private static String names(Source source, boolean full) {
        return complainants(source)
                .map(one -> full ? one.name() : surname(one.name()))
                .collect(Collectors.joining("、"));
    }

    /** 张三 becomes 张某. */
    static String surname(String name) {
        String plain = name.strip();
        boolean twice = plain.length() > 2 && DOUBLE_SURNAMES.stream().anyMatch(plain::startsWith);
        return plain.isEmpty() ? "投诉人" : plain.substring(0, plain.offsetByCodePoints(0, twice ? 2 : 1)) + "某";
    }

    private static Optional<Told> last(List<Told> told, Class<? extends Entry> type) {
        return told.stream()
                .filter(one -> type.isInstance(one.recorded().entry()))
                .reduce((first, second) -> second);
    }
}
