package io.cellwall.policies.network.opening;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.opening.Opening.Kind;
import io.cellwall.policies.network.routing.Network;
import io.cellwall.policies.network.routing.PrivateLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Endpoints of AWS services without a policy that narrows them, and services that admit unasked.
 */
final class EndpointOpenings {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Resources resources;
  private final PrivateLinks links;
  private final List<Opening> found = new ArrayList<>();

  EndpointOpenings(Network network) {
    this.resources = network.resources();
    this.links = network.privateLinks();
  }

  List<Opening> find() {
    Set<Resource> withPolicy = new HashSet<>();
    for (Resource policy : resources.of("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy")) {
      withPolicy.addAll(
          resources.refer(policy, "vpcEndpointId", AwsTypes.in(AwsTypes.VPC_ENDPOINT)).resources());
      judge(policy);
    }
    for (Resource endpoint : links.endpoints()) {
      boolean has = !(endpoint.value("policy") instanceof Value.Null);
      if (links.isOfAws(endpoint) && (has || !withPolicy.contains(endpoint))) {
        judge(endpoint);
      }
    }
    for (Resource service : resources.of(AwsTypes.array(AwsTypes.ENDPOINT_SERVICE))) {
      if (!service.flag("acceptanceRequired", true, false)) {
        add(Kind.UNASKED_CONSUMERS, service, "acceptanceRequired", "false");
      }
    }
    return found;
  }

  private void add(Kind kind, Resource resource, String property, String value) {
    found.add(new Opening(kind, resource.stack(), resource.urn(), property, value, ""));
  }

  private void judge(Resource resource) {
    Value policy = resource.value("policy");
    if (policy instanceof Value.Null) {
      add(
          Kind.OPEN_ENDPOINT_POLICY,
          resource,
          "policy",
          "missing, so that AWS's default of full access holds");
    } else if (policy instanceof Value.Unknown) {
      if (!resources.derivesFromWithin(resource, "policy")) {
        add(Kind.UNKNOWN, resource, "policy", "not known yet");
      }
    } else if (isOpen(Resource.text(policy).orElse(""))) {
      add(Kind.OPEN_ENDPOINT_POLICY, resource, "policy", "full access");
    }
  }

  // A policy that nobody can read narrows nothing.
  private static boolean isOpen(String text) {
    try {
      JsonNode statements = JSON.readTree(text).path("Statement");
      if (!statements.isArray()) {
        return isOpen(statements);
      }
      for (JsonNode statement : statements) {
        if (isOpen(statement)) {
          return true;
        }
      }
      return false;
    } catch (JacksonException e) {
      return true;
    }
  }

  private static boolean isOpen(JsonNode statement) {
    return statement.path("Effect").asString("").equals("Allow")
        && isStar(statement.path("Resource"))
        && !statement.has("NotResource")
        && (!statement.has("Condition") || statement.path("Condition").isEmpty())
        && (isStar(statement.path("Principal")) || isStar(statement.path("Principal").path("AWS")));
  }

  private static boolean isStar(JsonNode node) {
    if (node.isArray()) {
      for (JsonNode each : node) {
        if (isStar(each)) {
          return true;
        }
      }
      return false;
    }
    return node.asString("").equals("*");
  }
}
