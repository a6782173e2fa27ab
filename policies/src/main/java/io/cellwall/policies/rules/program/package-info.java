/** What the program does rather than declares: providers, imports, reads, options. */
@NullMarked
package io.cellwall.policies.rules.program;

import org.jspecify.annotations.NullMarked;
