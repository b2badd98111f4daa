package org.housecalldemo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void saysHowToChooseAnotherWhereTheClinicsIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.exactly(other.getLocalPort()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("./housecall demo --port");
        }
    }

    @Test
    void takesAnotherForTheRest() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.LOOPBACK))) {
            assertThat(Ports.preferably(other.getLocalPort())).isPositive().isNotEqualTo(other.getLocalPort());
        }
    }
}
