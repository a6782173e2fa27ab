/** The pipeline that deploys one stack, from its own region's bucket of releases. */
@NullMarked
package io.cellwall.controlplane.pipeline;

import org.jspecify.annotations.NullMarked;
