package org.housecall.zoom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** An answer that is not read beyond a limit, however much is sent. */
final class LimitedAnswer implements ClientHttpResponse {

    private final ClientHttpResponse answer;
    private final int limit;

    LimitedAnswer(ClientHttpResponse answer, int limit) {
        this.answer = answer;
        this.limit = limit;
    }

    @Override
    public InputStream getBody() throws IOException {
        byte[] body = answer.getBody().readNBytes(limit + 1);
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
