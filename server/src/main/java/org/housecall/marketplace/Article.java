package org.housecall.marketplace;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text of the catalogue in parts, for a page, a document or a plain file. */
public record Article(String title, String lead, List<Section> sections) {

    /** A part with its heading. */
    public record Section(String heading, List<Block> blocks) {}

    /** A paragraph, and the list that may follow it. */
    public record Block(String text, List<String> items, boolean ordered) {

        private static final Pattern ITEM = Pattern.compile("(?:-|(\\d+)\\.) (.*)");

        /**
         * The blocks of a text: an empty line ends one; a line that begins with a dash or a number is an item of its
         * list.
         */
        static List<Block> parse(String text) {
            return Arrays.stream(text.strip().split("\\n\\s*\\n"))
                    .map(Block::of)
                    .toList();
        }

        private static Block of(String block) {
            List<Matcher> items =
                    block.lines().map(ITEM::matcher).filter(Matcher::matches).toList();
            String text = block.lines()
                    .filter(line -> !ITEM.matcher(line).matches())
                    .map(String::strip)
                    .collect(Collectors.joining(" "));
            return new Block(
                    text,
                    items.stream().map(item -> item.group(2)).toList(),
                    !items.isEmpty() && items.getFirst().group(1) != null);
        }

        Stream<String> lines() {
            return Stream.concat(
                    Stream.of(text).filter(it -> !it.isEmpty()), items.stream().map(item -> "- " + item));
        }
    }

    /** As text to paste. */
    public String plain() {
        return sections.stream()
                .map(section -> section.heading() + "\n"
                        + section.blocks().stream().flatMap(Block::lines).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }
}
