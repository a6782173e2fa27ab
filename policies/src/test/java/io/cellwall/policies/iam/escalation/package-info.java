@NullMarked
package io.cellwall.policies.iam.escalation;

import org.jspecify.annotations.NullMarked;
