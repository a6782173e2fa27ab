package io.cellwall.policies.crossguard;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.ProviderInputs;
import io.cellwall.policies.pulumi.Providers;
import io.cellwall.policies.pulumi.WireValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Nodes of what the engine tells of resources. */
final class EngineNodes {

  private EngineNodes() {}

  /** A resource on its way: its inputs after the provider's check, and nothing of what follows. */
  static Node arriving(AnalyzeRequest request) {
    return new Node(
        request.getUrn(),
        kind(request.getType(), request.hasProvider()),
        request.getType(),
        request.getName(),
        Optional.empty(),
        inputs(request.getType(), request.getProperties()),
        Value.Fields.none(),
        provider(request.hasProvider(), request.getProvider()),
        filled(request.getOptions().getParent()),
        new TreeSet<>(),
        new TreeMap<>(),
        options(request.getOptions()));
  }

  /**
   * A resource at the end of the stack.
   *
   * @param arrived the node that it was on its way; empty if the engine had not announced it
   */
  static Node finished(AnalyzerResource resource, Optional<Node> arrived) {
    Value.Fields told = WireValues.fields(resource.getProperties());
    Value.Fields inputs =
        arrived
            .map(Node::inputs)
            .orElseGet(() -> inputs(resource.getType(), resource.getProperties()));
    Map<String, Value> computed = new TreeMap<>(told.values());
    inputs.values().forEach((property, given) -> computed.computeIfPresent(property, added(given)));
    return new Node(
        resource.getUrn(),
        kind(resource.getType(), resource.hasProvider()),
        resource.getType(),
        resource.getName(),
        told.text("id").filter(id -> !id.isEmpty()),
        inputs,
        Value.Fields.of(computed),
        provider(resource.hasProvider(), resource.getProvider()),
        filled(resource.getParent()),
        new TreeSet<>(resource.getDependenciesList()),
        propertyDependencies(resource),
        options(resource.getOptions()));
  }

  // Of what the program passed only what AWS put inside: vpcConfig.clusterSecurityGroupId.
  private static BiFunction<String, Value, @Nullable Value> added(Value given) {
    return (property, told) -> {
      if (!(given instanceof Value.Fields before && told instanceof Value.Fields after)) {
        return null;
      }
      Map<String, Value> members = new TreeMap<>(after.values());
      members.keySet().removeAll(before.values().keySet());
      return members.isEmpty() ? null : Value.Fields.of(members);
    };
  }

  // The engine gives every resource that a provider makes its provider, and a component none.
  private static Node.Kind kind(String type, boolean hasProvider) {
    if (type.startsWith("pulumi:providers:")) {
      return Node.Kind.PROVIDER;
    }
    if (type.equals("pulumi:pulumi:StackReference")) {
      return Node.Kind.READ;
    }
    return hasProvider ? Node.Kind.RESOURCE : Node.Kind.COMPONENT;
  }

  private static Value.Fields inputs(String type, com.google.protobuf.Struct properties) {
    Value.Fields fields = WireValues.fields(properties);
    return type.startsWith("pulumi:providers:") ? ProviderInputs.decode(fields) : fields;
  }

  private static Optional<String> provider(boolean known, AnalyzerProviderResource provider) {
    return Optional.of(provider.getUrn())
        .filter(urn -> known && !urn.isEmpty() && !Providers.isDefault(urn));
  }

  private static SortedMap<String, SortedSet<String>> propertyDependencies(
      AnalyzerResource resource) {
    SortedMap<String, SortedSet<String>> found = new TreeMap<>();
    resource
        .getPropertyDependenciesMap()
        .forEach((property, urns) -> found.put(property, new TreeSet<>(urns.getUrnsList())));
    return found;
  }

  private static Node.Options options(AnalyzerResourceOptions options) {
    return new Node.Options(
        options.getProtect(),
        false,
        Optional.empty(),
        List.copyOf(options.getIgnoreChangesList()),
        List.copyOf(options.getAliasesList()));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(any -> !any.isEmpty());
  }
}
