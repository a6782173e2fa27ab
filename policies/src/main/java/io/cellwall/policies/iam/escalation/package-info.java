/** Whom a principal can become, and what it can open, before it acts. */
@NullMarked
package io.cellwall.policies.iam.escalation;

import org.jspecify.annotations.NullMarked;
