/** The Pulumi adapter: turns a program into a resource graph, without an engine or a cloud. */
@NullMarked
package io.cellwall.policies.pulumi;

import org.jspecify.annotations.NullMarked;
