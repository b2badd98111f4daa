package org.housecall.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.platform.NoTransaction;
import org.housecall.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The configured mail server, if there is one. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailServer {

    private final @Nullable JavaMailSender sender;
    private final String from;
    private final String domain;

    MailServer(ObjectProvider<JavaMailSender> sender, MailSettings settings, PlatformSettings platform) {
        this.sender = sender.getIfAvailable();
        this.domain = platform.baseUrl().getHost();
        this.from = settings.from() != null ? settings.from() : "housecall@" + domain;
        if (this.sender instanceof JavaMailSenderImpl configured) {
            secure(configured.getJavaMailProperties(), configured.getHost(), settings);
        }
    }

    /** Left alone, JavaMail waits for ever and speaks in the clear. What is configured stays. */
    private static void secure(Properties properties, @Nullable String host, MailSettings settings) {
        String millis = Long.toString(settings.timeout().toMillis());
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.putIfAbsent("mail.smtp." + step, millis);
        }
        boolean onThisMachine = "localhost".equals(host) || "127.0.0.1".equals(host);
        if (!onThisMachine) {
            properties.putIfAbsent("mail.smtp.starttls.enable", "true");
        }
    }

    /** Hands the letter over, or fails with {@link MailNotTaken}. */
    void deliver(UUID id, Mail.Letter letter) {
        NoTransaction.check();
        if (sender == null) {
            throw new MailNotTaken(Mail.Trouble.NO_SERVER);
        }
        try {
            sender.send(message(sender.createMimeMessage(), id, letter));
        } catch (MailException | MessagingException failure) {
            throw new MailNotTaken(trouble(failure));
        }
    }

    private MimeMessage message(MimeMessage message, UUID id, Mail.Letter letter) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        // The same at each attempt, so that a mailbox can tell a repetition after a crash from a second mail.
        message.setHeader("Message-ID", "<" + id + "@" + domain + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Mail.Trouble trouble(Exception failure) {
        return switch (failure) {
            case MailAuthenticationException _ -> Mail.Trouble.SIGN_IN_REFUSED;
            case MailSendException sending when addressRefused(sending) -> Mail.Trouble.ADDRESS_REFUSED;
            case MailSendException sending when sending.getCause() != null -> Mail.Trouble.UNREACHABLE; // no connection
            case jakarta.mail.internet.AddressException _ -> Mail.Trouble.ADDRESS_REFUSED;
            default -> Mail.Trouble.NOT_TAKEN;
        };
    }

    /** Only answers of the 500s count an address as invalid; with those of the 400s it stays valid, unsent. */
    private static boolean addressRefused(MailSendException failure) {
        return Stream.of(failure.getMessageExceptions())
                .anyMatch(it -> it instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
    }
}
