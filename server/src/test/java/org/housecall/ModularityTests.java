package org.housecall;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesCallOnlyTheModulesTheyDeclare() {
        ApplicationModules.of(HousecallServer.class).verify();
    }
}
