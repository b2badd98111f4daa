/** Load runs against the packaged server and the Zoom sandbox, each a process of its own. */
@NullMarked
package org.housecallbench;

import org.jspecify.annotations.NullMarked;
