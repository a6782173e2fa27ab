/** Buckets, file systems, volumes, images, backups. */
@NullMarked
package io.cellwall.policies.rules.storage;

import org.jspecify.annotations.NullMarked;
