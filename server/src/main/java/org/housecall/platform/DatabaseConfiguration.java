package org.housecall.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One database, two hands: migrations work as the login itself, everything else as the role that row-level security binds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformSettings.class)
class DatabaseConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** A database of the installation's own; without one, the embedded database brings its details. */
    @Bean
    @ConditionalOnExpression("!'${spring.datasource.url:}'.isBlank()")
    JdbcConnectionDetails ownDatabase(DataSourceProperties properties) {
        return new JdbcConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return properties.determineUsername();
            }

            @Override
            public @Nullable String getPassword() {
                return properties.determinePassword();
            }

            @Override
            public String getJdbcUrl() {
                return properties.determineUrl();
            }
        };
    }

    @Bean
    HikariDataSource dataSource(JdbcConnectionDetails details, PoolSettings pool) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(details.getJdbcUrl());
        source.setUsername(details.getUsername());
        source.setPassword(details.getPassword());
        source.setMaximumPoolSize(pool.size());
        source.setConnectionInitSql("set role housecall_app");
        source.setPoolName("housecall");
        // A constraint's failure would otherwise put the row's values, names among them, into the log.
        source.addDataSourceProperty("logServerErrorDetail", "false");
        // The role exists only after the first migration.
        source.setInitializationFailTimeout(-1);
        return source;
    }

    @Bean
    FlywayConfigurationCustomizer migrationsAsLogin(JdbcConnectionDetails details) {
        return (FluentConfiguration flyway) ->
                flyway.dataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
