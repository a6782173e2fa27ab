package io.cellwall.policies.ownership;

import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.ownership.Reference.Kind;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Region;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads one text for all that it names.
 *
 * <p>The shapes are tried from the most to the least specific, and what one has taken no other
 * sees: the account inside an ARN is the ARN's.
 */
final class TextReader {

  private static final Pattern HOSTED_ZONE = Pattern.compile(Tokens.HOSTED_ZONE);
  private static final Pattern KEY_ID = Pattern.compile(Tokens.KEY_ID);
  private static final Pattern UUID = Pattern.compile(Tokens.UUID);
  private static final Pattern IPV6 = Pattern.compile(Tokens.IPV6);
  private static final Pattern CIDR = Pattern.compile(Tokens.CIDR);

  // Most texts are longer, so that their length says already what they are not.
  private static final int LONGEST_CIDR = "255.255.255.255/32".length();
  private static final int LONGEST_IPV6 = "ffff:".repeat(8).length() + "/128".length();
  private static final int LONGEST_ID = "mrk-".length() + 32;

  /** Hosts that stand for one customer's resource in a region, and say nothing of whose. */
  private static final Pattern INSTANCE_HOST =
      Pattern.compile(
          "[^.]+\\.(?:.*\\.)?(?:elb|rds|cache|execute-api|redshift|es|aoss|vpce|docdb|neptune|efs|eks"
              + "|kafka|kafka-serverless|mq|memorydb|dax|dax-clusters|appsync-api"
              + "|appsync-realtime-api|compute|grafana-workspace|airflow|cloudsearch|iot)"
              + "\\..*|oidc\\.eks\\..*");

  /** The same for hosts that name no region. */
  private static final Pattern GLOBAL_HOST =
      Pattern.compile(
          "(?![0-9]{12}\\.dkr-ecr\\.).*\\.(?:awsglobalaccelerator\\.com|cloudfront\\.net|on\\.aws"
              + "|awsapprunner\\.com|amazoncognito\\.com|elasticbeanstalk\\.com"
              + "|amplifyapp\\.com|cs\\.amazonlightsail\\.com)");

  /** Where the census knows nothing: names that hold an account, so that twelve digits are one. */
  private static final Pattern ACCOUNT_PROPERTY =
      Pattern.compile(
          ".*(?i:account|owner|registry|catalog|principal|consumer|masterId).*|targetId|AWS");

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");

  /** Properties that hold a key's id or ARN. */
  private static final Pattern KEY_PROPERTY =
      Pattern.compile("(?i:.*kms.*key.*|keyId|keyArn|targetKeyId|encryptionKey)");

  private final OwnerIndex index;
  private final Home home;
  private final Surroundings graph;
  private final ArnOwner arns;
  private final ExpectedName expected;

  TextReader(OwnerIndex index, Home home, Surroundings graph) {
    this.index = index;
    this.home = home;
    this.graph = graph;
    this.arns = new ArnOwner(index, home, graph);
    this.expected = new ExpectedName(index, home, graph, arns);
  }

  /** Reads a text that stands where the census expects something of this kind, if it does. */
  void read(
      String property,
      Optional<PropertyKind> kind,
      String text,
      boolean secret,
      Consumer<Reference> found) {
    boolean[] any = {false};
    scan(
        property,
        kind,
        text,
        secret,
        reference -> {
          any[0] = true;
          found.accept(reference);
        });
    if (!any[0] && kind.isPresent()) {
      expected.in(property, kind.get(), text, secret).ifPresent(found);
    }
  }

  private void scan(
      String property,
      Optional<PropertyKind> kind,
      String text,
      boolean secret,
      Consumer<Reference> found) {
    if (!mayName(text)) {
      return;
    }
    if (text.length() <= LONGEST_CIDR && CIDR.matcher(text).matches()) {
      addresses(text)
          .ifPresent(
              owner -> found.accept(new Reference(property, text, Kind.CIDR, owner, secret)));
      return;
    }
    if (text.length() <= LONGEST_IPV6 && IPV6.matcher(text).matches()) {
      Ipv6Owner.of(text)
          .ifPresent(
              owner -> found.accept(new Reference(property, text, Kind.CIDR, owner, secret)));
      return;
    }
    if (isForeignId(property, kind, text)) {
      Owner owner = new Owner.Unknown("a resource that this stack does not declare");
      found.accept(new Reference(property, text, Kind.RESOURCE_ID, owner, secret));
      return;
    }
    Scan scan = new Scan(property, secret, found, text);
    scan.take(Shape.ARN, Kind.ARN, token -> Optional.of(arns.of(token)));
    scan.take(Shape.ENDPOINT_SERVICE, Kind.ENDPOINT_SERVICE, this::endpointService);
    scan.take(Shape.ADDRESS_NAME, Kind.CIDR, this::addressesOfName);
    scan.take(Shape.HOST, Kind.HOST, this::host);
    scan.take(Shape.CELL_NAME, Kind.NAME, token -> Optional.of(index.ofCellName(token, home)));
    scan.take(Shape.RESOURCE_ID, Kind.RESOURCE_ID, token -> Optional.of(resource(token)));
    scan.take(
        Shape.ZONE_ID, Kind.REGION, token -> Optional.of(index.ofAvailabilityZone(token, home)));
    scan.take(Shape.USER_POOL, Kind.RESOURCE_ID, this::userPool);
    scan.take(Shape.REGION, Kind.REGION, token -> region(property, token));
    scan.take(Shape.CIDR_INSIDE, Kind.CIDR, this::othersAddresses);
    if (text.indexOf(':') > 0 || text.indexOf(',') > 0 || text.indexOf('@') > 0) {
      scan.take(Shape.ADDRESS_INSIDE, Kind.CIDR, this::othersAddresses);
    }
    scan.take(
        Shape.ACCOUNT,
        Kind.ACCOUNT,
        token ->
            account(
                text,
                token,
                () -> expectsAccount(property, kind) || isAccountOfContent(property, kind, text)));
  }

  // Whatever has a shape has one of these between its parts, or is a zone's id or an account.
  private static boolean mayName(String text) {
    if (text.startsWith("Z")) {
      return true;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '.' || c == ':') {
        return true;
      }
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == Shape.DIGITS_OF_ACCOUNT) {
        return true;
      }
    }
    return false;
  }

  /** Reads a number for the account that it may be. */
  void readNumber(
      String property,
      Optional<PropertyKind> kind,
      BigInteger number,
      boolean secret,
      Consumer<Reference> found) {
    if (number.signum() <= 0) {
      return;
    }
    String bare = number.toString();
    String digits = "0".repeat(Math.max(0, Shape.DIGITS_OF_ACCOUNT - bare.length())) + bare;
    if ((expectsAccount(property, kind) && number.bitLength() > 30) || index.knowsAccount(digits)) {
      found.accept(
          new Reference(property, digits, Kind.ACCOUNT, index.ofAccount(digits, home), secret));
    }
  }

  private static boolean expectsAccount(String property, Optional<PropertyKind> kind) {
    return kind.isPresent()
        ? kind.get() == PropertyKind.ACCOUNT || kind.get() == PropertyKind.PRINCIPAL
        : ACCOUNT_PROPERTY.matcher(lastKey(property)).matches();
  }

  // The keys of a map whose keys are free, such as parameters: the census knows none of them.
  private static boolean isAccountOfContent(
      String property, Optional<PropertyKind> kind, String text) {
    return kind.isPresent()
        && kind.get() == PropertyKind.CONTENT
        && text.length() == Shape.DIGITS_OF_ACCOUNT
        && ACCOUNT_PROPERTY.matcher(lastKey(property)).matches();
  }

  private Optional<Owner> addresses(String text) {
    Cidr block;
    try {
      block = Cidr.parse(text.contains("/") ? text : text + "/32");
    } catch (IllegalArgumentException e) {
      return text.contains("/")
          ? Optional.of(new Owner.Unknown("no canonical block of addresses"))
          : Optional.empty();
    }
    return Optional.of(AddressOwner.of(block, index, home));
  }

  // Inside a longer text only what is another's for certain: the rest may be anything.
  private Optional<Owner> othersAddresses(String block) {
    return addresses(block)
        .filter(
            owner ->
                owner instanceof Owner.OtherCell
                    || owner instanceof Owner.OtherZone
                    || owner instanceof Owner.Edge
                    || owner instanceof Owner.Several);
  }

  // ip-10-0-0-1: what a VPC calls its interfaces.
  private Optional<Owner> addressesOfName(String name) {
    return othersAddresses(name.substring("ip-".length()).replace('-', '.'));
  }

  // Of users, and of whom one trusts. Its id begins with its region.
  private Optional<Owner> userPool(String id) {
    if (graph.named(id).stream().anyMatch(Declared::isOwn)) {
      return Optional.of(new Owner.ThisStack());
    }
    return region(id, id.substring(0, id.indexOf('_')))
        .map(
            owner ->
                owner instanceof Owner.ThisStack
                    ? new Owner.Unknown("a user pool that this stack does not declare")
                    : owner);
  }

  // Ids without a prefix of their own: only the property tells what they are. The zone of an alias
  // is AWS's own, or that of the alias's target, whose name is judged.
  private boolean isForeignId(String property, Optional<PropertyKind> kind, String text) {
    if (text.length() > LONGEST_ID) {
      return false;
    }
    boolean isZone = HOSTED_ZONE.matcher(text).matches();
    if (!isZone && !KEY_ID.matcher(text).matches()) {
      return false;
    }
    String key = lastKey(property);
    boolean uuid =
        kind.isPresent()
            && kind.get() == PropertyKind.REFERENCE
            && UUID.matcher(text).matches()
            // CloudFront has policies of its own, the same in every account.
            && !key.endsWith("PolicyId");
    boolean zone =
        (key.equals("zoneId") || key.equals("hostedZoneId")) && !property.startsWith("alias");
    return (isZone ? zone : uuid || KEY_PROPERTY.matcher(key).matches())
        && graph.named(text).stream().noneMatch(Declared::isOwn);
  }

  private Optional<Owner> endpointService(String name) {
    return Optional.of(
        graph.named(name).stream().anyMatch(Declared::isOwn)
            ? new Owner.ThisStack()
            : index.ofEndpointService(name, home));
  }

  // Empty where the host itself says nothing: what stands inside it is then read on.
  private Optional<Owner> host(String host) {
    // No other host can be a resource's, even if one has it for a name, as a bucket may.
    if ((OwnNames.isHostOfAws(host) || index.isOurs(host))
        && graph.named(host).stream().anyMatch(Declared::isOwn)) {
      return Optional.of(new Owner.ThisStack());
    }
    if (index.isOurs(host)) {
      return Optional.of(index.ofHost(host, home));
    }
    // Without a region it is a service's principal, such as monitoring.rds.amazonaws.com.
    boolean instance =
        GLOBAL_HOST.matcher(host).matches()
            || (host.contains(".amazonaws.com")
                && Shape.REGION.first(host).isPresent()
                && INSTANCE_HOST.matcher(host).matches());
    return instance ? Optional.of(ofInstance(host)) : Optional.empty();
  }

  // Nothing says whose it is, unless it lies in a region beyond the zone.
  private Owner ofInstance(String host) {
    return Shape.REGION
        .first(host)
        .flatMap(region -> region(host, region))
        .filter(owner -> owner instanceof Owner.OtherZone || owner instanceof Owner.Stranger)
        .orElse(new Owner.Unknown("a host that no resource of this stack is"));
  }

  private Owner resource(String id) {
    List<Node> nodes = graph.named(id);
    if (nodes.stream().anyMatch(Declared::isOwn)) {
      return new Owner.ThisStack();
    }
    // AWS's own prefix lists have short ids; a customer's were never anything but long.
    return id.matches("pl-[0-9a-f]{8}")
        ? new Owner.Aws()
        : new Owner.Unknown("a resource that this stack does not declare");
  }

  private Optional<Owner> region(String property, String code) {
    if (!Region.isRegion(code)) {
      return Optional.empty();
    }
    // Global services report this region: a condition on the requested region must admit it.
    if (code.equals("us-east-1") && property.contains("aws:RequestedRegion")) {
      return Optional.of(new Owner.Aws());
    }
    return Optional.of(index.ofRegion(Region.parse(code), home));
  }

  private Optional<Owner> account(String text, String digits, BooleanSupplier expected) {
    if (home.readsImagesFrom(digits)) {
      return Optional.of(new Owner.Aws());
    }
    return index.knowsAccount(digits) || isInAddress(digits, text) || expected.getAsBoolean()
        ? Optional.of(index.ofAccount(digits, home))
        : Optional.empty();
  }

  // Of a registry or a queue.
  private static boolean isInAddress(String digits, String text) {
    return text.contains(digits + ".dkr.ecr.")
        || text.contains(digits + ".dkr-ecr.")
        || text.contains("amazonaws.com/" + digits + "/")
        || text.contains("amazonaws.com.cn/" + digits + "/");
  }

  private static String lastKey(String property) {
    String bare = INDEX.matcher(property).replaceAll("");
    return bare.substring(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf("[\"")) + 1);
  }

  /** One pass over a text: each shape takes its tokens out of what is left. */
  private static final class Scan {

    private final String property;
    private final boolean secret;
    private final Consumer<Reference> found;
    private String rest;

    Scan(String property, boolean secret, Consumer<Reference> found, String text) {
      this.property = property;
      this.secret = secret;
      this.found = found;
      this.rest = text;
    }

    void take(Shape shape, Kind kind, Function<String, Optional<Owner>> owner) {
      Shape.Search search = shape.in(rest);
      if (!search.next()) {
        return;
      }
      StringBuilder left = new StringBuilder(rest.length());
      int copied = 0;
      do {
        String token = search.name();
        Optional<Owner> owned = owner.apply(token);
        owned.ifPresent(who -> found.accept(new Reference(property, token, kind, who, secret)));
        left.append(rest, copied, search.start()).append(owned.isPresent() ? " " : token);
        copied = search.end();
      } while (search.next());
      rest = left.append(rest, copied, rest.length()).toString();
    }
  }
}
