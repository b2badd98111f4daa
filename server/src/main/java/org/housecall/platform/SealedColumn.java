package org.housecall.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A column of values sealed by {@link SecretBox}.
 *
 * @param columns what the context is made of, besides the value itself
 * @param context under which a row's value was sealed
 */
public record SealedColumn(String table, String column, List<String> columns, Context context) {

    /** What a row's value belongs to. */
    @FunctionalInterface
    public interface Context {
        String of(ResultSet row) throws SQLException;
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
