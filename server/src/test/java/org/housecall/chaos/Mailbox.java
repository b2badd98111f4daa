package org.housecall.chaos;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.housecall.JavaProcess;

/** The mail server of the run, which keeps all it gets. */
final class Mailbox implements AutoCloseable {

    /** A mail as it came. */
    record Letter(String to, String subject, Instant sent, String text) {}

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, InetAddress.getLoopbackAddress().getHostAddress(), "smtp"));

    Mailbox() {
        mail.start();
    }

    int port() {
        return mail.getSmtp().getPort();
    }

    List<Letter> letters() {
        return Arrays.stream(mail.getReceivedMessages()).map(Mailbox::read).toList();
    }

    /** The token in the link to a page that somebody was mailed, as soon as it comes. */
    String token(String to, String page) {
        Pattern link = Pattern.compile(page + "\\?token=([\\w-]+)");
        JavaProcess.await(() -> tokens(to, link).findAny().isPresent());
        return tokens(to, link).findAny().orElseThrow();
    }

    private Stream<String> tokens(String to, Pattern link) {
        return letters().stream()
                .filter(letter -> letter.to().equals(to))
                .map(letter -> link.matcher(letter.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private static Letter read(MimeMessage message) {
        try {
            return new Letter(
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    message.getSentDate().toInstant(),
                    text(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return switch (part.getContent()) {
            case String text -> text;
            case Multipart parts -> {
                StringBuilder all = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    all.append(text(parts.getBodyPart(i))).append('\n');
                }
                yield all.toString();
            }
            case InputStream bytes -> new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            case Object other -> other.toString();
        };
    }

    @Override
    public void close() {
        mail.stop();
    }
}
