/** Where packets get to: the second level of the proof. */
@NullMarked
package io.cellwall.policies.network.path;

import org.jspecify.annotations.NullMarked;
