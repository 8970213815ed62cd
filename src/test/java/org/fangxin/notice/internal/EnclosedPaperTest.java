package org.fangxin.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.fangxin.notice.internal.Carrier.Outcome;
import org.fangxin.notice.internal.Carrier.Paper;
import org.fangxin.notice.internal.Carrier.Parcel;
import org.fangxin.notice.internal.NoticeSettings.Email;
import org.fangxin.notice.internal.NoticeSettings.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that a mail tells of is in the mail, byte for byte, and the receipt names its number. */
class EnclosedPaperTest {
    private static final byte[] PDF = "%PDF-1.7 样例".getBytes(StandardCharsets.UTF_8);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theIssuedDocumentIsEnclosed() throws Exception {
        Parcel parcel = new Parcel(UUID.randomUUID(), "one@example.cn", "告知", "已受理。", "accepted", Map.of())
                .with(new Paper("样市监诉受〔2026〕1号", "投诉受理决定书.pdf", PDF));

        Outcome outcome = mailer().carry(parcel);

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Accepted) outcome).proof()).endsWith(" 样市监诉受〔2026〕1号");
        MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("已受理。")
                .contains("样市监诉受〔2026〕1号");
        MimeBodyPart file = (MimeBodyPart) parts.getBodyPart(1);
        assertThat(MimeUtility.decodeText(file.getFileName())).isEqualTo("投诉受理决定书.pdf");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(PDF);
    }

    private Mailer mailer() {
        int port = server.getSmtp().getPort();
        Email email =
                new Email("127.0.0.1", port, "", "", "fangxin@example.cn", Security.NONE, Duration.ofSeconds(20), "");
        return new Mailer(email, true, InstantSource.system());
    }
}
