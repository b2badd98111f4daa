package org.zoomsandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One sandbox per test class, as good as new before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxTests {

    protected ZoomSandbox sandbox;
    protected SandboxClient zoom;

    @BeforeAll
    void start() {
        sandbox = SandboxClient.sandbox();
        zoom = new SandboxClient(sandbox);
    }

    @BeforeEach
    void startOver() {
        zoom.control("POST", "reset", "");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }
}
