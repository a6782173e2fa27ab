@NullMarked
package io.cellwall.policies.iam.action;

import org.jspecify.annotations.NullMarked;
