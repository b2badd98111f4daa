package org.housecall.platform.startup;

import java.util.Map;
import javax.sql.DataSource;
import org.housecall.platform.StartupProblem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest web server that can meet every problem of a start; without one named it has no database. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class
})
class FailingProgram {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(FailingProgram.class);
        if (System.getenv("SPRING_DATASOURCE_URL") == null) {
            application.setDefaultProperties(
                    Map.of("spring.autoconfigure.exclude", DataSourceAutoConfiguration.class.getName()));
        }
        application.run(args);
    }

    @Bean
    String module(@Value("${PROBLEM:}") String problem, ObjectProvider<DataSource> database) {
        if (!problem.isEmpty()) {
            throw new StartupProblem(problem, "Put it right.");
        }
        return "fine";
    }
}
