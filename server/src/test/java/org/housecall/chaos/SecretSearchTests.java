package org.housecall.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSearchTests {

    private static final String TOKEN = "eyJzdiI6/AwMDAw+MSJ9.abc=def";

    private final SecretSearch search = new SecretSearch();

    SecretSearchTests() {
        search.add("token", TOKEN);
        search.add("passcode", "Kf3m7Q");
    }

    @Test
    void findsASecretAsItIs() {
        assertThat(search.in("before" + TOKEN + "after")).containsExactly("token");
        assertThat(search.in("nothing of the kind: eyJzdiI6/AwMDAw+MSJ9")).isEmpty();
    }

    @Test
    void findsItInAnAddressAndInJson() {
        assertThat(search.in("?code=" + URLEncoder.encode(TOKEN, StandardCharsets.UTF_8)))
                .containsExactly("token");
        assertThat(search.in("{\"code\":\"" + TOKEN.replace("/", "\\/") + "\"}"))
                .containsExactly("token");
    }

    @Test
    void findsItInStoredBytes() {
        assertThat(search.in("(1,\\x00" + HexFormat.of().formatHex(TOKEN.getBytes(StandardCharsets.UTF_8)) + "ff)"))
                .containsExactly("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "client:", "client-id:"})
    void findsItInBase64WhereverItBegins(String before) {
        byte[] bytes = (before + TOKEN + "and more").getBytes(StandardCharsets.UTF_8);
        assertThat(search.in("Basic " + Base64.getEncoder().encodeToString(bytes)))
                .containsExactly("token");
        assertThat(search.in(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .containsExactly("token");
    }

    @Test
    void takesAShortOneForFoundOnlyAsAWord() {
        assertThat(search.in("pwd=Kf3m7Q&")).containsExactly("passcode");
        assertThat(search.in("Kf3m7Q")).containsExactly("passcode");
        assertThat(search.in("xKf3m7Q and Kf3m7Q0")).isEmpty();
    }

    @Test
    void refusesWhatIsTooShortToLookFor() {
        assertThatThrownBy(() -> search.add("passcode", "12345")).hasMessageContaining("too short");
    }
}
