/**
 * The walls as policies of AWS Organizations and of VPC endpoints, for what no program declares.
 */
@NullMarked
package io.cellwall.policies.guardrails;

import org.jspecify.annotations.NullMarked;
