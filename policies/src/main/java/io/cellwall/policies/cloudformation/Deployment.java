package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a template is deployed: what the pseudo parameters stand for.
 *
 * @param account empty where it is not known
 * @param region empty where it is not known, or is no region of AWS
 */
record Deployment(Optional<String> account, Optional<Region> region) {

  /** A cloud assembly says where; a lone template says nothing, and goes home. */
  static Deployment of(Template template, Optional<Home> home) {
    if (template.assembly()) {
      return new Deployment(
          template.account(), template.region().filter(Region::isRegion).map(Region::parse));
    }
    return new Deployment(
        home.map(place -> place.account().value()), home.flatMap(Deployment::regionOf));
  }

  // A stack may have providers in more regions than the one that it lives in.
  private static Optional<Region> regionOf(Home home) {
    if (home.stack() instanceof StackName.OfCell cell) {
      return Optional.of(cell.cell().region());
    }
    if (home.stack() instanceof StackName.OfRegionEdge edge) {
      return Optional.of(edge.region());
    }
    return home.regions().size() == 1 ? Optional.of(home.regions().get(0)) : Optional.empty();
  }

  /** The inputs of the provider that a template does not have and its deployment stands for. */
  Value.Fields provider(Map<String, String> tags) {
    Map<String, Value> texts = new TreeMap<>();
    tags.forEach((key, value) -> texts.put(key, new Value.Text(value)));
    return Value.Fields.of(
        Map.of(
            "region",
            text(region.map(Region::code)),
            "allowedAccountIds",
            new Value.Items(List.of(text(account))),
            "defaultTags",
            Value.Fields.of(Map.of("tags", Value.Fields.of(texts)))));
  }

  /** A pseudo parameter; empty if there is none of this name. */
  Optional<Value> pseudo(String name, String stackName) {
    return switch (name) {
      case "AWS::AccountId" -> Optional.of(text(account));
      case "AWS::Region" -> Optional.of(text(region.map(Region::code)));
      case "AWS::Partition" -> Optional.of(text(region.map(Region::partition)));
      case "AWS::URLSuffix" -> Optional.of(text(region.map(Region::dnsSuffix)));
      case "AWS::StackName" -> Optional.of(new Value.Text(stackName));
      case "AWS::StackId" ->
          Optional.of(text(arn("cloudformation", "stack/" + stackName + "/" + Options.HOLE)));
      case "AWS::NoValue" -> Optional.of(new Value.Null());
      default -> Optional.empty();
    };
  }

  /** An ARN in this account and region; empty where one of them is not known. */
  Optional<String> arn(String service, String resource) {
    return region.flatMap(
        place ->
            account.map(
                id ->
                    "arn:%s:%s:%s:%s:%s"
                        .formatted(place.partition(), service, place, id, resource)));
  }

  private static Value text(Optional<String> text) {
    return text.<Value>map(Value.Text::new).orElse(new Value.Unknown());
  }
}
