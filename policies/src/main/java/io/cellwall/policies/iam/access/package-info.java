/** Who may act on what: AWS's evaluation logic, turned into a proof or a witness. */
@NullMarked
package io.cellwall.policies.iam.access;

import org.jspecify.annotations.NullMarked;
