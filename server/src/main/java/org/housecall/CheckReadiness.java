package org.housecall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.housecall.clinics.Clinics;
import org.housecall.marketplace.readiness.Readiness;
import org.housecall.marketplace.readiness.ReadinessReport;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.EncryptionKey;
import org.housecall.platform.SecretBox;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code readiness}: looks, as the screen does, at how ready a clinic's Zoom app is for its review, or the
 * installation's. It finds everything of the server but what runs by itself or answers browsers, and makes what it needs.
 */
@Command
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.housecall\\.([A-Z]\\w*|.*\\.web\\..*|jobs\\.JobWorker|platform\\.(LiveUpdates|EncryptionKeyCheck)|access\\.FirstAdministrator)"))
class CheckReadiness {

    private static final int ERROR = 3;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final Readiness readiness;
    private final Clinics clinics;
    private final MessageSource messages;

    CheckReadiness(Readiness readiness, Clinics clinics, MessageSource messages) {
        this.readiness = readiness;
        this.clinics = clinics;
        this.messages = messages;
    }

    /** By the key that the server has: none is made here. */
    @Bean
    static SecretBox secretBox(EncryptionKey key) {
        return new SecretBox(key.read());
    }

    static boolean isMeant(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("readiness");
    }

    /** 0 where all is green, 1 where something is amber, 2 where something is red, and 3 where it could not be found out. */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext context =
                Command.Context.open(CheckReadiness.class, 4, "--spring.main.lazy-initialization=true")) {
            return context.getBean(CheckReadiness.class).answer(arguments);
        }
    }

    private int answer(String... arguments) {
        Deque<String> words = new ArrayDeque<>(List.of(arguments).subList(1, arguments.length));
        boolean json = words.remove("--json");
        String slug = null;
        if (words.size() == 2 && words.remove("--clinic")) {
            slug = words.remove();
        }
        if (!words.isEmpty()) {
            return refuse("marketplace.readiness-command.usage");
        }
        Optional<UUID> owner = slug == null ? Optional.of(CurrentClinic.NONE) : clinics.withSlug(slug);
        return owner.map(it -> show(CurrentClinic.in(it, readiness::look), json))
                .orElseGet(() -> refuse("marketplace.readiness-command.no-clinic"));
    }

    private int show(ReadinessReport report, boolean json) {
        if (json) {
            System.out.println(JSON.writeValueAsString(report));
        } else {
            report.items().forEach(this::print);
        }
        return switch (report.worst()) {
            case GREEN -> 0;
            case AMBER -> 1;
            case RED -> 2;
        };
    }

    private void print(Readiness.Item item) {
        String state = words("marketplace.checklist." + item.state());
        System.out.println(
                String.format(Locale.ROOT, "%-6s %s (%s): %s", state, item.title(), item.id(), item.evidence()));
        if (item.remedy() != null) {
            System.out.println("       " + item.remedy());
        }
    }

    private int refuse(String reason) {
        System.err.println(words(reason));
        return ERROR;
    }

    private String words(String message) {
        return messages.getMessage(message, new Object[0], Locale.ENGLISH);
    }
}
