package org.housecalldemo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes every mail of the clinic, whoever it is for, and shows them on a page. */
final class Mailbox implements AutoCloseable {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CSP =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final GreenMail smtp = new GreenMail(new ServerSetup(0, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    private final Template page = Mustache.compiler().compile(resource("mailbox.mustache"));
    private final ZoneId zone;
    private final Javalin web;

    private Mailbox(ZoneId zone) {
        this.zone = zone;
        this.web = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.routes.before(Mailbox::refuseForeignNames);
            config.routes.get("/", this::show);
            asset(config, "mailbox.css", "text/css");
            asset(config, "mailbox.js", "text/javascript");
        });
    }

    private static void asset(JavalinConfig config, String name, String type) {
        String text = resource(name);
        config.routes.get("/" + name, context -> context.contentType(type).result(text));
    }

    static Mailbox start(int port, ZoneId zone) {
        Mailbox mailbox = new Mailbox(zone);
        mailbox.smtp.start();
        mailbox.web.start(Ports.LOOPBACK, port);
        return mailbox;
    }

    int smtpPort() {
        return smtp.getSmtp().getPort();
    }

    String address() {
        return "http://localhost:" + web.port();
    }

    /** The newest link that contains the given part in a mail to the address; waits until it is there. */
    String awaitLink(String to, String part) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            int known = smtp.getReceivedMessages().length;
            Optional<String> link = letters().stream()
                    .filter(letter -> letter.to().equalsIgnoreCase(to))
                    .flatMap(Letter::links)
                    .filter(it -> it.contains(part))
                    .findFirst();
            if (link.isPresent()) {
                return link.get();
            }
            smtp.waitForIncomingEmail(500, known + 1);
        }
        throw new IllegalStateException("The mail to " + to + " did not arrive");
    }

    private void show(Context context) {
        context.header("Content-Security-Policy", CSP)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .html(page.execute(Map.of("letters", letters())));
    }

    /** A page from elsewhere could else rebind its name to this machine and read along. */
    private static void refuseForeignNames(Context context) {
        if (!Objects.requireNonNullElse(context.host(), "").matches("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?")) {
            throw new ForbiddenResponse("The mailbox is read on this machine only.");
        }
    }

    private List<Letter> letters() {
        return Arrays.stream(smtp.getReceivedMessages())
                .map(this::letter)
                .toList()
                .reversed();
    }

    private Letter letter(MimeMessage message) {
        try {
            return new Letter(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                            .format(message.getSentDate().toInstant().atZone(zone)),
                    String.valueOf(message.getContent()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        web.stop();
        smtp.stop();
    }

    private static String resource(String name) {
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Mailbox.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            return reader.readAllAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail as the page shows it. */
    record Letter(String to, String subject, String time, String text) {

        Stream<String> links() {
            return LINK.matcher(text).results().map(MatchResult::group);
        }

        /** The text in pieces, so that the template escapes all of it and makes links of what are links. */
        List<Piece> pieces() {
            List<Piece> pieces = new ArrayList<>();
            Matcher links = LINK.matcher(text);
            int end = 0;
            while (links.find()) {
                pieces.add(new Piece(text.substring(end, links.start()), links.group()));
                end = links.end();
            }
            pieces.add(new Piece(text.substring(end), ""));
            return pieces;
        }
    }

    /** Words, and the link that follows them; empty at the end. */
    record Piece(String words, String link) {
        boolean linked() {
            return !link.isEmpty();
        }
    }
}
