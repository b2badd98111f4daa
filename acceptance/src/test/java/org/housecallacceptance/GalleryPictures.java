package org.housecallacceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code ./housecall pictures} runs: takes the gallery anew, where the server keeps it. No journey, so it does not run with these. */
class GalleryPictures extends Gallery {

    private static final Path KEPT = Path.of("..", "server", "src", "main", "resources", "marketplace", "gallery");

    @Test
    void showTheProductAtWork() {
        takeInto(KEPT);
    }
}
