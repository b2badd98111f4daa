package org.housecall.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;

/**
 * Takes only dates and times of the years 1 to 9999, in a body's fields as in parameters. Java knows a billion years more,
 * but the day after its last one is none, and PostgreSQL's end long before.
 */
@Configuration(proxyBeanMethods = false)
class FourDigitYears implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldType(
                LocalDate.class, (date, _) -> date.toString(), (text, _) -> near(LocalDate.parse(text)));
        registry.addFormatterForFieldType(
                Instant.class,
                (time, _) -> time.toString(),
                (text, _) -> near(OffsetDateTime.parse(text)).toInstant());
    }

    private static <T extends TemporalAccessor> T near(T time) {
        if (!isOne(time.get(ChronoField.YEAR))) {
            throw new IllegalArgumentException("Far away");
        }
        return time;
    }

    private static boolean isOne(int year) {
        return year >= 1 && year <= 9999;
    }

    /** The same for a date in a body. */
    @JacksonComponent
    static class Dates extends ValueDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            LocalDate date = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
            return date == null || isOne(date.getYear())
                    ? date
                    : (LocalDate) context.handleWeirdStringValue(LocalDate.class, date.toString(), "far away");
        }
    }

    /** The same for a time in a body. */
    @JacksonComponent
    static class Instants extends ValueDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            Instant time = InstantDeserializer.INSTANT.deserialize(parser, context);
            return time == null || isOne(time.atOffset(ZoneOffset.UTC).getYear())
                    ? time
                    : (Instant) context.handleWeirdStringValue(Instant.class, time.toString(), "far away");
        }
    }
}
