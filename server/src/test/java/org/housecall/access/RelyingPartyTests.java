package org.housecall.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.housecall.platform.PlatformSettings;
import org.housecall.platform.Problem;
import org.junit.jupiter.api.Test;

class RelyingPartyTests {

    @Test
    void isTheHostNameAndTheOriginOfTheBaseUrl() {
        assertThat(site("http://localhost:8080").id()).isEqualTo("localhost");
        assertThat(site("http://localhost:8080").origin()).contains("http://localhost:8080");
        assertThat(site("https://Clinic.Example/").id()).isEqualTo("clinic.example");
        assertThat(site("https://Clinic.Example:443/").origin()).contains("https://clinic.example");
        assertThat(site("https://clinic.example:8443").origin()).contains("https://clinic.example:8443");
    }

    @Test
    void isNoneAtAnIpAddress() {
        for (String address : new String[] {"http://127.0.0.1:8080", "http://[::1]:8080", "https://192.0.2.1"}) {
            assertThat(site(address).origin()).as(address).isEmpty();
            assertThatThrownBy(site(address)::id)
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.code()).isEqualTo("passkeys-need-host-name"));
        }
    }

    private static RelyingParty site(String baseUrl) {
        return new RelyingParty(new PlatformSettings(URI.create(baseUrl), Path.of("data"), null, null));
    }
}
