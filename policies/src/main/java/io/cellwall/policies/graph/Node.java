package io.cellwall.policies.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One thing that a program declares, reads or calls.
 *
 * @param urn its name in the graph, unique; for an invoke, the token with a number
 * @param kind what it is
 * @param type type token, such as {@code aws:ec2/vpc:Vpc}, or the token of the function called
 * @param name the resource's logical name
 * @param id the provider's id, where it is known
 * @param inputs what the program passes
 * @param outputs what the provider answers, as far as it is known
 * @param provider URN of the explicit provider; empty means the default provider
 * @param parent URN of the parent
 * @param dependencies URNs of everything it depends on, explicitly or through an input
 * @param propertyDependencies for each input, the URNs its value derives from
 * @param options what the program asks of the engine beyond the inputs
 */
public record Node(
    String urn,
    Kind kind,
    String type,
    String name,
    Optional<String> id,
    Value.Fields inputs,
    Value.Fields outputs,
    Optional<String> provider,
    Optional<String> parent,
    SortedSet<String> dependencies,
    SortedMap<String, SortedSet<String>> propertyDependencies,
    Options options) {

  /**
   * Outputs that name something the resource itself makes: whoever holds such a value holds this
   * resource. Other outputs may repeat what the program passed, and prove nothing.
   */
  private static final Set<String> OWN_NAMES =
      Set.of(
          "allocationId",
          "arn",
          "bucketDomainName",
          "bucketRegionalDomainName",
          "configurationEndpointAddress",
          "defaultNetworkAclId",
          "defaultRouteTableId",
          "defaultSecurityGroupId",
          "dnsName",
          "endpoint",
          "keyId",
          "mainRouteTableId",
          "primaryEndpointAddress",
          "readerEndpoint",
          "readerEndpointAddress",
          "serviceName",
          "streamArn",
          "url",
          // Beside what the program passed: the security group that EKS makes for a cluster.
          "vpcConfig.clusterSecurityGroupId",
          "zoneId");

  /** The hosts of a VPC endpoint, one below the other. */
  private static final String DNS_ENTRIES = "dnsEntries";

  public Node {
    dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
    SortedMap<String, SortedSet<String>> copies = new TreeMap<>();
    propertyDependencies.forEach(
        (property, urns) ->
            copies.put(property, Collections.unmodifiableSortedSet(new TreeSet<>(urns))));
    propertyDependencies = Collections.unmodifiableSortedMap(copies);
  }

  /** The same with other inputs. */
  public Node with(Value.Fields others) {
    return new Node(
        urn,
        kind,
        type,
        name,
        id,
        others,
        outputs,
        provider,
        parent,
        dependencies,
        propertyDependencies,
        options);
  }

  /** Its id, its ARN and whatever else names it and is not merely what the program passed. */
  public List<String> identities() {
    List<String> names = new ArrayList<>();
    id.ifPresent(names::add);
    for (String key : OWN_NAMES) {
      if (!inputs.values().containsKey(key)) {
        made(key).map(Node::bareHost).filter(name -> !names.contains(name)).ifPresent(names::add);
      }
    }
    if (!inputs.values().containsKey(DNS_ENTRIES)
        && outputs.values().get(DNS_ENTRIES) instanceof Value.Items entries) {
      entries.values().stream()
          .flatMap(
              entry ->
                  entry instanceof Value.Fields each
                      ? each.text("dnsName").stream()
                      : Stream.empty())
          .filter(name -> !name.isEmpty() && !names.contains(name))
          .forEach(names::add);
    }
    return names;
  }

  // An endpoint that is a URL: others hold the host of it.
  private static String bareHost(String name) {
    return name.startsWith("https://") && name.indexOf('/', 8) < 0 ? name.substring(8) : name;
  }

  // A key with a dot is a field of an object: by that key where it was made up offline, inside the
  // object in a state.
  private Optional<String> made(String key) {
    int dot = key.indexOf('.');
    if (dot < 0 || outputs.values().containsKey(key)) {
      return outputs.text(key);
    }
    return outputs.values().get(key.substring(0, dot)) instanceof Value.Fields object
        ? object.text(key.substring(dot + 1))
        : Optional.empty();
  }

  /** What a node is. */
  public enum Kind {
    /** A resource that a provider makes. */
    RESOURCE,
    /** A provider: where, and as whom, its resources are made. */
    PROVIDER,
    /** A component, or the stack itself: groups others and makes nothing. */
    COMPONENT,
    /** A component that another process builds: what it makes is not in the graph. */
    OPAQUE,
    /** An existing resource that the program looks at ({@code X.get}, a StackReference). */
    READ,
    /** A function that the program calls (a data source). */
    INVOKE
  }

  /**
   * What the program asks of the engine beyond the inputs.
   *
   * @param protect refuse to delete it
   * @param retainOnDelete leave it in place when it is deleted
   * @param importId adopt the existing resource of this id
   * @param ignoreChanges properties whose changes are ignored
   * @param aliases former URNs or names
   */
  public record Options(
      boolean protect,
      boolean retainOnDelete,
      Optional<String> importId,
      List<String> ignoreChanges,
      List<String> aliases) {

    public Options {
      ignoreChanges = List.copyOf(ignoreChanges);
      aliases = List.copyOf(aliases);
    }

    /** Nothing special. */
    public static Options none() {
      return new Options(false, false, Optional.empty(), List.of(), List.of());
    }
  }
}
