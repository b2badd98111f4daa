package org.housecallbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plans with the rows they really met, as PostgreSQL's {@code auto_explain} writes them into its log. */
final class Plans {

    /** The tables that grow. What else is read, who asks and whether they may, is no matter of the schedule. */
    private static final Set<String> GROWING = Set.of("appointment", "doctor_time");

    private static final JsonMapper JSON = JsonMapper.shared();

    private Plans() {}

    /**
     * What the statements that read a growing table read, joined tables included.
     *
     * @param rows of the growing tables that a scan met, those it then threw away too
     * @param pages of tables and indexes, of all tables in these statements
     * @param scans the rows of all tables in these statements, by the kind of scan
     */
    record Reading(long rows, long pages, SortedMap<String, Long> scans) {

        static final Reading NOTHING = new Reading(0, 0, new TreeMap<>());

        Reading plus(Reading other) {
            SortedMap<String, Long> both = new TreeMap<>(scans);
            other.scans.forEach((scan, count) -> both.merge(scan, count, Long::sum));
            return new Reading(rows + other.rows, pages + other.pages, both);
        }
    }

    static Reading in(String log) {
        return plans(log).stream().map(Plans::reading).reduce(Reading.NOTHING, Reading::plus);
    }

    /** Each begins after a line that ends so, in lines that begin with a tab. */
    private static List<JsonNode> plans(String log) {
        List<JsonNode> plans = new ArrayList<>();
        List<String> lines = log.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith(" plan:")) {
                String plan = String.join(
                        "\n",
                        lines.stream()
                                .skip(i + 1L)
                                .takeWhile(line -> line.startsWith("\t"))
                                .toList());
                plans.add(JSON.readTree(plan).path("Plan"));
            }
        }
        return plans;
    }

    private static Reading reading(JsonNode plan) {
        List<JsonNode> scans = nodes(plan).filter(Plans::isScan).toList();
        List<JsonNode> growing = scans.stream()
                .filter(scan -> GROWING.contains(scan.path("Relation Name").asString()))
                .toList();
        if (growing.isEmpty()) {
            return Reading.NOTHING;
        }
        SortedMap<String, Long> byKind = new TreeMap<>();
        scans.forEach(scan -> byKind.merge(described(scan), rows(scan), Long::sum));
        long pages = plan.path("Shared Hit Blocks").asLong()
                + plan.path("Shared Read Blocks").asLong();
        return new Reading(growing.stream().mapToLong(Plans::rows).sum(), pages, byKind);
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(Stream.of(node), node.path("Plans").valueStream().flatMap(Plans::nodes));
    }

    private static boolean isScan(JsonNode node) {
        return node.has("Relation Name") && node.path("Node Type").asString().contains("Scan");
    }

    private static String described(JsonNode scan) {
        Stream<JsonNode> ownOrBitmaps =
                Stream.concat(Stream.of(scan), scan.path("Plans").valueStream().flatMap(Plans::nodes));
        String indexes = String.join(
                ", ",
                ownOrBitmaps
                        .filter(node -> node.has("Index Name"))
                        .map(node -> node.path("Index Name").asString())
                        .toList());
        return scan.path("Node Type").asString() + " on "
                + scan.path("Relation Name").asString() + (indexes.isEmpty() ? "" : " by " + indexes);
    }

    /** The counts are means of all loops. */
    private static long rows(JsonNode scan) {
        double each = scan.path("Actual Rows").asDouble()
                + scan.path("Rows Removed by Filter").asDouble()
                + scan.path("Rows Removed by Index Recheck").asDouble();
        return Math.round(each * scan.path("Actual Loops").asDouble());
    }
}
