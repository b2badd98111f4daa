/** The PostgreSQL that the server brings along for installations that name none of their own. */
@org.jspecify.annotations.NullMarked
package org.housecall.platform.postgres;
