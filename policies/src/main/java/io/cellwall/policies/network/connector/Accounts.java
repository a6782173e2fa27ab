package io.cellwall.policies.network.connector;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which stack's account is which: from the providers' allowed accounts, and from ARNs made. */
final class Accounts {

  private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):.*");
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  private final Map<String, SortedSet<String>> stacks = new LinkedHashMap<>();

  Accounts(Resources resources, Map<String, SortedSet<String>> declared) {
    declared.forEach((account, owners) -> owners.forEach(owner -> put(account, owner)));
    for (Resource provider : resources.providers()) {
      for (Resource.Part part : allowed(provider)) {
        Resource.text(part.value()).ifPresent(account -> put(account, provider.stack()));
      }
    }
    for (Resource resource : resources.all()) {
      Optional.ofNullable(resource.node().outputs().values().get("arn"))
          .flatMap(Resource::text)
          .flatMap(Accounts::account)
          .ifPresent(account -> put(account, resource.stack()));
    }
  }

  private static List<Resource.Part> allowed(Resource provider) {
    // An explicit provider's lists reach the engine as JSON text.
    List<Resource.Part> parts = new ArrayList<>();
    for (Resource.Part part : provider.parts("allowedAccountIds")) {
      Matcher ids = Pattern.compile("[0-9]{12}").matcher(Resource.text(part.value()).orElse(""));
      while (ids.find()) {
        parts.add(new Resource.Part(new Value.Text(ids.group()), part.property()));
      }
    }
    return parts;
  }

  private void put(String account, String stack) {
    stacks.computeIfAbsent(account, each -> new TreeSet<>()).add(stack);
  }

  private static Optional<String> account(String principal) {
    if (ACCOUNT.matcher(principal).matches()) {
      return Optional.of(principal);
    }
    // An organization's or unit's ARN carries its management account: that is not whom it means.
    Matcher arn = ARN.matcher(principal);
    return arn.matches() && !principal.contains(":organizations:")
        ? Optional.of(arn.group(1))
        : Optional.empty();
  }

  /** Whom a principal means. */
  Place principal(String text) {
    SortedSet<String> owners =
        account(text)
            .map(account -> stacks.getOrDefault(account, new TreeSet<>()))
            .orElse(new TreeSet<>());
    return new Place.Principal(text, owners);
  }
}
