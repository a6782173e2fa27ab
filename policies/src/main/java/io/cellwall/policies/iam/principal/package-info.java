/** Who acts, and how policies name those who act. */
@NullMarked
package io.cellwall.policies.iam.principal;

import org.jspecify.annotations.NullMarked;
