/** What policies allow that others did not: allow minus allow, with a witness. */
@NullMarked
package io.cellwall.policies.iam.growth;

import org.jspecify.annotations.NullMarked;
