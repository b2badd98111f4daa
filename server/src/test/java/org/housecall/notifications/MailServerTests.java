package org.housecall.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.housecall.platform.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class MailServerTests {

    private static final UUID ID = UUID.fromString("019ab2f0-0000-7000-8000-000000000001");
    private static final Mail.Letter LETTER = new Mail.Letter(
            "someone@example.com", "Grüße von Łódź", "Zażółć\nhttps://clinic.example/sign-in?token=T\n");

    private final GreenMail sink =
            new GreenMail(new ServerSetup(0, InetAddress.getLoopbackAddress().getHostAddress(), "smtp"));

    @AfterEach
    void stop() {
        sink.stop();
        TransactionSynchronizationManager.clear();
    }

    @Test
    void deliversPlainTextInAnyScript() throws Exception {
        sink.start();
        server(sink.getSmtp().getPort(), null).deliver(ID, LETTER);

        MimeMessage received = sink.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo(LETTER.subject());
        assertThat(received.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(((String) received.getContent()).replace("\r\n", "\n").strip())
                .isEqualTo(LETTER.text().strip());
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("someone@example.com");
    }

    @Test
    void isSentByTheClinicsOwnHostUnlessConfigured() throws Exception {
        sink.start();
        server(sink.getSmtp().getPort(), null).deliver(ID, LETTER);
        server(sink.getSmtp().getPort(), "Front desk <desk@clinic.example>").deliver(ID, LETTER);

        assertThat(sink.getReceivedMessages()[0].getFrom())
                .extracting(Object::toString)
                .containsExactly("housecall@clinic.example");
        assertThat(sink.getReceivedMessages()[1].getFrom())
                .extracting(Object::toString)
                .containsExactly("Front desk <desk@clinic.example>");
    }

    @Test
    void repeatsItsMessageIdSoThatRepetitionsAreRecognised() throws Exception {
        sink.start();
        server(sink.getSmtp().getPort(), null).deliver(ID, LETTER);
        server(sink.getSmtp().getPort(), null).deliver(ID, LETTER);

        assertThat(sink.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + ID + "@clinic.example>");
    }

    @Test
    void saysThatThereIsNoServer() {
        MailServer none = new MailServer(
                new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), settings(null), platform());

        assertThat(failure(none).trouble()).isEqualTo(Mail.Trouble.NO_SERVER);
    }

    @Test
    void saysThatTheServerDoesNotAnswer() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        assertThat(failure(server(closedPort, null)).trouble()).isEqualTo(Mail.Trouble.UNREACHABLE);
    }

    @Test
    void givesUpOnAddressThatTheServerRefuses() {
        try (RefusingMailServer refusing = new RefusingMailServer("550 5.1.1 someone@example.com is unknown here")) {
            MailNotTaken failure = failure(server(refusing.port(), null));

            assertThat(failure.trouble()).isEqualTo(Mail.Trouble.ADDRESS_REFUSED);
            assertThat(failure).hasMessageNotContaining("someone").hasNoCause();
        }
    }

    @Test
    void triesAgainWhereTheServerAsksForIt() {
        try (RefusingMailServer busy = new RefusingMailServer("450 4.2.1 come back later")) {
            assertThat(failure(server(busy.port(), null)).trouble().isFinal()).isFalse();
        }
    }

    @Test
    void refusesToSendWhileTransactionIsOpen() {
        sink.start();
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThatThrownBy(() -> server(sink.getSmtp().getPort(), null).deliver(ID, LETTER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sink.getReceivedMessages()).isEmpty();
    }

    @Test
    void showsNothingOfTheLetterInWords() {
        assertThat(LETTER.toString()).doesNotContain("someone", "token", "Grüße");
    }

    private static MailNotTaken failure(MailServer server) {
        return catchThrowableOfType(MailNotTaken.class, () -> server.deliver(ID, LETTER));
    }

    private static MailServer server(int port, @Nullable String from) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new MailServer(
                new StaticListableBeanFactory(Map.of("sender", sender)).getBeanProvider(JavaMailSender.class),
                settings(from),
                platform());
    }

    private static MailSettings settings(@Nullable String from) {
        return new MailSettings(from, Duration.ofSeconds(5));
    }

    private static PlatformSettings platform() {
        return new PlatformSettings(URI.create("https://clinic.example"), Path.of("unused"), null, null);
    }
}
