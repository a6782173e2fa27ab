package io.cellwall.policies.network.opening;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.model.Addresses;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.opening.Opening.Kind;
import io.cellwall.policies.network.packet.Ranges;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds filters, routes and addresses that name what is not the stack's own. */
public final class Openings {

  private static final Pattern GROUP = Pattern.compile("(?i).*securityGroup(s|Ids?|Arns)?(Ids)?");
  private static final Pattern RANGE =
      Pattern.compile(
          "cidrBlocks|ipv6CidrBlocks|cidrIpv4|cidrIpv6|cidr|allowedPrefixes|destinationCidrBlock"
              + "|destinationIpv6CidrBlock|cidrBlock|ipv6CidrBlock|cidrs");
  private static final Pattern ROUTE =
      Pattern.compile("aws:ec2(transitgateway)?/(route|routeTable|defaultRouteTable):.*");
  private static final Pattern FILTER =
      Pattern.compile(
          "aws:(ec2|vpc)/(securityGroup|defaultSecurityGroup|securityGroupRule"
              + "|securityGroupIngressRule|securityGroupEgressRule|managedPrefixList"
              + "|managedPrefixListEntry):.*|aws:directconnect/.*");
  private static final Set<String> PRIVATE =
      Set.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

  /** What a property of some name names. */
  private enum Named {
    GROUP,
    PREFIX_LIST,
    RANGE,
    OTHER
  }

  private final Map<String, Named> named = new HashMap<>();
  private final Network network;
  private final Resources resources;
  private final Set<Resource> publicGroups;
  private final Ranges privateRanges;
  private final Map<String, Ranges> own = new HashMap<>();
  private final List<Opening> found = new ArrayList<>();

  private Openings(Network network, Set<Resource> publicGroups) {
    this.network = network;
    this.resources = network.resources();
    this.publicGroups = publicGroups;
    Ranges ranges = Ranges.NONE;
    for (String block : PRIVATE) {
      ranges = ranges.and(Ranges.of(block));
    }
    this.privateRanges = ranges;
    for (Vpc vpc : network.vpcs().all()) {
      own.merge(vpc.resource().stack(), vpc.addresses(), Ranges::and);
    }
  }

  /**
   * All openings, in the order of the resources that have them.
   *
   * @param network the network
   * @param publicGroups security groups of what is there for everybody
   */
  public static List<Opening> of(Network network, Set<Resource> publicGroups) {
    Openings openings = new Openings(network, publicGroups);
    for (Resource resource : network.resources().all()) {
      if (resource.node().kind() == Node.Kind.RESOURCE && resource.type().startsWith("aws:")) {
        resource.search(
            (name, value) -> openings.whatIs(name) != Named.OTHER,
            (name, part) -> openings.look(resource, name, part));
      }
    }
    openings.overlaps();
    openings.found.addAll(new EndpointOpenings(network).find());
    return openings.found.stream()
        .distinct()
        .sorted(Comparator.comparing(Opening::urn).thenComparing(Opening::property))
        .toList();
  }

  private void look(Resource resource, String name, Resource.Part part) {
    switch (whatIs(name)) {
      case GROUP -> group(resource, part);
      case PREFIX_LIST -> prefixList(resource, part);
      case RANGE -> {
        boolean route = ROUTE.matcher(resource.type()).matches();
        if (route || FILTER.matcher(resource.type()).matches()) {
          range(resource, part, route);
        }
      }
      case OTHER -> {
        // Names nothing that opens a network.
      }
    }
  }

  private Named whatIs(String property) {
    return named.computeIfAbsent(property, Openings::named);
  }

  private static Named named(String property) {
    if (GROUP.matcher(property).matches()) {
      return Named.GROUP;
    }
    if (property.toLowerCase(java.util.Locale.ROOT).contains("prefixlistid")) {
      return Named.PREFIX_LIST;
    }
    return RANGE.matcher(property).matches() ? Named.RANGE : Named.OTHER;
  }

  private void add(Kind kind, Resource resource, Resource.Part part, String value, String whose) {
    found.add(new Opening(kind, resource.stack(), resource.urn(), part.property(), value, whose));
  }

  private boolean undecided(Resource resource, Resource.Part part) {
    boolean unknown =
        part.value() instanceof Value.Unknown
            && !resources.derivesFromWithin(resource, part.property());
    if (unknown) {
      add(Kind.UNKNOWN, resource, part, "not known yet", "");
    }
    return unknown;
  }

  private void group(Resource resource, Resource.Part part) {
    Reference group = resources.refer(resource, part, AwsTypes.in(AwsTypes.SECURITY_GROUP));
    if (group instanceof Reference.Foreign foreign) {
      // Classic groups go by name; AWS's default group has none that a program knows.
      boolean id = foreign.id().startsWith("sg-") || foreign.id().contains("security-group/");
      boolean standard = !network.resources().named(foreign.id()).isEmpty();
      if (id && !standard) {
        add(Kind.FOREIGN_SECURITY_GROUP, resource, part, foreign.id(), foreign.id());
      } else if (standard) {
        named(resource, part, foreign.id());
      }
      return;
    }
    for (Resource each : group.resources()) {
      if (!each.stack().equals(resource.stack())) {
        add(Kind.FOREIGN_SECURITY_GROUP, resource, part, each.urn(), each.stack());
      }
    }
    if (group instanceof Reference.Unknown) {
      undecided(resource, part);
    }
  }

  private void named(Resource resource, Resource.Part part, String id) {
    List<Resource> owners = resources.named(id);
    if (owners.stream().noneMatch(each -> each.stack().equals(resource.stack()))) {
      add(Kind.FOREIGN_SECURITY_GROUP, resource, part, id, owners.get(0).stack());
    }
  }

  private void prefixList(Resource resource, Resource.Part part) {
    Reference list = resources.refer(resource, part, AwsTypes.in(AwsTypes.PREFIX_LIST));
    if (list instanceof Reference.Foreign foreign && !isOfAws(foreign.id())) {
      add(Kind.FOREIGN_PREFIX_LIST, resource, part, foreign.id(), foreign.id());
    }
    for (Resource each : list.resources()) {
      if (!each.stack().equals(resource.stack())) {
        add(Kind.FOREIGN_PREFIX_LIST, resource, part, each.urn(), each.stack());
        continue;
      }
      for (Addresses.Entry entry : network.addresses().entriesOf(each)) {
        if (isForeign(resource.stack(), entry.addresses())) {
          add(
              Kind.FOREIGN_PREFIX_LIST,
              resource,
              part,
              entry.property() + " of " + entry.resource().urn(),
              owner(resource.stack(), entry.addresses()));
        }
      }
    }
    if (list instanceof Reference.Unknown) {
      undecided(resource, part);
    }
  }

  // A look-up that found the list under an AWS name.
  private boolean isOfAws(String id) {
    return resources.all().stream()
        .filter(each -> each.node().kind() == Node.Kind.INVOKE)
        .filter(each -> each.type().toLowerCase(java.util.Locale.ROOT).contains("prefixlist"))
        .anyMatch(
            each ->
                each.text("id").filter(id::equals).isPresent()
                    && each.text("name").orElse("").startsWith("com.amazonaws."));
  }

  private void range(Resource resource, Resource.Part part, boolean route) {
    if (undecided(resource, part)) {
      return;
    }
    Optional<IPAddress> block = Resource.text(part.value()).flatMap(Ranges::parse);
    if (block.isEmpty()) {
      return;
    }
    Ranges named = Ranges.of(block.get());
    String text = block.get().toCanonicalString();
    if (named.covers(privateRangesOf(block.get()))) {
      everybody(resource, part, text, route);
    } else if (isForeign(resource.stack(), named)) {
      add(
          route ? Kind.ROUTE_TO_FOREIGN_RANGE : Kind.FOREIGN_RANGE,
          resource,
          part,
          text,
          owner(resource.stack(), named));
    }
  }

  // Blocks so wide that they are meant for the whole internet.
  private void everybody(Resource resource, Resource.Part part, String text, boolean route) {
    boolean inbound =
        part.property().startsWith("ingress")
            || resource.type().contains("IngressRule")
            || (resource.type().contains("securityGroupRule:")
                && !resource.text("type").orElse("").equals("egress"));
    boolean list = resource.type().contains("PrefixList");
    if (list || (inbound && !route && !isPublic(resource))) {
      add(Kind.WIDE_RANGE, resource, part, text, "everybody");
    }
  }

  private boolean isPublic(Resource resource) {
    if (publicGroups.contains(resource)) {
      return true;
    }
    return resources
        .refer(resource, "securityGroupId", AwsTypes.in(AwsTypes.SECURITY_GROUP))
        .resources()
        .stream()
        .anyMatch(publicGroups::contains);
  }

  private Ranges privateRangesOf(IPAddress block) {
    List<IPAddressSeqRange> same =
        privateRanges.known().stream().filter(each -> each.isIPv4() == block.isIPv4()).toList();
    return new Ranges(same, List.of());
  }

  private boolean isForeign(String stack, Ranges addresses) {
    Ranges mine = own.getOrDefault(stack, Ranges.NONE);
    if (!addresses.known().isEmpty() && mine.covers(addresses)) {
      return false;
    }
    // Of private addresses each that is not the stack's own is somebody else's.
    return addresses.overlaps(privateRanges) || !owner(stack, addresses).isEmpty();
  }

  private String owner(String stack, Ranges addresses) {
    return network
        .owners()
        .find(addresses, vpc -> !vpc.resource().stack().equals(stack))
        .map(vpc -> vpc.resource().stack())
        .orElse("");
  }

  private void overlaps() {
    for (Vpc vpc : network.vpcs().all()) {
      String other = owner(vpc.resource().stack(), vpc.addresses());
      if (!other.isEmpty()) {
        Resource.Part part = new Resource.Part(new Value.Null(), "cidrBlock");
        String blocks =
            String.join(
                ", ", vpc.addresses().blocks().stream().map(IPAddress::toCanonicalString).toList());
        add(Kind.OVERLAPPING_ADDRESSES, vpc.resource(), part, blocks, other);
      }
    }
  }
}
