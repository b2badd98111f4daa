package org.housecallbench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words with a value each, of which the last said counts; {@code --quick} stands for several. */
record CommandLine(Map<String, String> values) {

    static CommandLine parse(List<String> arguments, Map<String, String> usual, Map<String, String> quick) {
        Map<String, String> values = new LinkedHashMap<>(usual);
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            if (word.equals("--quick")) {
                values.putAll(quick);
            } else if (!usual.containsKey(word)) {
                throw new Refused("The bench does not know " + word + "; it takes --quick, "
                        + String.join(", ", usual.keySet()) + ".");
            } else if (!words.hasNext()) {
                throw new Refused(word + " needs a value.");
            } else {
                values.put(word, words.next());
            }
        }
        return new CommandLine(values);
    }

    int number(String word) {
        return number(word, value(word));
    }

    /** The numbers between commas. */
    List<Integer> numbers(String word) {
        return list(word, ",").stream().map(value -> number(word, value)).toList();
    }

    Path path(String word) {
        return Path.of(value(word));
    }

    List<String> list(String word, String separator) {
        return Stream.of(value(word).trim().split(separator))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private String value(String word) {
        return values.getOrDefault(word, "");
    }

    private static int number(String word, String value) {
        if (!value.matches("[1-9]\\d{0,7}")) {
            throw new Refused(word + " takes a number from 1 to 99999999, not " + value + ".");
        }
        return Integer.parseInt(value);
    }
}
