package org.housecall.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.housecall.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class MailTextTests {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    MailTextTests() {
        messages.setBasename("messages/notifications");
        messages.setDefaultEncoding("UTF-8");
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryRole(Role role) {
        assertThat(text("notifications.role." + role)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryTrouble(Mail.Trouble trouble) {
        assertThat(text("notifications.trouble." + trouble)).isNotBlank();
    }

    @Test
    void putsTheLinkOnItsOwnLine() {
        assertThat(text("notifications.invitation.text", "Alma", "Harbour Street", "doctor", "https://h/a?token=T")
                        .lines())
                .contains("https://h/a?token=T");
        assertThat(text("notifications.sign-in.text", "Alma", "https://h/s?token=T")
                        .lines())
                .contains("https://h/s?token=T");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
