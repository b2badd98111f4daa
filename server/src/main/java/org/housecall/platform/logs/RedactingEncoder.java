package org.housecall.platform.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;

/** Redacts a line when it is complete: its message and its exception, as plain text or as JSON. */
final class RedactingEncoder extends EncoderBase<ILoggingEvent> {

    private final Encoder<ILoggingEvent> encoder;

    RedactingEncoder(Encoder<ILoggingEvent> encoder) {
        this.encoder = encoder;
    }

    @Override
    public byte[] headerBytes() {
        return encoder.headerBytes();
    }

    /** Every byte a character and back: what is looked for is ASCII, and all else stays as the encoder wrote it. */
    @Override
    public byte[] encode(ILoggingEvent event) {
        return Redaction.of(new String(encoder.encode(event), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public byte[] footerBytes() {
        return encoder.footerBytes();
    }
}
