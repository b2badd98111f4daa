/** What every HTTP answer has in common: problem documents, security headers, live streams. */
@NullMarked
@NamedInterface("web")
package org.housecall.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
