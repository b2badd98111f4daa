package org.housecall.zoom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer that is not read beyond a limit, however much is sent. */
final class LimitedAnswer implements ClientHttpResponse {

    private final ClientHttpResponse answer;
    private final int limit;
    private byte @Nullable [] body;

    LimitedAnswer(ClientHttpResponse answer, int limit) {
        this.answer = answer;
        this.limit = limit;
    }

    /** The same bytes each time: Spring looks whether there are any before it reads them. */
    @Override
    public InputStream getBody() throws IOException {
        if (body == null) {
            body = answer.getBody().readNBytes(limit + 1);
        }
        if (body.length > limit) {
            throw new IOException("The answer is longer than " + limit + " bytes");
        }
        return new ByteArrayInputStream(body);
    }

    @Override
    public HttpStatusCode getStatusCode() throws IOException {
        return answer.getStatusCode();
    }

    @Override
    public String getStatusText() throws IOException {
        return answer.getStatusText();
    }

    @Override
    public HttpHeaders getHeaders() {
        return answer.getHeaders();
    }

    @Override
    public void close() {
        answer.close();
    }
}
