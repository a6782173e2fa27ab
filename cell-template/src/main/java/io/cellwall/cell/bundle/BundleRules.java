package io.cellwall.cell.bundle;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a plan must fulfil before its bundle can be rendered. */
final class BundleRules {

  private BundleRules() {}

  static List<Finding> findings(PlatformBundlePlan plan, BundleCatalog catalog) {
    List<Finding> findings = new ArrayList<>();
    if (catalog.eksRegistry(plan.region()).isEmpty()) {
      findings.add(
          finding(
              plan,
              "no registry of EKS add-ons is known for region "
                  + plan.region()
                  + "; there must be one",
              "add it to EksRegistries in regions from"
                  + " https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html"));
    }
    if (plan.cidr().overlaps(plan.serviceCidr())) {
      findings.add(
          finding(
              plan,
              "its services' addresses %s overlap its network %s; they must be apart"
                  .formatted(plan.serviceCidr(), plan.cidr()),
              "choose another block for the services, such as 172.20.0.0/16"));
    }
    int prefix = plan.serviceCidr().prefixLength();
    if (prefix < 12 || prefix > 24) {
      findings.add(
          finding(
              plan,
              "its services' addresses %s are a /%d; EKS takes a /12 to a /24"
                  .formatted(plan.serviceCidr(), prefix),
              "choose another block for the services, such as 172.20.0.0/16"));
    }
    if (plan.tiers().isEmpty()) {
      findings.add(finding(plan, "it has no tenant tier; it must have one or more", "add a tier"));
    }
    Set<TierName> seen = new HashSet<>();
    for (TenantTier tier : plan.tiers()) {
      if (!seen.add(tier.name())) {
        findings.add(
            finding(
                plan,
                "tier " + tier.name() + " is there twice; each tier must have a name of its own",
                "rename or remove one"));
      }
    }
    return findings.stream().sorted().toList();
  }

  private static Finding finding(PlatformBundlePlan plan, String message, String hint) {
    return new Finding(
        "PlatformBundle",
        Severity.VIOLATION,
        "cells/" + plan.cell(),
        message,
        hint,
        List.of(),
        Optional.empty());
  }
}
