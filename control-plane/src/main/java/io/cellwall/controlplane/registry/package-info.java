/** How the account's registry of images treats what is pushed to it. */
@NullMarked
package io.cellwall.controlplane.registry;

import org.jspecify.annotations.NullMarked;
