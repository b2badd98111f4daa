package org.housecall.marketplace.pack;

import java.util.Collection;
import java.util.List;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.ListedPage;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.readiness.Readiness;
import org.housecall.marketplace.readiness.State;
import org.springframework.stereotype.Component;

/** The first page of the pack, as Markdown: how much is not ready, the values to enter, what is in the pack. */
@Component
class Checklist {

    private final PublicPages pages;

    Checklist(PublicPages pages) {
        this.pages = pages;
    }

    String markdown(Listing listing, List<Readiness.Item> items, Collection<String> files, List<String> leftOut) {
        StringBuilder text = new StringBuilder();
        String title = plain(pages.message("marketplace.checklist.title", listing.appName()));
        text.append("# ").append(title).append("\n\n");
        text.append(pages.message(
                "marketplace.checklist.count", count(items, State.RED), count(items, State.AMBER), items.size()));
        text.append("\n\n");
        items.forEach(item -> append(text, item));
        if (!leftOut.isEmpty()) {
            heading(text, "left-out");
            leftOut.forEach(file -> text.append("- ").append(file).append('\n'));
        }
        heading(text, "values");
        appendValues(text, listing);
        heading(text, "files");
        files.forEach(file -> text.append("- ").append(file).append('\n'));
        return text.toString();
    }

    private void heading(StringBuilder text, String part) {
        text.append("\n## ")
                .append(pages.message("marketplace.checklist." + part))
                .append("\n\n");
    }

    private void appendValues(StringBuilder text, Listing listing) {
        append(text, "redirect", listing.redirectUrl());
        append(text, "allow-list", listing.redirectUrl());
        append(text, "events", listing.webhookUrl());
        append(text, "deauthorization", listing.webhookUrl());
        append(text, "landing", listing.settingsUrl());
        for (ListedPage page : ListedPage.values()) {
            append(text, page.key(), listing.url(page));
        }
    }

    private static long count(List<Readiness.Item> items, State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    private void append(StringBuilder text, Readiness.Item item) {
        text.append("- [")
                .append(item.state() == State.GREEN ? 'x' : ' ')
                .append("] **")
                .append(pages.message("marketplace.checklist." + item.state()))
                .append("** ")
                .append(plain(item.title() + ": " + item.evidence()))
                .append('\n');
        if (item.remedy() != null) {
            text.append("  ").append(plain(item.remedy())).append('\n');
        }
    }

    private void append(StringBuilder text, String value, Object address) {
        text.append("- ")
                .append(pages.message("marketplace.checklist.value." + value))
                .append(": `")
                .append(address)
                .append("`\n");
    }

    /** Names are free text, and Markdown takes HTML. */
    private static String plain(String text) {
        return text.replaceAll("[\\\\`*_<>\\[\\]#|]", "\\\\$0");
    }
}
