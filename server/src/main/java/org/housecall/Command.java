package org.housecall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.housecall.platform.ServersDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Works on the server's database, beside the server or without it: with its settings, and with no more of it than is named. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    MessageSourceAutoConfiguration.class
})
@EnableTransactionManagement(proxyTargetClass = true)
@EnableConfigurationProperties(DataSourceProperties.class)
@ConfigurationPropertiesScan("org.housecall.platform")
@interface Command {

    /** What a command runs in. It neither migrates nor works on jobs. */
    final class Context {

        private Context() {}

        static ConfigurableApplicationContext open(Class<?> command) {
            return open(command, 1);
        }

        static ConfigurableApplicationContext open(Class<?> command, int connections, String... settings) {
            return new SpringApplicationBuilder(command)
                    .web(WebApplicationType.NONE)
                    .initializers(it -> ServersDatabase.find(it.getEnvironment()))
                    .run(Stream.concat(
                                    Stream.of(
                                            "--logging.level.root=warn",
                                            "--logging.level.org.housecall=warn",
                                            "--housecall.pool.size=" + connections),
                                    Stream.of(settings))
                            .toArray(String[]::new));
        }
    }
}
