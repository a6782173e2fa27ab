/** Runs the AWS CDK for the control planes, in this JVM and a Node.js beside it. */
@NullMarked
package io.cellwall.fleet.synth;

import org.jspecify.annotations.NullMarked;
