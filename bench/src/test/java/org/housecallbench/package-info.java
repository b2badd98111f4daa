/** Tests of the bench: what it counts and leaves behind, never how fast anything is. */
@NullMarked
package org.housecallbench;

import org.jspecify.annotations.NullMarked;
