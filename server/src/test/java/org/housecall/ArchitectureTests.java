package org.housecall;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URL;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.access.Public;
import org.housecall.access.Requires;
import org.housecall.access.SignedIn;
import org.housecall.platform.NoTransaction;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSender;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.client.RestClient;

/** What holds everywhere in the server's code. Each rule is decided in docs/adr or in the design; here it is only held. */
class ArchitectureTests {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.housecall");

    @Test
    void worksDurablyByJobsAlone() {
        for (String annotation : List.of(
                "org.springframework.scheduling.annotation.Async",
                "org.springframework.scheduling.annotation.Scheduled",
                "org.springframework.modulith.events.ApplicationModuleListener",
                "org.springframework.transaction.event.TransactionalEventListener")) {
            noMethods().should().beMetaAnnotatedWith(annotation).check(SERVER);
            noClasses().should().beMetaAnnotatedWith(annotation).check(SERVER);
        }
    }

    @Test
    void injectsThroughConstructorsAlone() {
        for (String annotation : List.of(
                "org.springframework.beans.factory.annotation.Autowired",
                "org.springframework.beans.factory.annotation.Value",
                "jakarta.inject.Inject",
                "jakarta.annotation.Resource")) {
            noFields().should().beMetaAnnotatedWith(annotation).check(SERVER);
            noMethods().should().beMetaAnnotatedWith(annotation).check(SERVER);
        }
    }

    @Test
    void asksAnInjectedClockForTheTime() {
        noClasses()
                .should(callMethodWhere(describe("read the system's clock or zone", ArchitectureTests::readsTheSystem)))
                .check(SERVER);
    }

    private static boolean readsTheSystem(JavaMethodCall call) {
        String name = call.getName();
        boolean now = name.equals("now")
                && call.getTargetOwner().isAssignableTo(TemporalAccessor.class)
                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        boolean zone = (name.equals("systemDefault") && call.getTargetOwner().isEquivalentTo(ZoneId.class))
                || (name.equals("systemDefaultZone") && call.getTargetOwner().isEquivalentTo(Clock.class));
        boolean millis =
                name.equals("currentTimeMillis") && call.getTargetOwner().isEquivalentTo(System.class);
        return now || zone || millis;
    }

    /** But for whoever waits while another node renews the token they share. */
    @Test
    void neverSleeps() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SharedRefresh")
                .should(callMethodWhere(describe(
                        "Thread.sleep",
                        call -> call.getName().equals("sleep")
                                && call.getTargetOwner().isEquivalentTo(Thread.class))))
                .check(SERVER);
    }

    @Test
    void declaresAtEveryHandlerWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(declareExactlyOneOf())
                .check(SERVER);
    }

    private static ArchCondition<JavaMethod> declareExactlyOneOf() {
        return new ArchCondition<>("declare exactly one of @Requires, @SignedIn and @Public") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long declared = Stream.of(Requires.class, SignedIn.class, Public.class)
                        .filter(method::isAnnotatedWith)
                        .count();
                events.add(new SimpleConditionEvent(
                        method, declared == 1, method.getFullName() + " declares " + declared + " of them"));
            }
        };
    }

    @Test
    void namesClassesByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|Mapper|Entity|Base)")
                .check(SERVER);
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..")
                .check(SERVER);
    }

    /** Together with the tests that show that each of these refuses while a transaction is open. */
    @Test
    void speaksToTheOutsideOnlyWhereAnOpenTransactionIsRefused() {
        classes()
                .that(describe(
                        "send HTTP or mail",
                        it -> it.getMethodCallsFromSelf().stream().anyMatch(ArchitectureTests::sends)))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(NoTransaction.class)
                .check(SERVER);
    }

    private static boolean sends(JavaMethodCall call) {
        String name = call.getName();
        JavaClass owner = call.getTargetOwner();
        return (owner.isAssignableTo(HttpClient.class) && name.startsWith("send"))
                || (owner.isAssignableTo(org.apache.hc.client5.http.classic.HttpClient.class)
                        && name.startsWith("execute"))
                || (owner.isAssignableTo(RestClient.class) && (name.equals("builder") || name.equals("create")))
                || (owner.isAssignableTo(URL.class) && name.equals("openConnection"))
                || (owner.isAssignableTo(MailSender.class) && name.equals("send"));
    }
}
