package io.cellwall.policies.network.model;

import io.cellwall.policies.network.packet.Ranges;

/**
 * A VPC.
 *
 * @param resource the VPC
 * @param addresses all its blocks, of both families
 */
public record Vpc(Resource resource, Ranges addresses) {}
