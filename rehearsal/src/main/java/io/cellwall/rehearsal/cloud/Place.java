package io.cellwall.rehearsal.cloud;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;

/**
 * Where a provider works.
 *
 * @param account its only account
 * @param region its region
 */
public record Place(AccountId account, Region region) {}
