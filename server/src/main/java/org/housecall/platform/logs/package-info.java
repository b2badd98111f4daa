/** Keeps secrets and addresses out of the logs, whoever writes them. */
@org.jspecify.annotations.NullMarked
package org.housecall.platform.logs;
