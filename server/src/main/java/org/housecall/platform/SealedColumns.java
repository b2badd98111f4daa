package org.housecall.platform;

import java.util.List;

/** What a module keeps sealed: one bean in each that does. When the key is rotated, what is not named here stays behind. */
@FunctionalInterface
public interface SealedColumns {
    List<SealedColumn> sealedColumns();
}
