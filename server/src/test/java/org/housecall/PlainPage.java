package org.housecall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page meant for everyone, as a browser without script, cookies or an account gets it. */
public record PlainPage(Api.Answer answer) {

    public static PlainPage at(String path) {
        return new PlainPage(TestServer.nobody().get(path));
    }

    public String html() {
        return answer.response().body();
    }

    /** What holds for every public page, found or not. */
    public PlainPage isPlain() {
        assertThat(header("content-type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.response().headers().allValues("set-cookie")).isEmpty();
        assertThat(header("content-security-policy")).contains("default-src 'self'");
        assertThat(html())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"en\">")
                .contains("<main id=\"main\"")
                .contains("width=device-width")
                .doesNotContain("<script", "style=", "??", " th:", "{0}");
        assertThat(count("<h1[ >]")).isOne();
        return this;
    }

    public String header(String name) {
        return answer.response().headers().firstValue(name).orElse("");
    }

    private long count(String pattern) {
        return Pattern.compile(pattern).matcher(html()).results().count();
    }

    /** The addresses that the page links to. */
    public java.util.List<String> links() {
        return Pattern.compile("<a [^>]*href=\"([^\"]*)\"")
                .matcher(html())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();
    }

    /** The text of the n-th element of that name. */
    public String text(String element, int index) {
        Matcher matcher =
                Pattern.compile("<" + element + "(?: [^>]*)?>([^<]*)<").matcher(html());
        for (int i = 0; i <= index; i++) {
            assertThat(matcher.find()).as(html()).isTrue();
        }
        return matcher.group(1);
    }
}
