package org.housecalldemo;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxTests {

    private final Mailbox mailbox = Mailbox.start(0, ZoneOffset.UTC);

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void showsNewestMailFirst() throws Exception {
        receive("alma@example.com", "First", "Hello");
        receive("alma@example.com", "Second", "Hello again");

        assertThat(page()).containsSubsequence("Second", "Hello again", "First", "Hello");
    }

    @Test
    void makesLinksOfAddressesAndNothingOfMarkup() throws Exception {
        receive(
                "alma@example.com",
                "<b>Bold</b>",
                "<script>alert(1)</script> https://clinic.example/a?token=T&b=\"1\"");

        assertThat(page())
                .contains("&lt;b&gt;Bold&lt;/b&gt;", "&lt;script&gt;")
                .contains("<a href=\"https://clinic.example/a?token&#x3D;T&amp;b&#x3D;&quot;1&quot;\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void findsTheLinkInMailToOneAddress() {
        receive("alma@example.com", "In", "Open\nhttps://clinic.example/sign-in?token=A\nnow");
        receive("dana@example.com", "In", "Open\nhttps://clinic.example/sign-in?token=D\nnow");

        assertThat(mailbox.awaitLink("alma@example.com", "/sign-in?"))
                .isEqualTo("https://clinic.example/sign-in?token=A");
    }

    private void receive(String to, String subject, String text) {
        GreenMailUtil.sendTextEmail(
                to,
                "clinic@example.com",
                subject,
                text,
                new ServerSetup(mailbox.smtpPort(), Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    }

    private String page() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(mailbox.address()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
