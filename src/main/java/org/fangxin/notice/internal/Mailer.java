package org.fangxin.notice.internal;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.fangxin.notice.NoticeChannel;
import org.fangxin.notice.internal.NoticeSettings.Email;
import org.fangxin.notice.internal.NoticeSettings.Security;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends mail by SMTP. Each message keeps its Message-ID however often it is tried, so that a mail sent twice around a crash
 * is one mail to whoever reads it. The proof is the server's queue number.
 */
@Component
class Mailer implements Carrier {
    private static final Pattern QUEUED = Pattern.compile("(?i)queued as\\s+([A-Za-z0-9._-]{1,64})");
    private static final int PERMANENT = 500;

    private final Email settings;
    private final boolean demo;
    private final InstantSource clock;

    @Autowired
    Mailer(NoticeSettings settings, @Value("${fangxin.demo:false}") boolean demo, InstantSource clock) {
        this(settings.email(), demo, clock);
    }

    Mailer(Email settings, boolean demo, InstantSource clock) {
        this.settings = settings;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public NoticeChannel channel() {
        return NoticeChannel.EMAIL;
    }

    @Override
    public Optional<String> off() {
        String host = settings.host();
        if (host == null || host.isBlank()) {
            return Optional.of("没有配置邮件服务器（fangxin.notice.email.host）。");
        }
        return NoticeConfiguration.demoRefuses(demo, host);
    }

    @Override
    public Outcome carry(Parcel parcel) {
        Session session = Session.getInstance(properties());
        try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
            MimeMessage message = message(session, parcel);
            // without an account neither is given, or the library would sign in under this machine's user
            boolean account = !settings.username().isEmpty();
            transport.connect(
                    settings.host(),
                    settings.port(),
                    account ? settings.username() : null,
                    account ? settings.password() : null);
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Accepted(proof(transport.getLastServerResponse(), parcel));
        } catch (AddressException e) {
            return new Outcome.Refused("BAD_ADDRESS");
        } catch (AuthenticationFailedException e) {
            return new Outcome.Trouble("SMTP_LOGIN", false);
        } catch (SMTPSendFailedException e) {
            return answer(e.getReturnCode());
        } catch (SendFailedException e) {
            return rejected(e);
        } catch (MessagingException e) {
            // the server may have taken it before the line broke
            return new Outcome.Trouble("SMTP_" + e.getClass().getSimpleName(), true);
        }
    }

    /** One recipient was refused; the server says whether for good. Its words hold the address and are not kept. */
    private static Outcome rejected(SendFailedException failed) {
        for (Exception next = failed.getNextException(); next != null; ) {
            if (next instanceof SMTPAddressFailedException address) {
                return answer(address.getReturnCode());
            }
            if (next instanceof SMTPSendFailedException sending) {
                return answer(sending.getReturnCode());
            }
            next = next instanceof MessagingException more ? more.getNextException() : null;
        }
        return new Outcome.Trouble("SMTP_REJECTED", false);
    }

    private static Outcome answer(int code) {
        return code >= PERMANENT ? new Outcome.Refused("SMTP_" + code) : new Outcome.Trouble("SMTP_" + code, code <= 0);
    }

    private static String proof(String answer, Parcel parcel) {
        Matcher queued = QUEUED.matcher(answer == null ? "" : answer);
        String number = queued.find() ? queued.group(1) : parcel.messageId().toString();
        Paper paper = parcel.paper();
        return paper == null ? number : number + " " + paper.number();
    }

    private MimeMessage message(Session session, Parcel parcel) throws MessagingException {
        String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + parcel.messageId() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(parcel.to(), true));
        message.setSubject(parcel.subject(), StandardCharsets.UTF_8.name());
        content(message, parcel);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    private static void content(MimeMessage message, Parcel parcel) throws MessagingException {
        Paper paper = parcel.paper();
        if (paper == null) {
            message.setText(parcel.body(), StandardCharsets.UTF_8.name());
            return;
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setText(parcel.body() + "\n附：" + paper.number(), StandardCharsets.UTF_8.name());
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(paper.pdf(), "application/pdf")));
        file.setFileName(encoded(paper.fileName()));
        message.setContent(new MimeMultipart(words, file));
    }

    private static String encoded(String fileName) throws MessagingException {
        try {
            return MimeUtility.encodeText(fileName, StandardCharsets.UTF_8.name(), "B");
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        String timeout = String.valueOf(settings.timeout().toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(!settings.username().isEmpty()));
        boolean startTls = settings.security() == Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.security() == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
