package org.zoomsandbox.webhooks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zoomsandbox.world.Charge;

/** The disturbances in force. */
public final class Disturbances {

    /** A disturbance, how often it has struck, and how often it still will (-1: always). */
    public record Standing(Disturbance disturbance, int struck, int left) {}

    private record Armed(Disturbance disturbance, Charge charge) {}

    private final List<Armed> armed = new CopyOnWriteArrayList<>();

    public void add(Disturbance disturbance) {
        armed.add(new Armed(disturbance, new Charge(disturbance.times(), disturbance.chance())));
    }

    public List<Standing> all() {
        return armed.stream()
                .map(each -> new Standing(each.disturbance, each.charge.struck(), each.charge.left()))
                .toList();
    }

    public void clear() {
        armed.clear();
    }

    List<Disturbance> strike(Delivery delivery) {
        return armed.stream()
                .filter(each -> each.disturbance.concerns(delivery) && each.charge.strike())
                .map(Armed::disturbance)
                .toList();
    }
}
