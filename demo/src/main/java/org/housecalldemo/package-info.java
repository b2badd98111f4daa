/** The server, a stand-in for Zoom, a mailbox and a sample clinic in one process: what a newcomer starts. */
@NullMarked
package org.housecalldemo;

import org.jspecify.annotations.NullMarked;
