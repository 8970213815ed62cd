package org.fangxin.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.fangxin.casefile.Actor;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.demo.store.Progress;
import org.fangxin.mediation.MediationRooms;
import org.fangxin.mediation.Seat;
import org.fangxin.mediation.Side;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One open online room with something said and a proposal, and the ways in for both sides. */
@Component
class DemoRoom {
    static final String STORY = "mediation-online";

    private final MediationRooms rooms;
    private final Progress progress;
    private final TransactionTemplate transaction;

    DemoRoom(MediationRooms rooms, Progress progress, PlatformTransactionManager transactions) {
        this.rooms = rooms;
        this.progress = progress;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Opens it if it is not open, and makes fresh links: what to write down for visitors. */
    List<String> links(Staff staff) {
        Optional<Progress.Told> told = within(Scope.SYSTEM, () -> progress.story(STORY));
        if (told.isEmpty()) {
            return List.of();
        }
        String caseNo = told.get().caseNo();
        Actor mediator = staff.actor(Account.LIMING);
        return within(staff.scope(Account.LIMING), () -> {
            Seat seat = rooms.mediator(caseNo, mediator).orElseGet(() -> begin(caseNo, mediator));
            return List.of(
                    line("消费者", rooms.invite(seat, Side.COMPLAINANT), told.get()),
                    line("商家", rooms.invite(seat, Side.RESPONDENT), told.get()));
        });
    }

    private Seat begin(String caseNo, Actor mediator) {
        Seat seat = rooms.open(caseNo, mediator, "网购的行李箱轮子开裂，投诉人要求退货退款 368 元。", null);
        Seat consumer = rooms.party(seat, Side.COMPLAINANT);
        Seat merchant = rooms.party(seat, Side.RESPONDENT);
        rooms.say(seat, "双方好，今天在这里调解，请先各自说说情况。");
        rooms.say(consumer, "箱子第一次用轮子就裂了，希望退货退款。");
        rooms.say(merchant, "可以免费换轮子，或者退一部分。");
        rooms.propose(merchant, List.of(Map.of("what", "退还部分货款，箱子归投诉人", "amount", "180.00")));
        return seat;
    }

    private static String line(String who, MediationRooms.Invitation way, Progress.Told told) {
        String code = way.pin() == null ? "查询码 " + told.trackingCode() : "口令 " + way.pin();
        return "%s  %s  %s".formatted(who, way.address(), code);
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        return Objects.requireNonNull(Scopes.within(scope, () -> transaction.execute(status -> work.get())));
    }
}
