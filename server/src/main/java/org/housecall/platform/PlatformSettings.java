package org.housecall.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an installation says about itself. */
@ConfigurationProperties("housecall")
public record PlatformSettings(@DefaultValue("./data") Path dataDir) {}
