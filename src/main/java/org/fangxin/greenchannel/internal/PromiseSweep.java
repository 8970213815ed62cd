package org.fangxin.greenchannel.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fangxin.casefile.Act;
import org.fangxin.casefile.Actor;
import org.fangxin.casefile.CaseFiles;
import org.fangxin.casefile.Fields;
import org.fangxin.greenchannel.store.ItemStore;
import org.fangxin.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Hands over to the agency what was not settled by the last day of the merchant's promise. Each complaint is one
 * transaction that locks its row, so several instances share the work and none is handed over twice; the gate has the last
 * word on the day.
 */
@Component
class PromiseSweep {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseSweep.class);
    private static final int BATCH = 200;

    private final Own own;
    private final ItemStore items;
    private final ItemBook book;
    private final CaseFiles cases;
    private final InstantSource clock;
    private final boolean command;

    PromiseSweep(
            Own own,
            ItemStore items,
            ItemBook book,
            CaseFiles cases,
            InstantSource clock,
            @Value("${fangxin.command:}") String command) {
        this.own = own;
        this.items = items;
        this.book = book;
        this.cases = cases;
        this.clock = clock;
        this.command = !command.isEmpty();
    }

    @Scheduled(
            fixedDelayString = "${fangxin.green-channel.every-ms:60000}",
            initialDelayString = "${fangxin.green-channel.first-after-ms:20000}")
    void regularly() {
        if (command) {
            return;
        }
        try {
            sweep();
        } catch (DataAccessException gone) {
            LOG.warn(
                    "Promises of merchants are looked at again later: {}",
                    gone.getClass().getSimpleName());
        }
    }

    /** How many were handed over. */
    int sweep() {
        LocalDate today = clock.instant().atZone(Fields.ZONE).toLocalDate();
        List<String> late = own.program(() -> items.dueBefore(today, BATCH));
        return (int) late.stream().filter(this::handOver).count();
    }

    private boolean handOver(String caseNo) {
        try {
            return own.program(() -> {
                if (!items.claimOpen(caseNo)) {
                    return false;
                }
                cases.act(caseNo, Act.ESCALATE, Actor.SYSTEM, null, Map.of(), null);
                book.look(caseNo);
                return true;
            });
        } catch (Problem refused) {
            LOG.info("{} is not handed over: {}", caseNo, refused.type());
            own.program(() -> {
                book.look(caseNo);
                return true;
            });
            return false;
        }
    }
}
