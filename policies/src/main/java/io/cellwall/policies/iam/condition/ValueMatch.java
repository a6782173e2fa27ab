package io.cellwall.policies.iam.condition;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.cellwall.policies.iam.glob.ArnParts;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether one value of a request, given as a pattern of what it can be, matches one value of a
 * policy.
 */
final class ValueMatch {

  private static final int ARN_PARTS = 6;

  private ValueMatch() {}

  static Truth of(Operator operator, Glob request, PolicyText text, PolicyText.Variables known) {
    return switch (operator.family()) {
      case STRING -> text(request, text, known, false);
      case STRING_IGNORE_CASE -> ignoringCase(request, text, known);
      case LIKE -> text(request, text, known, true);
      case ARN -> arn(request, text, known);
      default -> exact(operator, request, text, known);
    };
  }

  private static Truth text(
      Glob request, PolicyText text, PolicyText.Variables known, boolean wildcards) {
    return covers(request, text.narrowest(known, wildcards), text.widest(known, wildcards));
  }

  private static Truth ignoringCase(Glob request, PolicyText text, PolicyText.Variables known) {
    return covers(
        request.lowerCase(),
        text.narrowest(known, false).map(Glob::lowerCase),
        text.widest(known, false).lowerCase());
  }

  private static Truth covers(Glob request, Optional<Glob> narrowest, Glob widest) {
    if (!widest.overlaps(request)) {
      return Truth.NEVER;
    }
    return narrowest.isPresent() && narrowest.get().covers(request)
        ? Truth.ALWAYS
        : Truth.SOMETIMES;
  }

  /** ARNs are compared part by part; only the last part may hold colons of its own. */
  private static Truth arn(Glob request, PolicyText text, PolicyText.Variables known) {
    if (!text.widest(known, true).overlaps(request)) {
      return Truth.NEVER;
    }
    Optional<Glob> narrowest = text.narrowest(known, true);
    if (narrowest.isPresent() && narrowest.get().isAnything()) {
      return Truth.ALWAYS;
    }
    Optional<Glob[]> ours = narrowest.flatMap(ArnParts::split);
    if (ours.isEmpty()) {
      // Not known, or fewer than six parts, of which AWS does not say what they match.
      return Truth.SOMETIMES;
    }
    if (request.isLiteral()) {
      Optional<Glob[]> theirs = ArnParts.split(request);
      return Truth.of(theirs.isPresent() && eachCovers(ours.get(), theirs.get()));
    }
    Optional<Glob[]> theirs = ArnParts.splitWithFixedHead(request);
    return theirs.isPresent() && eachCovers(ours.get(), theirs.get())
        ? Truth.ALWAYS
        : Truth.SOMETIMES;
  }

  private static boolean eachCovers(Glob[] ours, Glob[] theirs) {
    for (int i = 0; i < ARN_PARTS; i++) {
      if (!ours[i].covers(theirs[i])) {
        return false;
      }
    }
    return true;
  }

  private static Truth exact(
      Operator operator, Glob request, PolicyText text, PolicyText.Variables known) {
    Optional<Glob> policy = text.narrowest(known, false);
    if (!request.isLiteral() || policy.isEmpty()) {
      return Truth.SOMETIMES;
    }
    String theirs = request.example("");
    String ours = policy.get().example("");
    return Truth.of(
        switch (operator.family()) {
          case NUMERIC -> compare(number(theirs), number(ours), operator);
          case DATE -> compare(date(theirs), date(ours), operator);
          case IP -> inNetwork(theirs, ours);
          default -> theirs.toLowerCase(Locale.ROOT).equals(ours.toLowerCase(Locale.ROOT));
        });
  }

  private static <T extends Comparable<T>> boolean compare(
      Optional<T> theirs, Optional<T> ours, Operator operator) {
    return theirs.isPresent()
        && ours.isPresent()
        && operator.order().accepts(theirs.get().compareTo(ours.get()));
  }

  private static boolean inNetwork(String address, String network) {
    Optional<IPAddress> theirs = network(address);
    Optional<IPAddress> ours = network(network);
    return theirs.isPresent() && ours.isPresent() && ours.get().contains(theirs.get());
  }

  /** A number; none if the text is none, or one that only spends memory. */
  static Optional<BigDecimal> number(String text) {
    try {
      return text.length() > 64
          ? Optional.empty()
          : Optional.of(new BigDecimal(text)).filter(n -> Math.abs(n.scale()) < 64);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A date as ISO 8601 or as seconds since 1970. */
  static Optional<Instant> date(String text) {
    try {
      if (text.matches("[0-9]{1,12}")) {
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
      }
      return Optional.of(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An address or a network with its prefix length, as its block. */
  static Optional<IPAddress> network(String text) {
    if (!text.matches("[0-9A-Fa-f.:]{2,45}(/[0-9]{1,3})?")) {
      return Optional.empty();
    }
    IPAddress address = new IPAddressString(text).getAddress();
    return Optional.ofNullable(address).map(IPAddress::toPrefixBlock);
  }
}
