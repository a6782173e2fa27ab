/** The rules inside an app of the AWS CDK: what crosses a boundary is blocked at synth. */
@NullMarked
package io.cellwall.policies.cdk;

import org.jspecify.annotations.NullMarked;
