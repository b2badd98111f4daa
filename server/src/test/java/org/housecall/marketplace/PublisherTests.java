package org.housecall.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.housecall.Api;
import org.housecall.MarketplaceClinic;
import org.housecall.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublisherTests {

    private final MarketplaceClinic clinic = new MarketplaceClinic();
    private final String path = clinic.clinic.path("marketplace/publisher");

    @Test
    void isKeptAsEntered() {
        assertThat(clinic.administrator.get(path).json()).isEmpty();

        assertThat(clinic.publish(MarketplaceClinic.PUBLISHER).status()).isEqualTo(200);

        Api.Answer stored = clinic.administrator.get(path);
        assertThat(stored.text("company")).isEqualTo("Harbour Health Ltd");
        assertThat(stored.text("contactEmail")).isEqualTo("zoom@harbour.example");
        assertThat(stored.text("address")).isEqualTo("Harbour Street 1\n12345 Harbourtown");
        assertThat(stored.text("country")).isEqualTo("IE");
        assertThat(stored.text("supportHours")).isEqualTo("Weekdays, 9 to 17, Dublin time");
        assertThat(stored.text("firstResponse")).isEqualTo("within one working day");
    }

    @Test
    void isUnknownAgainWhereItIsLeftOut() {
        clinic.publish(MarketplaceClinic.PUBLISHER);

        clinic.publish(Map.of("company", "  Harbour \n Health ", "country", " "));

        Api.Answer stored = clinic.administrator.get(path);
        assertThat(stored.json().size()).isEqualTo(1);
        assertThat(stored.text("company")).isEqualTo("Harbour Health");
    }

    @ParameterizedTest
    @CsvSource({"contactEmail, nobody", "country, de", "country, XX"})
    void refusesWhatCannotBeShown(String field, String value) {
        Api.Answer answer = clinic.publish(Map.of(field, value));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
        assertThat(clinic.administrator.get(path).json()).isEmpty();
    }

    @Test
    void isForThoseWhoRunTheClinic() {
        Api admin = clinic.staff("admins");
        Api receptionist = clinic.staff("receptionists");
        MarketplaceClinic other = new MarketplaceClinic();

        assertThat(admin.put(path, MarketplaceClinic.PUBLISHER).status()).isEqualTo(200);
        assertThat(receptionist.put(path, Map.of()).status()).isEqualTo(403);
        assertThat(receptionist.get(path).status()).isEqualTo(403);
        assertThat(admin.get(other.clinic.path("marketplace/publisher")).status())
                .isEqualTo(404);
        assertThat(admin.put("/api/v1/marketplace/publisher", Map.of()).status())
                .isEqualTo(403);
        assertThat(TestServer.nobody().get(path).status()).isEqualTo(401);
    }
}
