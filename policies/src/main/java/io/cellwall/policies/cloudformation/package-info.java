/** Reads what CloudFormation templates declare, written by hand or by the CDK. */
@NullMarked
package io.cellwall.policies.cloudformation;

import org.jspecify.annotations.NullMarked;
