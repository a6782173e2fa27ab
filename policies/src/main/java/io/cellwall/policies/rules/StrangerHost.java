package io.cellwall.policies.rules;

import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.ownership.Reference.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts and addresses of the internet that are neither the fleet's nor AWS's. */
public final class StrangerHost {

  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z]+://)?(?:[^/@]*@)?([A-Za-z0-9_*](?:[A-Za-z0-9_*.-]*[A-Za-z0-9])?)"
              + "\\.?(?::[0-9]+)?(?:[/?#].*)?");

  /**
   * Domains that only AWS's own services have: endpoints, name servers, proofs for certificates.
   */
  private static final Pattern OF_AWS =
      Pattern.compile(
          "(?:.*\\.)?(?:amazonaws\\.com|amazonaws\\.com\\.cn|amazonaws\\.eu|api\\.aws|on\\.aws|amazon\\.com"
              + "|acm-validations\\.aws|cloudfront\\.net|awsglobalaccelerator\\.com|amazontrust\\.com"
              + "|awsdns-[0-9]+\\.(?:com|net|org|co\\.uk)|amazoncognito\\.com|elasticbeanstalk\\.com)");

  private StrangerHost() {}

  /**
   * The stranger's host that a text is, or that a URL leads to; empty if the host is the fleet's,
   * whose owner is judged by other rules, or AWS's.
   */
  public static Optional<String> in(String property, String text, RuleContext context) {
    Matcher matcher = HOST.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(1).toLowerCase(Locale.ROOT);
    boolean named = host.contains(".") && host.matches(".*[a-z][^.]*");
    List<Reference> known = context.referencesIn(property, host);
    return named && known.isEmpty() && !OF_AWS.matcher(host).matches()
        ? Optional.of(host)
        : Optional.empty();
  }

  /** Tells whether a text is an address, or a block of them, on the internet. */
  public static boolean isPublicAddress(String property, String text, RuleContext context) {
    return context.referencesIn(property, text).stream()
        .filter(reference -> reference.kind() == Kind.CIDR)
        .anyMatch(reference -> reference.owner() instanceof Owner.Internet);
  }
}
