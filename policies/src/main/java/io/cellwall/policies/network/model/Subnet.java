package io.cellwall.policies.network.model;

import io.cellwall.policies.network.packet.Ranges;

/**
 * A subnet in a VPC that the graphs know.
 *
 * @param resource the subnet
 * @param vpc its VPC
 * @param addresses its blocks, of both families
 */
public record Subnet(Resource resource, Vpc vpc, Ranges addresses) {}
