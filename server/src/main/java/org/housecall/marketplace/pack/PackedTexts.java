package org.housecall.marketplace.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.housecall.marketplace.Listing;
import org.housecall.marketplace.ListingTexts;
import org.housecall.marketplace.ListingTexts.Text;
import org.housecall.marketplace.texts.TextSlot;
import org.springframework.stereotype.Component;

/** The texts of the pack. One in which something is left to be filled in, or that is longer than Zoom takes, is not put in. */
@Component
class PackedTexts {

    private final ListingTexts texts;

    PackedTexts(ListingTexts texts) {
        this.texts = texts;
    }

    /** By file name, and the names of those that are not finished. */
    record Packed(Map<String, String> files, List<String> leftOut) {}

    /** In the order of the submission. */
    Packed pack(Listing listing) {
        List<Text> all = texts.all(listing);
        Packed files = new Packed(new LinkedHashMap<>(), new ArrayList<>());
        put(files, "name", only(all, "name"));
        put(files, "short-description", only(all, "short"));
        put(files, "long-description", only(all, "long"));
        put(
                files,
                "scope-reasons",
                of(all, TextSlot.Group.SCOPES),
                () -> String.join("\n", texts.scopeReasons(listing)));
        put(files, "technology-stack", of(all, TextSlot.Group.TECHNOLOGY));
        put(files, "security-answers", of(all, TextSlot.Group.SECURITY));
        put(files, "release-notes", only(all, "release-notes"));
        put(files, "beta-instructions", only(all, "beta"));
        return files;
    }

    Manifest.Texts forManifest(Listing listing) {
        Map<String, String> files = pack(listing).files();
        return new Manifest.Texts(
                files.get("listing/short-description.txt"),
                files.get("listing/long-description.txt"),
                files.get("listing/scope-reasons.txt"),
                texts.usable(TextSlot.of("domain"), listing).orElse(null));
    }

    private static List<Text> only(List<Text> all, String id) {
        return all.stream().filter(text -> text.slot().id().equals(id)).toList();
    }

    private static List<Text> of(List<Text> all, TextSlot.Group group) {
        return all.stream().filter(text -> text.slot().group() == group).toList();
    }

    /** Several texts stand under their titles. */
    private static void put(Packed packed, String name, List<Text> parts) {
        put(
                packed,
                name,
                parts,
                () -> parts.size() == 1
                        ? parts.getFirst().text()
                        : parts.stream()
                                .map(part -> part.title() + "\n" + part.text())
                                .collect(Collectors.joining("\n\n")));
    }

    private static void put(Packed packed, String name, List<Text> parts, Supplier<String> whole) {
        String file = "listing/" + name + ".txt";
        if (parts.stream().allMatch(Text::usable)) {
            packed.files().put(file, whole.get());
        } else {
            packed.leftOut().add(file);
        }
    }
}
