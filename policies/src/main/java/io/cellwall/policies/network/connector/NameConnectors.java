package io.cellwall.policies.network.connector;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.connector.Connector.Kind;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.packet.Ranges;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** DNS records that lead into another stack, and resolver rules that ask beyond the wall. */
final class NameConnectors {

  private static final String RECORD = "aws:route53/record:Record";

  private final Resources resources;
  private final Places places;
  private final Map<String, Resource> records = new HashMap<>();

  NameConnectors(Network network, Places places) {
    this.resources = network.resources();
    this.places = places;
    for (Resource record : resources.of(RECORD)) {
      record.text("name").ifPresent(name -> records.putIfAbsent(canonical(name), record));
    }
  }

  private static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    // Aliases of load balancers may carry a prefix.
    return bare.startsWith("dualstack.") ? bare.substring("dualstack.".length()) : bare;
  }

  List<Connector> find() {
    List<Connector> found = new ArrayList<>();
    for (Resource record : resources.of(RECORD)) {
      List<Resource.Part> targets = new ArrayList<>(Places.parts(record, "aliases[].name"));
      boolean addresses =
          List.of("A", "AAAA", "CNAME", "NS", "SRV", "HTTPS", "SVCB", "MX")
              .contains(record.text("type").orElse("CNAME"));
      if (addresses) {
        targets.addAll(record.parts("records"));
      }
      for (Resource.Part target : targets) {
        target(record, target)
            .filter(place -> place.isBeyond(record.stack()))
            .ifPresent(place -> found.add(connect(Kind.DNS_RECORD, record, target, place)));
      }
    }
    for (Resource rule : resources.of("aws:route53/resolverRule:ResolverRule")) {
      for (String field : List.of("ip", "ipv6")) {
        for (Resource.Part target : Places.parts(rule, "targetIps[]." + field)) {
          forward(rule, target).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Connector connect(Kind kind, Resource by, Resource.Part part, Place place) {
    return kind.between(Places.of(by), place, by.stack(), by.urn(), part.property());
  }

  // A name that no stack has is not looked into: it may be anybody's on the internet.
  private Optional<Place> target(Resource record, Resource.Part part) {
    if (part.value() instanceof Value.Unknown) {
      return resources.derivesFromWithin(record, part.property())
          ? Optional.empty()
          : Optional.of(new Place.Unknown());
    }
    String name = canonical(Resource.text(part.value()).orElse(""));
    Optional<IPAddress> address = Ranges.parse(name);
    if (address.isPresent()) {
      Place at = places.at(record.stack(), address.get());
      return at instanceof Place.Owned ? Optional.of(at) : Optional.empty();
    }
    List<Resource> named = resources.named(name);
    if (named.isEmpty() && records.containsKey(name)) {
      named = List.of(records.get(name));
    }
    boolean own = named.stream().anyMatch(each -> each.stack().equals(record.stack()));
    return own ? Optional.empty() : named.stream().findFirst().map(Places::of);
  }

  private Optional<Connector> forward(Resource rule, Resource.Part target) {
    if (target.value() instanceof Value.Null) {
      return Optional.empty();
    }
    Place place =
        Resource.text(target.value())
            .flatMap(Ranges::parse)
            .map(address -> places.at(rule.stack(), address))
            .orElse(new Place.Unknown());
    boolean within =
        place instanceof Place.Unknown && resources.derivesFromWithin(rule, target.property());
    return place.isBeyond(rule.stack()) && !within
        ? Optional.of(connect(Kind.RESOLVER_RULE, rule, target, place))
        : Optional.empty();
  }
}
