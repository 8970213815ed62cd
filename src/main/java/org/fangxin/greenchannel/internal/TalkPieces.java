package org.fangxin.greenchannel.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.fangxin.casefile.CaseState;
import org.fangxin.casefile.DossierPart;
import org.fangxin.casefile.Fields;
import org.fangxin.casefile.PartyRole;
import org.fangxin.greenchannel.Line;
import org.fangxin.greenchannel.Talk;
import org.fangxin.greenchannel.Talks;
import org.springframework.stereotype.Component;

/** What passed between consumer and merchant before the agency had it (Art. 6), for the archive: both may read it. */
@Component
class TalkPieces implements DossierPart {
    private static final int ORDER = 350;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Fields.ZONE);

    private final Talks talks;

    TalkPieces(Talks talks) {
        this.talks = talks;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public List<Piece> pieces(CaseState state) {
        return talks.of(state.caseNo()).stream()
                .map(talk -> DossierPart.words(
                        "green-channel",
                        "绿色通道协商记录",
                        last(talk),
                        Set.of(PartyRole.COMPLAINANT, PartyRole.RESPONDENT),
                        words(talk)))
                .toList();
    }

    private static Instant last(Talk talk) {
        return talk.lines().isEmpty() ? talk.routedAt() : talk.lines().getLast().at();
    }

    static String words(Talk talk) {
        String head = "商家：" + talk.memberName() + "\n转给商家：" + MINUTE.format(talk.routedAt()) + "\n";
        return head + talk.lines().stream().map(TalkPieces::line).collect(Collectors.joining("\n"));
    }

    private static String line(Line line) {
        String who = line.author() == Line.Author.CONSUMER ? "消费者" : "商家";
        return line.no() + ". " + MINUTE.format(line.at()) + " " + who + kind(line)
                + (line.words().text().isBlank() ? "" : "：" + line.words().text())
                + (line.files().isEmpty() ? "" : "（附件" + line.files().size() + "个）");
    }

    private static String kind(Line line) {
        return switch (line.kind()) {
            case MESSAGE -> "";
            case PROPOSAL -> "提出方案" + offer(line.words().proposal());
            case ACCEPTED -> "接受第" + Objects.requireNonNullElse(line.words().accepts(), 0) + "条方案";
            case DECLINED -> "表示不能解决";
            case ESCALATED -> "要求转市场监管部门";
        };
    }

    private static String offer(Line.@org.jspecify.annotations.Nullable Proposal proposal) {
        if (proposal == null) {
            return "";
        }
        BigDecimal amount = proposal.amount();
        LocalDate by = proposal.by();
        return "（" + proposal.remedy().chinese() + (amount == null ? "" : amount.toPlainString() + "元")
                + (by == null ? "" : "，" + by + "前") + "）";
    }
}
