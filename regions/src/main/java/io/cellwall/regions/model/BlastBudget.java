package io.cellwall.regions.model;

import io.cellwall.regions.finding.Source;

/**
 * The largest share of the fleet's users that one kind of failure may reach.
 *
 * @param failure the kind of failure
 * @param most the largest share
 * @param source its place in the inventory
 */
public record BlastBudget(Failure failure, TenantShare most, Source source) {}
