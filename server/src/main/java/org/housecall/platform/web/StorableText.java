package org.housecall.platform.web;

import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Takes only text that PostgreSQL can keep and UTF-8 can carry, in a body's fields as in parameters: no NUL, and no half
 * of a surrogate pair. Everything else would fail somewhere inside, where no field can be named any more.
 */
@Configuration(proxyBeanMethods = false)
class StorableText implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, String.class, text -> {
            if (!isStorable(text)) {
                throw new IllegalArgumentException("No text");
            }
            return text;
        });
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    /** The same for a field of a body. */
    @JacksonComponent
    static class Deserializer extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = super.deserialize(parser, context);
            return text == null || isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "no text");
        }
    }
}
