package org.housecall.availability;

import java.util.List;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;

/** Somebody else was faster, for the doctor or for a host that doctors share; the problem document offers the next free slots. */
public class SlotTaken extends Problem {
    SlotTaken(List<Slot> nextFree, boolean byHost) {
        super(HttpStatus.CONFLICT, byHost ? "host-taken" : "slot-taken");
        property("nextFree", nextFree);
    }
}
