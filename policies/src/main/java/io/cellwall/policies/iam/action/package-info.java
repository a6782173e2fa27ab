/** What actions AWS has, and what each acts on. */
@NullMarked
package io.cellwall.policies.iam.action;

import org.jspecify.annotations.NullMarked;
