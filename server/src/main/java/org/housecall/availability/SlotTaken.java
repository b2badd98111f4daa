package org.housecall.availability;

import java.util.List;
import org.housecall.platform.Problem;
import org.springframework.http.HttpStatus;

/** Somebody else was faster; the problem document offers the next free slots. */
public class SlotTaken extends Problem {
    SlotTaken(List<Slot> nextFree) {
        super(HttpStatus.CONFLICT, "slot-taken");
        property("nextFree", nextFree);
    }
}
