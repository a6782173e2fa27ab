/** The proof of the whole example fleet, and what it must not prove. */
@NullMarked
package io.cellwall.tests.proof;

import org.jspecify.annotations.NullMarked;
