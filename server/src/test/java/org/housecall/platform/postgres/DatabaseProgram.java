package org.housecall.platform.postgres;

import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest server with the embedded database: counts its starts in it, says so and runs on. */
@Import(EmbeddedDatabaseConfiguration.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class DatabaseProgram {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(DatabaseProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        var context = application.run(args);
        JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
        jdbc.sql("create table if not exists start (id bigint generated always as identity)")
                .update();
        jdbc.sql("insert into start default values").update();
        System.out.println(
                "postmaster " + context.getBean(EmbeddedDatabase.class).processId());
        System.out.println("starts "
                + jdbc.sql("select count(*) from start").query(Long.class).single());
    }
}
