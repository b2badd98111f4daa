package org.housecall.platform.logs;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** Logs each line of a file in every way that there is, as an application of ours would. */
@Configuration(proxyBeanMethods = false)
class LoggingProgram {

    public static void main(String[] args) throws Exception {
        SpringApplication application = new SpringApplication(LoggingProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.run(args);
        Logger log = LoggerFactory.getLogger(LoggingProgram.class);
        for (String text : Files.readAllLines(Path.of(args[0]))) {
            log.info("In the message " + text + " end");
            log.info("As an argument {} end", text);
            log.warn("With an exception", new IllegalStateException("outer " + text, new Exception("inner " + text)));
            MDC.put("context", text);
            log.info("With a context");
            MDC.clear();
        }
    }
}
