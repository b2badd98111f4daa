package org.housecall.zoom;

import io.github.bucket4j.UninterruptibleBlockingStrategy;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.housecall.platform.NoTransaction;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** How we reach Zoom. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ZoomSettings.class)
class ZoomConfiguration {

    private static final int LONGEST_ANSWER = 2 * 1024 * 1024;

    /**
     * Repeats nothing but what never left: the JDK's client sends GET again after a broken connection, and POST never,
     * unless {@code jdk.httpclient.enableAllMethodRetry} is set. Zoom's own redirects are for browsers only.
     */
    @Bean
    HttpClient zoomHttp(ZoomSettings settings, ExecutorService zoomThreads) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .executor(zoomThreads)
                .build();
    }

    @Bean
    ExecutorService zoomThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("zoom-", 0).factory());
    }

    /** How a thread waits its turn to call. */
    @Bean
    UninterruptibleBlockingStrategy zoomWaiting() {
        return UninterruptibleBlockingStrategy.PARKING;
    }

    @Bean
    ZoomOAuth zoomOAuth(ZoomSettings settings, HttpClient zoomHttp, ExecutorService zoomThreads) {
        return client(ZoomOAuth.class, settings.webUrl(), settings, zoomHttp, zoomThreads);
    }

    @Bean
    ZoomApi zoomApi(ZoomSettings settings, HttpClient zoomHttp, ExecutorService zoomThreads) {
        return client(ZoomApi.class, settings.apiUrl(), settings, zoomHttp, zoomThreads);
    }

    private static <T> T client(
            Class<T> type, URI base, ZoomSettings settings, HttpClient http, ExecutorService threads) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http, threads);
        requests.setReadTimeout(settings.readTimeout());
        RestClient client = RestClient.builder()
                .baseUrl(base)
                .requestFactory(requests)
                .defaultHeader("User-Agent", "Housecall")
                // A failure is an answer too; what it means is decided in one place.
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {})
                .requestInterceptor((request, body, execution) -> {
                    NoTransaction.check();
                    return new LimitedAnswer(execution.execute(request, body), LONGEST_ANSWER);
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }
}
