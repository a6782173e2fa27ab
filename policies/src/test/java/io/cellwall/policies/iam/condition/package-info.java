@NullMarked
package io.cellwall.policies.iam.condition;

import org.jspecify.annotations.NullMarked;
