package org.fangxin.notice.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.Contacts;
import org.fangxin.casefile.Contacts.Means;
import org.fangxin.casefile.PartyRole;
import org.fangxin.intake.ReporterContacts;
import org.fangxin.law.Settings;
import org.fangxin.notice.NoticeChannel;
import org.springframework.stereotype.Component;

/**
 * By which channels a message goes: shown on the person's own page, and by the first channel of the agency's order that
 * is working and that the person left a contact for. What is owed and cannot be sent is brought by hand; a courtesy is not.
 */
@Component
class Routes {
    private final Contacts contacts;
    private final ReporterContacts reporters;
    private final Settings settings;
    private final Carriers carriers;

    Routes(Contacts contacts, ReporterContacts reporters, Settings settings, Carriers carriers) {
        this.contacts = contacts;
        this.reporters = reporters;
        this.settings = settings;
        this.carriers = carriers;
    }

    List<NoticeChannel> channels(CaseState state, Draft draft) {
        List<NoticeChannel> channels = new ArrayList<>();
        if (hasPage(draft.role())) {
            channels.add(NoticeChannel.IN_APP);
        }
        main(state, draft).ifPresent(channels::add);
        return channels;
    }

    private Optional<NoticeChannel> main(CaseState state, Draft draft) {
        Set<Means> means = means(state, draft);
        Optional<NoticeChannel> found = order(state).stream()
                .filter(channel -> reaches(channel, means))
                .filter(channel -> channel.sent() ? carriers.working(channel) : draft.owed())
                .findFirst();
        return found.isEmpty() && draft.owed() ? Optional.of(NoticeChannel.PHONE) : found;
    }

    private List<NoticeChannel> order(CaseState state) {
        List<NoticeChannel> order = new ArrayList<>();
        if (state.channel().equals("LETTER")) {
            // who wrote a letter is answered by letter
            order.add(NoticeChannel.LETTER);
        }
        String chosen = settings.value("notice.order", state.agency());
        Arrays.stream(chosen.split("_")).map(NoticeChannel::valueOf).forEach(order::add);
        return order;
    }

    /**
     * A reporter is reached by the telephone that he left, and by nothing else (procedures §5); somebody rings him up to
     * whom the keeper opened the number. The program sends nothing to him: it cannot open it.
     */
    private Set<Means> means(CaseState state, Draft draft) {
        if (draft.role() != PartyRole.REPORTER) {
            return contacts.means(state.caseNo(), draft.addressee());
        }
        return reporters.leftTelephone(state.caseNo()) ? EnumSet.of(Means.PHONE) : EnumSet.noneOf(Means.class);
    }

    private static boolean reaches(NoticeChannel channel, Set<Means> means) {
        return switch (channel) {
            case IN_APP -> false;
            case SMS -> means.contains(Means.MOBILE);
            case EMAIL -> means.contains(Means.EMAIL);
            case PHONE -> means.contains(Means.PHONE);
            case LETTER -> means.contains(Means.ADDRESS);
        };
    }

    /** Who submitted has a page of his own; a merchant has not. */
    private static boolean hasPage(PartyRole role) {
        return role == PartyRole.COMPLAINANT || role == PartyRole.ASKER || role == PartyRole.REPORTER;
    }
}
