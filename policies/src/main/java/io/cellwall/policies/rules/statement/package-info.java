/** The policy documents that a node holds, read once, each statement with its place. */
@NullMarked
package io.cellwall.policies.rules.statement;

import org.jspecify.annotations.NullMarked;
