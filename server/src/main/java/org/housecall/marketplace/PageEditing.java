package org.housecall.marketplace;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.housecall.access.Viewer;
import org.housecall.audit.Action;
import org.housecall.audit.Audit;
import org.housecall.marketplace.PageVersions.Version;
import org.housecall.platform.CurrentClinic;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what the public pages say. What they said before stays readable, and can come back. */
@Service
public class PageEditing {

    private final PageVersions versions;
    private final ListedPages pages;
    private final Audit audit;

    PageEditing(PageVersions versions, ListedPages pages, Audit audit) {
        this.versions = versions;
        this.pages = pages;
        this.audit = audit;
    }

    /** Puts a text in place of what the page says, which whoever wrote it saw in this version; 0 stands for none. */
    @Transactional
    public void write(ListedPage page, int seen, PageText text) {
        List<String> lacking = page.required().stream()
                .filter(id -> !text.ids().contains(id))
                .map(id -> heading(page, id))
                .toList();
        if (!lacking.isEmpty()) {
            throw Problem.invalid("sections", "marketplace.page.lacking", String.join(", ", lacking));
        }
        add(page, seen, text, pages.own(page).fingerprint());
    }

    /** Has the page say again what it said in a version, with its own text where it did so then. */
    @Transactional
    public void restore(ListedPage page, int seen, int number) {
        Version version = versions.find(page, number).orElseThrow(Problem::notFound);
        add(page, seen, version.text(), version.basedOn());
    }

    /** Has the page say what it says by itself. */
    @Transactional
    public void reset(ListedPage page, int seen) {
        add(page, seen, null, pages.own(page).fingerprint());
    }

    private void add(ListedPage page, int seen, @Nullable PageText text, String basedOn) {
        UUID author = Viewer.current().orElseThrow(Problem::unauthenticated).accountId();
        versions.add(page, seen, text, basedOn, author);
        audit.record(Action.PUBLIC_PAGE_CHANGED, CurrentClinic.idOrNone());
    }

    private String heading(ListedPage page, String id) {
        return pages.own(page).parts().stream()
                .filter(part -> id.equals(part.id()))
                .map(PageText.Part::heading)
                .collect(Collectors.joining());
    }
}
