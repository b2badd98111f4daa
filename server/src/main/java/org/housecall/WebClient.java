package org.housecall;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.housecall.access.Public;
import org.housecall.booking.HeadTags;
import org.housecall.platform.web.CspNonceFilter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.HtmlUtils;

/** Serves the browser client that {@code web/} builds: one page for all its addresses, and the files it loads. */
@Controller
class WebClient implements WebMvcConfigurer {

    /** What web/vite.config.ts has the build write wherever the answer's nonce belongs. */
    private static final String NONCE = "__CSP_NONCE__";

    private final String page;
    private final HeadTags headTags;

    WebClient(HeadTags headTags) {
        this.headTags = headTags;
        try {
            page = new ClassPathResource("static/index.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The web client was not built into this server", e);
        }
    }

    /** The addresses of web/src/app/routes.tsx. */
    @Public("The page holds nothing; what it shows it asks the API for.")
    @GetMapping({
        "/",
        "/sign-in",
        "/claim",
        "/forgotten-password",
        "/reset-password",
        "/confirm-address",
        "/accept-invitation",
        "/visit/{token}",
        "/clinics/**",
        "/account",
        "/connect-zoom",
        "/mails",
        "/settings/audit",
        "/settings/keys",
        "/settings/integrations/zoom/**"
    })
    ResponseEntity<String> page(HttpServletRequest request) {
        return answer(HttpStatus.OK, request.getRequestURI().equals("/") ? tagged() : page, request);
    }

    /** Who asks whose this domain is, looks at its first page. */
    private String tagged() {
        String tags = headTags.all().stream()
                .map(tag -> "<meta name=\"%s\" content=\"%s\">"
                        .formatted(HtmlUtils.htmlEscape(tag.name()), HtmlUtils.htmlEscape(tag.content())))
                .collect(Collectors.joining());
        return page.replace("</head>", tags + "</head>");
    }

    /** Any other address that a person may have typed: the client says in words that there is nothing. */
    @Public("The page holds nothing.")
    @GetMapping(path = "/{first:(?!api$|actuator$|assets$)[^.]*}/**", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> nothingHere(HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, page, request);
    }

    private ResponseEntity<String> answer(HttpStatus status, String html, HttpServletRequest request) {
        String nonce = String.valueOf(request.getAttribute(CspNonceFilter.NONCE));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(html.replace(NONCE, nonce));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names change with their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/favicon.svg")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }
}
