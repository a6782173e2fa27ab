/** {@code cellwall quotas}: what each account and region would need of AWS's quotas. */
@NullMarked
package io.cellwall.fleet.quotas;

import org.jspecify.annotations.NullMarked;
