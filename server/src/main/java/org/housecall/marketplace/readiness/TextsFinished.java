package org.housecall.marketplace.readiness;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.housecall.marketplace.ListingTexts.Text;

/** Nothing is left in the listing's texts to be filled in, and Zoom takes their length. */
final class TextsFinished implements ReadinessCheck {

    @Override
    public String id() {
        return "texts";
    }

    @Override
    public Outcome judge(Observed observed) {
        List<Text> texts = observed.texts();
        String open = titles(texts, text -> !text.placeholders().isEmpty());
        if (!open.isEmpty()) {
            return Outcome.red("unfinished", open);
        }
        String tooLong = titles(texts, Text::tooLong);
        return tooLong.isEmpty() ? Outcome.green("finished", texts.size()) : Outcome.red("too-long", tooLong);
    }

    private static String titles(List<Text> texts, Predicate<Text> which) {
        return texts.stream().filter(which).map(Text::title).collect(Collectors.joining(", "));
    }
}
