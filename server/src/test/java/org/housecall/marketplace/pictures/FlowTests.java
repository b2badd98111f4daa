package org.housecall.marketplace.pictures;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.net.Socket;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.naming.Context;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.MailSender;
import org.springframework.web.service.annotation.HttpExchange;

/** The diagram of what travels where is true: whatever in the server speaks with the outside has its arrow, and every arrow somebody who speaks. */
class FlowTests {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.housecall");

    /** By what a class reaches another machine. */
    private static final List<Class<?>> LINES = List.of(
            HttpClient.class,
            CloseableHttpClient.class,
            URLConnection.class,
            Socket.class,
            MailSender.class,
            Context.class,
            DriverManager.class);

    private static final Map<Flow, Set<String>> SPEAKERS = Map.ofEntries(
            entry(Flow.SERVER_OAUTH, Set.of("zoom.ZoomOAuth")),
            entry(Flow.SERVER_API, Set.of("zoom.ZoomApi")),
            entry(Flow.SERVER_MAIL, Set.of("notifications.MailServer")),
            entry(Flow.SERVER_SIGN_ON, Set.of("platform.OutgoingHttp")),
            entry(Flow.SERVER_NAMES, Set.of("marketplace.domain.TxtRecords")),
            entry(Flow.SERVER_PROXY, Set.of("marketplace.readiness.TlsProbe", "marketplace.readiness.OldGreeting")),
            entry(Flow.SERVER_DATABASE, Set.of("platform.LiveUpdates", "platform.postgres.Superuser")));

    /** Who takes what comes in, or hands out the way. */
    private static final Map<Flow, String> TAKERS = Map.of(
            Flow.BROWSER_PROXY, "WebClient",
            Flow.PROXY_SERVER, "platform.web.TrustedProxies",
            Flow.NOTIFICATIONS_SERVER, "zoom.web.WebhookController",
            Flow.BROWSER_MEETINGS, "meetings.MeetingDoor");

    /** The setting that says where it goes. What an admin enters on a screen has none. */
    private static final Map<Flow, String> SETTINGS = Map.of(
            Flow.SERVER_OAUTH, "HOUSECALL_ZOOM_WEB_URL",
            Flow.SERVER_API, "HOUSECALL_ZOOM_API_URL",
            Flow.SERVER_MAIL, "SPRING_MAIL_HOST",
            Flow.SERVER_DATABASE, "SPRING_DATASOURCE_URL",
            Flow.SERVER_PROXY, "HOUSECALL_BASE_URL");

    @Test
    void hasAnArrowForWhateverSpeaksWithTheOutside() {
        Set<String> speaking = SERVER.stream()
                .filter(FlowTests::speaks)
                .filter(type -> !type.getSimpleName().equals("ZoomConfiguration")) // makes the two that speak with Zoom
                .map(type -> type.getName().replace("org.housecall.", "").replaceAll("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(speaking)
                .containsExactlyInAnyOrderElementsOf(
                        SPEAKERS.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void hasNobodySpeakThroughTheGuardedClientButTheSignOnAndWhoVisitsUs() {
        assertThat(SERVER.get("org.housecall.platform.OutgoingHttp").getDirectDependenciesToSelf().stream()
                        .map(dependency -> dependency.getOriginClass().getPackageName())
                        .filter(name -> !name.equals("org.housecall.platform")))
                .isNotEmpty()
                .containsOnly("org.housecall.access.signon", "org.housecall.marketplace.readiness");
    }

    @ParameterizedTest
    @EnumSource
    void hasBehindEveryArrowWhatIsThere(Flow flow) {
        Set<String> names = SPEAKERS.getOrDefault(flow, Set.of(TAKERS.getOrDefault(flow, "nobody")));

        assertThat(names).allMatch(name -> SERVER.contain("org.housecall." + name));
    }

    @Test
    void hasAnArrowForEverySettingThatSaysWhereSomethingIs() throws IOException {
        String configuration = Files.readString(Path.of("..", "docs", "configuration.md"));
        Set<String> addresses = Pattern.compile("`([A-Z_]+_(?:URL|HOST))`")
                .matcher(configuration)
                .results()
                .map((MatchResult it) -> it.group(1))
                .collect(Collectors.toSet());

        assertThat(addresses).containsExactlyInAnyOrderElementsOf(SETTINGS.values());
    }

    @ParameterizedTest
    @EnumSource
    void leadsFromOneBoxToTheOther(Flow flow) {
        assertThat(touches(flow.from(), flow.line().getFirst())).isTrue();
        assertThat(touches(flow.to(), flow.line().getLast())).isTrue();
    }

    private static boolean touches(Part part, Point2D point) {
        Rectangle2D box = part.box();
        return point.getX() >= box.getMinX()
                && point.getX() <= box.getMaxX()
                && point.getY() >= box.getMinY()
                && point.getY() <= box.getMaxY();
    }

    private static boolean speaks(JavaClass type) {
        boolean calls = type.getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .anyMatch(owner -> LINES.stream().anyMatch(owner::isAssignableTo));
        boolean exchanges = type.getMethods().stream().anyMatch(FlowTests::isExchange);
        return calls || exchanges;
    }

    private static boolean isExchange(JavaCodeUnit method) {
        return method.isMetaAnnotatedWith(HttpExchange.class);
    }
}
