package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.housecall.Api;
import org.housecall.People;
import org.housecall.SampleClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;

/** Another address to sign in with: by its owner only, and confirmed at both. */
class AddressChangeTests {

    private static final String CHANGE = "/api/v1/account/address-change";

    private final SampleClinic clinic = new SampleClinic(TestServer.administrator());
    private final String before = "before-" + UUID.randomUUID() + "@example.com";
    private final String after = "after-" + UUID.randomUUID() + "@example.com";
    private final Api person = receptionist(before);

    private Api receptionist(String email) {
        clinic.administrator.post(clinic.path("receptionists"), Map.of("name", "Robin Quill", "email", email));
        return People.acceptInvitation(email);
    }

    @Test
    void changesTheAddressOnceBothMailboxesHaveConfirmed() {
        request(after.toUpperCase(java.util.Locale.ROOT));
        assertThat(confirm(after).json().path("changed").asBoolean()).isFalse();
        assertThat(signIn(after).status()).isEqualTo(401);
        assertThat(person.get(CHANGE)
                        .json()
                        .path("pending")
                        .path("newConfirmed")
                        .asBoolean())
                .isTrue();
        assertThat(person.get(CHANGE)
                        .json()
                        .path("pending")
                        .path("oldConfirmed")
                        .asBoolean())
                .isFalse();

        assertThat(confirm(before).json().path("changed").asBoolean()).isTrue();

        assertThat(signIn(after).status()).isEqualTo(200);
        assertThat(signIn(before).status()).isEqualTo(401);
        assertThat(person.get(CHANGE).json().path("pending").isMissingNode()).isTrue();
        assertThat(People.mailsTo(before)).anyMatch(mail -> mail.startsWith("You sign in with another address"));
        assertThat(People.mailsTo(after)).anyMatch(mail -> mail.startsWith("You sign in with another address"));
    }

    @Test
    void takesEachLinkOnceAndNoneOfAnEarlierWish() {
        request("typo-" + after);
        String earlier = token(before);
        request(after);

        assertThat(use(earlier).status()).isEqualTo(404);
        String current = token(before);
        assertThat(use(current).status()).isEqualTo(200);
        assertThat(use(current).status()).isEqualTo(404);
        assertThat(signIn(before).status()).isEqualTo(200);
    }

    @Test
    void forgetsAWishThatIsGivenUp() {
        request(after);

        assertThat(person.delete(CHANGE).status()).isEqualTo(204);

        assertThat(confirm(before).status()).isEqualTo(404);
        assertThat(person.delete(CHANGE).status()).isEqualTo(404);
    }

    @Test
    void neverMergesTwoAccountsAndTellsOnlyWhoReadsTheMailboxThatThereAreTwo() {
        String others = "other-" + UUID.randomUUID() + "@example.com";
        receptionist(others);
        request(others);
        confirm(before);

        Api.Answer refused = confirm(others);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("address-taken");
        assertThat(signIn(before).status()).isEqualTo(200);
        assertThat(signIn(others).status()).isEqualTo(200);
    }

    @Test
    void withdrawsWhatWasMailedToTheOldAddress() {
        Api browser = TestServer.nobody().opened();
        browser.post("/api/v1/sign-in-links", Map.of("email", before));
        String link = People.token(before, "sign-in");
        request(after);
        confirm(before);
        confirm(after);

        assertThat(browser.post("/api/v1/sign-in-links/" + link, null).status()).isEqualTo(404);
    }

    private void request(String email) {
        assertThat(person.put(CHANGE, Map.of("email", email)).status()).isEqualTo(202);
    }

    private static Api.Answer confirm(String mailbox) {
        return use(token(mailbox));
    }

    private static String token(String mailbox) {
        return People.token(mailbox, "confirm-address");
    }

    private static Api.Answer use(String token) {
        return TestServer.nobody().opened().post("/api/v1/address-changes/" + token, null);
    }

    private static Api.Answer signIn(String email) {
        return TestServer.nobody()
                .opened()
                .post("/api/v1/session", Map.of("email", email, "password", People.PASSWORD));
    }
}
