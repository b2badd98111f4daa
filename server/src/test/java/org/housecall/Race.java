package org.housecall;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** The same thing done by many at once. */
public final class Race {

    private Race() {}

    /** Starts one thread for each, lets all of them go at the same moment, and gives their answers. */
    public static <T> List<T> of(int threads, IntFunction<T> each) throws Exception {
        CountDownLatch ready = new CountDownLatch(threads);
        List<Callable<T>> runners = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            runners.add(() -> {
                ready.countDown();
                ready.await();
                return each.apply(number);
            });
        }
        List<T> answers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (Future<T> answer : pool.invokeAll(runners)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
