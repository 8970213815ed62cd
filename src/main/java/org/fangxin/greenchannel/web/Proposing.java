package org.fangxin.greenchannel.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.fangxin.greenchannel.Line;
import org.fangxin.greenchannel.internal.Conversation.Said;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A merchant's offer: what it will do, how many yuan, until when; amount and date as typed. */
@Schema(name = "GreenProposing")
record Proposing(
        @Nullable String remedy,
        @Nullable String amount,
        @Nullable String by,
        @Nullable String text,
        @Nullable List<@Nullable String> attachments,
        @Nullable String clientKey) {
    private static final BigDecimal MOST = new BigDecimal("99999999.99");

    Said said() {
        return new Saying(text, attachments, clientKey).said();
    }

    Line.Proposal proposal(LocalDate today) {
        return new Line.Proposal(remedyCode(), yuan(), until(today));
    }

    private Line.Remedy remedyCode() {
        for (Line.Remedy one : Line.Remedy.values()) {
            if (one.name().equals(remedy)) {
                return one;
            }
        }
        throw Problem.invalid("remedy", "required", "请选怎么解决：退款、换货、修理、重做、退货、赔偿或其他。");
    }

    private @Nullable BigDecimal yuan() {
        if (amount == null || amount.isBlank()) {
            return null;
        }
        try {
            BigDecimal typed = new BigDecimal(amount.strip().replace(",", "")).stripTrailingZeros();
            if (typed.signum() >= 0 && typed.scale() <= 2 && typed.compareTo(MOST) <= 0) {
                return typed.setScale(2);
            }
        } catch (NumberFormatException unreadable) {
            throw wrongAmount();
        }
        throw wrongAmount();
    }

    private static Problem wrongAmount() {
        return Problem.invalid("amount", "format", "“金额”填数字，不能小于 0，比如 198 或 198.50，最多两位小数。");
    }

    private @Nullable LocalDate until(LocalDate today) {
        if (by == null || by.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(by.strip());
            if (!day.isBefore(today) && day.isBefore(today.plusYears(2))) {
                return day;
            }
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("by", "date", "“哪天前办好”看不懂。请写成 2026-05-06。");
        }
        throw Problem.invalid("by", "range", "“哪天前办好”要是今天或者以后、两年以内的一天。");
    }
}
