package org.housecall.chaos;

/**
 * How much goes wrong: system properties {@code housecall.chaos.visits}, {@code .kills}, {@code .hosts} and {@code .seed}.
 *
 * @param visits in all modes together
 * @param kills of both nodes together
 * @param hosts in all modes together
 */
record ChaosSettings(int visits, int kills, int hosts, long seed) {

    static ChaosSettings ofThisRun() {
        return new ChaosSettings(
                Integer.getInteger("housecall.chaos.visits", 210),
                Integer.getInteger("housecall.chaos.kills", 12),
                Integer.getInteger("housecall.chaos.hosts", 28),
                Long.getLong("housecall.chaos.seed", 20261125L));
    }

    /** The part of the first mode, of the second and so on: what does not divide goes to the first ones. */
    static int part(int all, int number) {
        int modes = Mode.values().length;
        return all / modes + (number < all % modes ? 1 : 0);
    }
}
