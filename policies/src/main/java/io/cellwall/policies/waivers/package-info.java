/** What may stay although a rule found it, for how long, and who said so. */
@NullMarked
package io.cellwall.policies.waivers;

import org.jspecify.annotations.NullMarked;
