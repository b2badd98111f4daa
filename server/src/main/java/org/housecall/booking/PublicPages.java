package org.housecall.booking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Pages for everyone: plain HTML, without script, session or cookie. Their frame is the template {@code booking/frame}. */
@Component
public class PublicPages {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final ObjectProvider<HeadTags> headTags;

    PublicPages(ITemplateEngine templates, MessageSource messages, ObjectProvider<HeadTags> headTags) {
        this.templates = templates;
        this.messages = messages;
        this.headTags = headTags;
    }

    /** A way to another page; the path is one of this server's. */
    public record Link(String path, String label) {}

    /**
     * What every page says.
     *
     * @param owner whose page it is
     * @param base stands before every path: empty where this server shows the page, its address where the page is to be
     *     read elsewhere
     * @param path the page's own
     * @param links the ways to other pages, at the end of the page
     */
    public record Frame(String owner, String base, String path, List<Link> links) {}

    /** A page as text. The template finds {@code frame} beside its content. */
    public String html(String template, Frame frame, Map<String, Object> content) {
        Context context = new Context(language(), content);
        context.setVariable("frame", frame);
        context.setVariable(
                "headTags", headTags.stream().flatMap(it -> it.all().stream()).toList());
        return templates.process(template, context);
    }

    public ResponseEntity<String> answer(String html) {
        return ResponseEntity.ok().contentType(HTML).cacheControl(BRIEFLY).body(html);
    }

    /** The answer where no such clinic is, in words for whoever followed a wrong link. */
    public ResponseEntity<String> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html("booking/not-found", new Frame("Housecall", "", "", List.of()), Map.of()));
    }

    /** The language the catalogue has for this reader, which dates and countries are to be written in, too. */
    public Locale language() {
        return Locale.forLanguageTag(
                messages.getMessage("pages.language", new Object[0], LocaleContextHolder.getLocale()));
    }

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language());
    }
}
