@NullMarked
package io.cellwall.policies.iam.access;

import org.jspecify.annotations.NullMarked;
