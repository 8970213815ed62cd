package org.fangxin.notice.internal;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fangxin.database.Scope;
import org.fangxin.database.Scopes;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.NoticeSettings.Email;
import org.fangxin.notice.store.OutboxStore;
import org.fangxin.notice.store.ReceiptStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes mails that came back (RFC 3464), found by our own Message-ID among what they quote. Only a failure for good counts:
 * a mail that is merely late is still on its way. Unknown ids change nothing; repeats neither.
 */
@Component
public class MailReports {
    private static final int LONGEST = 500_000;
    private static final int DEEPEST = 5;
    private static final Pattern FAILED = Pattern.compile("(?im)^(?:Action:\\s*failed|Status:\\s*5\\.[0-9])");

    private final String token;
    private final Pattern ours;
    private final ReceiptStore receipts;
    private final OutboxStore outbox;
    private final Settlement settlement;
    private final TransactionTemplate transaction;

    @Autowired
    MailReports(
            NoticeSettings settings,
            ReceiptStore receipts,
            OutboxStore outbox,
            Settlement settlement,
            TransactionTemplate transaction) {
        this(settings.email(), receipts, outbox, settlement, transaction);
    }

    MailReports(
            Email email,
            ReceiptStore receipts,
            OutboxStore outbox,
            Settlement settlement,
            TransactionTemplate transaction) {
        String from = email.from();
        this.token = email.reportToken();
        this.receipts = receipts;
        this.ours = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@"
                + Pattern.quote(from.substring(from.indexOf('@') + 1)) + ">");
        this.outbox = outbox;
        this.settlement = settlement;
        this.transaction = transaction;
    }

    /** @throws org.fangxin.problem.Problem 404 without the token: the way in does not exist for others */
    public void take(@Nullable String shown, byte[] mail) {
        DeliveryReports.requireToken(token, shown);
        String text = text(mail.length > LONGEST ? java.util.Arrays.copyOf(mail, LONGEST) : mail);
        if (FAILED.matcher(text).find()) {
            Scopes.within(
                    Scope.SYSTEM,
                    () -> transaction.executeWithoutResult(status -> ids(text).forEach(this::bounced)));
        }
    }

    private void bounced(UUID messageId) {
        receipts.ofMessage(messageId)
                .flatMap(outbox::hold)
                .filter(row -> row.channel() == NoticeChannel.EMAIL)
                .ifPresent(row -> settlement.bounced(row, null, "BOUNCED"));
    }

    private Set<UUID> ids(String text) {
        Set<UUID> found = new LinkedHashSet<>();
        Matcher matcher = ours.matcher(text);
        while (matcher.find()) {
            found.add(UUID.fromString(matcher.group(1)));
        }
        return found;
    }

    /** All that can be read of it: as it stands, and its parts decoded. */
    private static String text(byte[] mail) {
        StringBuilder text = new StringBuilder(new String(mail, StandardCharsets.UTF_8));
        try {
            add(new MimeMessage(null, new ByteArrayInputStream(mail)), text, 0);
        } catch (MessagingException | IOException unreadable) {
            // what could be read is enough, or nothing of ours is in it
            text.append('\n');
        }
        return text.toString();
    }

    private static void add(Part part, StringBuilder text, int depth) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts && depth < DEEPEST) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                add(one, text, depth + 1);
            }
        } else {
            text.append('\n').append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
