/** Where Pulumi keeps a stack's state: a bucket and two keys. */
@NullMarked
package io.cellwall.controlplane.state;

import org.jspecify.annotations.NullMarked;
