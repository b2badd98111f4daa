package org.housecall.marketplace.guide;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.housecall.access.Accounts;
import org.housecall.booking.PublicPages;
import org.housecall.marketplace.Listings;
import org.housecall.marketplace.readiness.Readiness;
import org.housecall.marketplace.readiness.ReadinessReport;
import org.housecall.marketplace.readiness.ReadinessWatch;
import org.housecall.marketplace.readiness.ServerAppChecks;
import org.housecall.marketplace.readiness.State;
import org.housecall.platform.Problem;
import org.housecall.zoom.ZoomApp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The guide of the current clinic's app, or of the installation's, in words. */
@Component
public class Guide {

    private final Listings listings;
    private final GuideValues values;
    private final GuideMarks marks;
    private final ReadinessWatch watch;
    private final ServerAppChecks serverApp;
    private final Accounts accounts;
    private final PublicPages pages;

    Guide(
            Listings listings,
            GuideValues values,
            GuideMarks marks,
            ReadinessWatch watch,
            ServerAppChecks serverApp,
            Accounts accounts,
            PublicPages pages) {
        this.listings = listings;
        this.values = values;
        this.marks = marks;
        this.watch = watch;
        this.serverApp = serverApp;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** All of it; the question's answer is null until it is given. */
    public record PublishingGuide(@Nullable GuideAnswer answer, List<GuideStep> steps) {}

    /**
     * Whether a review is needed.
     *
     * @param ownAccount whether all doctors have Zoom users in the clinic's own Zoom account
     * @param answeredBy by name; null where the clinic knows the account no longer
     */
    public record GuideAnswer(boolean ownAccount, @Nullable String answeredBy, Instant answeredAt) {}

    /**
     * A step, in words.
     *
     * @param number in Zoom's order; 0 comes before it
     * @param clicks what to do at Zoom, in order
     * @param checks the readiness checks that tell how it stands
     * @param places the screens of ours that belong to it
     */
    public record GuideStep(
            String id,
            int number,
            String title,
            String lead,
            List<String> clicks,
            List<GuideValue> values,
            List<GuideTask> tasks,
            List<String> checks,
            List<String> places) {}

    /**
     * What is to be pasted.
     *
     * @param value null where it is a secret, or not known yet: then the note says where it is, or what is missing
     */
    public record GuideValue(
            String id,
            String label,
            @Nullable String value,
            @Nullable String note,
            boolean secret) {}

    /**
     * What has to be done.
     *
     * @param doneBy by name; null where it is not done, or the clinic knows the account no longer
     */
    public record GuideTask(
            String id,
            String text,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {}

    /**
     * How a step stands.
     *
     * @param state the worst of its checks
     */
    public record StepState(String step, State state, List<Readiness.Item> items) {}

    /**
     * How the steps stand.
     *
     * @param checkedAt when somebody last looked; null: nobody has yet
     */
    public record StepStates(@Nullable Instant checkedAt, List<StepState> items) {}

    /** The whole guide; asks nobody outside. */
    public PublishingGuide show(ZoomApp.Kind kind) {
        Map<String, GuideMarks.Mark> done = marks.of(kind);
        Optional<GuideMarks.Answer> answer = marks.answer();
        Map<UUID, String> names = names(done.values(), answer);
        GuideValues.Facts facts = values.facts(listings.current());
        List<Step> steps = Guides.of(kind);
        return new PublishingGuide(
                answer.map(it -> new GuideAnswer(it.ownAccount(), names.get(it.answeredBy()), it.answeredAt()))
                        .orElse(null),
                Stream.iterate(0, number -> number < steps.size(), number -> number + 1)
                        .map(number -> inWords(kind, number, steps.get(number), facts, done, names))
                        .toList());
    }

    /** How each step stands of which something is known, by the latest look that was kept; asks nobody outside. */
    public StepStates states(ZoomApp.Kind kind) {
        ReadinessReport latest = watch.latest();
        List<Readiness.Item> items = switch (kind) {
            case GENERAL -> latest.items();
            case SERVER_TO_SERVER ->
                Stream.concat(latest.items().stream(), serverApp.look().stream())
                        .toList();
        };
        return new StepStates(latest.checkedAt(), states(kind, items));
    }

    private static List<StepState> states(ZoomApp.Kind kind, List<Readiness.Item> items) {
        return Guides.of(kind).stream()
                .map(step -> new StepState(
                        step.id(),
                        State.GREEN,
                        items.stream()
                                .filter(item -> step.checks().contains(item.id()))
                                .toList()))
                .filter(state -> !state.items().isEmpty())
                .map(state -> new StepState(state.step(), worst(state.items()), state.items()))
                .toList();
    }

    /** Marks a task as done. */
    public void mark(ZoomApp.Kind kind, String step, String task, UUID account) {
        marks.mark(kind, find(kind, step, task), account);
    }

    public void unmark(ZoomApp.Kind kind, String step, String task) {
        marks.unmark(kind, find(kind, step, task));
    }

    /** Keeps the answer to the first question. */
    public void answer(boolean ownAccount, UUID account) {
        marks.answer(ownAccount, account);
    }

    private static String find(ZoomApp.Kind kind, String id, String task) {
        return Guides.of(kind).stream()
                .filter(step -> step.id().equals(id) && step.tasks().contains(task))
                .findFirst()
                .map(step -> step.mark(task))
                .orElseThrow(Problem::notFound);
    }

    private static State worst(List<Readiness.Item> items) {
        return items.stream().map(Readiness.Item::state).min(State::compareTo).orElseThrow();
    }

    private GuideStep inWords(
            ZoomApp.Kind kind,
            int number,
            Step step,
            GuideValues.Facts facts,
            Map<String, GuideMarks.Mark> done,
            Map<UUID, String> names) {
        String key = "marketplace.guide." + Guides.key(kind) + "." + step.id() + ".";
        return new GuideStep(
                step.id(),
                number,
                pages.message(key + "title"),
                pages.message(key + "lead"),
                pages.message(key + "clicks").lines().toList(),
                step.values().stream()
                        .flatMap(id -> values.of(id, facts).stream())
                        .toList(),
                step.tasks().stream()
                        .map(task -> task(task, pages.message(key + "task." + task), done.get(step.mark(task)), names))
                        .toList(),
                step.checks(),
                step.places());
    }

    private static GuideTask task(String id, String text, GuideMarks.@Nullable Mark mark, Map<UUID, String> names) {
        return mark == null
                ? new GuideTask(id, text, null, null)
                : new GuideTask(id, text, names.get(mark.doneBy()), mark.doneAt());
    }

    private Map<UUID, String> names(Collection<GuideMarks.Mark> done, Optional<GuideMarks.Answer> answer) {
        return accounts.names(Stream.concat(
                        done.stream().map(GuideMarks.Mark::doneBy), answer.map(GuideMarks.Answer::answeredBy).stream())
                .distinct()
                .toList());
    }
}
