package org.housecall.marketplace.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.housecall.access.Permission;
import org.housecall.access.Requires;
import org.housecall.marketplace.Documents;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.pack.Pack;
import org.housecall.marketplace.pictures.OwnIcons;
import org.housecall.marketplace.pictures.Picture;
import org.housecall.marketplace.pictures.Pictures;
import org.housecall.marketplace.readiness.Readiness;
import org.housecall.marketplace.readiness.ReadinessReport;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.platform.Page;
import org.housecall.platform.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How ready the Zoom app is for a submission, and what Zoom wants: each part by itself, and all as one file. */
@RestController
@RequestMapping({"/api/v1/clinics/{clinicId}/marketplace", "/api/v1/marketplace"})
class SubmissionController {

    private static final MediaType ZIP = MediaType.valueOf("application/zip");

    private final Readiness readiness;
    private final ReadinessWatch watch;
    private final Pack pack;
    private final Listings listings;
    private final Documents documents;
    private final Pictures pictures;
    private final OwnIcons icons;

    SubmissionController(
            Readiness readiness,
            ReadinessWatch watch,
            Pack pack,
            Listings listings,
            Documents documents,
            Pictures pictures,
            OwnIcons icons) {
        this.readiness = readiness;
        this.watch = watch;
        this.pack = pack;
        this.listings = listings;
        this.documents = documents;
        this.pictures = pictures;
        this.icons = icons;
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/readiness")
    ReadinessReport readiness() {
        return readiness.look();
    }

    /** What was found last; looks at nothing. */
    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/readiness/latest")
    ReadinessReport latestReadiness() {
        return watch.latest();
    }

    /** As readiness, and kept as the latest. */
    @Requires(Permission.VIEW_MARKETPLACE)
    @PostMapping("/readiness")
    ReadinessReport checkReadiness() {
        return watch.check();
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/pack")
    ResponseEntity<byte[]> pack() {
        return Download.of("zoom-marketplace.zip", ZIP, pack.zip());
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/documents")
    Page<DocumentView> documents() {
        return Page.of(Arrays.stream(Documents.Paper.values())
                .map(paper -> new DocumentView(paper.file(), documents.title(paper), documents.lacking(paper)))
                .toList());
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/documents/{document}")
    ResponseEntity<byte[]> document(@PathVariable String document) {
        Documents.Paper paper = Arrays.stream(Documents.Paper.values())
                .filter(it -> it.file().equals(document))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return documents
                .pdf(paper, listings.current())
                .map(pdf -> Download.of(document, MediaType.APPLICATION_PDF, pdf))
                .orElseThrow(Problem::notFound);
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/pictures")
    Page<PictureView> pictures() {
        Optional<Instant> uploaded = icons.uploadedAt();
        return Page.of(Arrays.stream(Picture.values())
                .map(picture -> new PictureView(
                        picture.file(),
                        pictures.title(picture),
                        picture.width(),
                        picture.height(),
                        picture == Picture.ICON ? uploaded.orElse(null) : null))
                .toList());
    }

    @Requires(Permission.VIEW_MARKETPLACE)
    @GetMapping("/pictures/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable String picture) {
        Picture wanted = List.of(Picture.values()).stream()
                .filter(it -> it.file().equals(picture))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return Download.of(picture, MediaType.IMAGE_PNG, pictures.png(wanted, listings.current()));
    }

    /** A document; lacking says why there is none. */
    record DocumentView(String file, String title, @Nullable String lacking) {}

    /**
     * A picture with its size in pixels.
     *
     * @param uploadedAt null: it is the product's own
     */
    record PictureView(
            String file,
            String title,
            int width,
            int height,
            @Nullable Instant uploadedAt) {}
}
