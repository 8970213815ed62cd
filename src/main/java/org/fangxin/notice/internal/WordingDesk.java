package org.fangxin.notice.internal;

import java.time.InstantSource;
import java.util.List;
import org.fangxin.identity.AuditLog;
import org.fangxin.identity.SignedIn;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.Wording.Text;
import org.fangxin.notice.store.WordingStore;
import org.fangxin.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator's own words in place of the program's, for his agency's subtree; recorded in the audit log. */
@Component
public class WordingDesk {
    private static final int LONGEST_SMS = 350;
    private static final int LONGEST = 5_000;
    private static final int LONGEST_SUBJECT = 100;

    private final WordingStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    WordingDesk(WordingStore store, AuditLog audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param body null to go back to the words that come with the program, or those of an agency above */
    @Transactional
    public void change(
            SignedIn who, String template, NoticeChannel channel, @Nullable String subject, @Nullable String body) {
        if (body == null) {
            store.remove(who.agencyCode(), template, channel);
        } else {
            Text text = checked(channel, subject, body);
            store.put(
                    who.agencyCode(), template, channel, text.subject(), text.body(), who.personId(), clock.instant());
        }
        audit.record("NOTICE_WORDING", template, "channel=" + channel, "agency=" + who.agencyCode());
    }

    /** The words as they may be kept. */
    public static Text checked(NoticeChannel channel, @Nullable String subject, String body) {
        String words = body.strip();
        String head = channel == NoticeChannel.EMAIL && subject != null ? subject.strip() : "";
        int most = channel == NoticeChannel.SMS ? LONGEST_SMS : LONGEST;
        if (words.isEmpty()) {
            throw Problem.invalid("body", "required", "请填写内容。要用回原来的，请点“恢复原来的”。");
        }
        if (words.length() > most) {
            throw Problem.invalid("body", "too-long", "内容最多 " + most + " 字，现在是 " + words.length() + " 字。");
        }
        if (channel == NoticeChannel.EMAIL && (head.isEmpty() || head.length() > LONGEST_SUBJECT)) {
            throw Problem.invalid("subject", "required", "请填写邮件标题，最多 " + LONGEST_SUBJECT + " 字。");
        }
        refuseUnknown("body", words);
        refuseUnknown("subject", head);
        return new Text(head, words);
    }

    private static void refuseUnknown(String field, String words) {
        List<String> unknown = Wording.unknown(words);
        if (!unknown.isEmpty()) {
            throw Problem.invalid(
                    field,
                    "placeholder",
                    "不认识" + String.join("、", unknown) + "。可以用：{"
                            + String.join(
                                    "} {",
                                    Wording.PLACEHOLDERS.stream().sorted().toList()) + "}。");
        }
    }
}
