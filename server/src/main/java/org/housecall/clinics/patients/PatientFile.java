package org.housecall.clinics.patients;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.housecall.platform.Problem;

/**
 * A table of patients as a spreadsheet writes it: UTF-8 or UTF-16 as its mark says, UTF-8 where it can be that, Windows-1252
 * otherwise; separated by whatever separates its headings.
 *
 * @param delimiter comma, semicolon or tab
 */
record PatientFile(Charset charset, char delimiter, List<String> headings, List<Row> rows) {

    static final int MOST_ROWS = 5000;
    private static final int MOST_COLUMNS = 100;
    private static final char MARK = '\uFEFF';

    /** Reads a table from its bytes in Base64. */
    static PatientFile read(String base64) {
        try {
            return read(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("file", "clinics.import.unreadable");
        }
    }

    private static PatientFile read(byte[] bytes) {
        Charset charset = charsetOf(bytes);
        String text = new String(bytes, charset);
        if (!text.isEmpty() && text.charAt(0) == MARK) {
            text = text.substring(1);
        }
        char delimiter = delimiterOf(text.lines().findFirst().orElse(""));
        List<Row> lines = lines(text, delimiter);
        if (lines.size() < 2) {
            throw Problem.invalid("file", "clinics.import.empty");
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw Problem.invalid("file", "clinics.import.too-many", MOST_ROWS);
        }
        List<String> headings = lines.getFirst().fields();
        if (headings.size() > MOST_COLUMNS) {
            throw Problem.invalid("file", "clinics.import.unreadable");
        }
        return new PatientFile(charset, delimiter, headings, lines.subList(1, lines.size()));
    }

    private static Charset charsetOf(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        }
    }

    private static char delimiterOf(String heading) {
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        it -> heading.chars().filter(letter -> letter == it).count()))
                .orElseThrow();
    }

    private static List<Row> lines(String text, char delimiter) {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        try (Stream<CsvRecord> records = reader.stream()) {
            return records.map(it -> new Row(it.getStartingLineNumber(), it.getFields()))
                    .filter(row -> !row.fields().stream().allMatch(String::isBlank))
                    .limit(MOST_ROWS + 2L)
                    .toList();
        } catch (CsvParseException | UncheckedIOException e) {
            throw Problem.invalid("file", "clinics.import.unreadable");
        }
    }

    /** One line of it, by its number in the file. */
    record Row(long line, List<String> fields) {}
}
