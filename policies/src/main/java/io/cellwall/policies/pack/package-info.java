/** Which rules are judged by, and which of two speaks. */
@NullMarked
package io.cellwall.policies.pack;

import org.jspecify.annotations.NullMarked;
