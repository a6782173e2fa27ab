package io.cellwall.policies.network.path;

import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Subnet;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.routing.TransitGateways;
import java.util.Optional;

/** Where packets are on their way. */
sealed interface Location {

  /** A name that no other location has. */
  String key();

  /** The stack whose it is; empty if it is nobody's that is known. */
  Optional<String> stack();

  /** Sent by an interface of a subnet, not yet routed. */
  record Leaving(Subnet subnet) implements Location {
    @Override
    public String key() {
      return "leaving " + subnet.resource().urn();
    }

    @Override
    public Optional<String> stack() {
      return Optional.of(subnet.resource().stack());
    }
  }

  /** Inside a VPC, to be delivered. */
  record Entering(Vpc vpc) implements Location {
    @Override
    public String key() {
      return "entering " + vpc.resource().urn();
    }

    @Override
    public Optional<String> stack() {
      return Optional.of(vpc.resource().stack());
    }
  }

  /** At a transit gateway, come in by an attachment. */
  record InTransit(Resource gateway, TransitGateways.Attachment attachment) implements Location {
    @Override
    public String key() {
      return "in transit " + gateway.urn() + " from " + attachment.resource().urn();
    }

    @Override
    public Optional<String> stack() {
      return Optional.of(gateway.stack());
    }
  }

  /** In a network of which nothing is known. */
  record InHub(String hub) implements Location {
    @Override
    public String key() {
      return "in hub " + hub;
    }

    @Override
    public Optional<String> stack() {
      return Optional.empty();
    }
  }

  /** Accepted by a load balancer. */
  record AtLoadBalancer(Resource loadBalancer) implements Location {
    @Override
    public String key() {
      return "at " + loadBalancer.urn();
    }

    @Override
    public Optional<String> stack() {
      return Optional.of(loadBalancer.stack());
    }
  }

  /** Accepted by an endpoint. */
  record AtEndpoint(Resource endpoint) implements Location {
    @Override
    public String key() {
      return "at " + endpoint.urn();
    }

    @Override
    public Optional<String> stack() {
      return Optional.of(endpoint.stack());
    }
  }
}
