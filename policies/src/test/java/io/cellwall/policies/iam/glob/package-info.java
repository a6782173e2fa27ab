@NullMarked
package io.cellwall.policies.iam.glob;

import org.jspecify.annotations.NullMarked;
