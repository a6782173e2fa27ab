package io.cellwall.policies.proof.residency;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.proof.rule.Objection;
import io.cellwall.policies.proof.rule.ProofRule;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where one stack's resources are, and what speaks against their staying there.
 *
 * <p>A stack's data stays in its zone if each resource is made by a provider of one of the zone's
 * regions, or is global by design, and no rule found a property that leads out of the zone, or one
 * that could.
 *
 * @param byRegion number of resources by the region that their provider works in
 * @param byDesign number of resources that AWS runs outside any zone, by what they are
 * @param objections what speaks against it
 */
public record Residency(
    SortedMap<String, Integer> byRegion,
    Map<GlobalByDesign, Integer> byDesign,
    List<Objection> objections) {

  private static final Map<String, GlobalByDesign> SERVICES =
      Map.of(
          "aws:iam/", GlobalByDesign.IAM,
          "aws:route53/", GlobalByDesign.ROUTE_53,
          "aws:globalaccelerator/", GlobalByDesign.GLOBAL_ACCELERATOR);

  /** Rules that find that it is not known where something is. */
  private static final Set<String> OF_PLACE =
      Set.of("MissingProvider", "ProviderOutsideHome", "NotGlobalByDesign", "RegionOutsideZone");

  /**
   * The residency of one stack.
   *
   * @param home what the inventory gives to the stack
   * @param judged what the rules found
   */
  public static Residency of(ResourceGraph graph, Home home, List<Finding> judged) {
    SortedMap<String, Integer> byRegion = new TreeMap<>();
    Map<GlobalByDesign, Integer> byDesign = new EnumMap<>(GlobalByDesign.class);
    List<Objection> objections = new ArrayList<>();
    judged.stream()
        .filter(Residency::speaksAgainst)
        .forEach(finding -> objections.add(objection(graph, finding)));
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      if (!node.type().startsWith("aws:")) {
        continue;
      }
      Optional<String> region =
          node.provider().flatMap(graph::find).flatMap(each -> each.inputs().text("region"));
      Optional<GlobalByDesign> global = byDesign(node, region);
      if (global.isPresent()) {
        byDesign.merge(global.get(), 1, Integer::sum);
      } else if (region.filter(each -> isInside(each, home)).isPresent()) {
        byRegion.merge(region.get(), 1, Integer::sum);
      } else if (objections.stream()
          .noneMatch(each -> each.finding().subject().equals(node.urn()))) {
        objections.add(objection(graph, misplaced(node, region)));
      }
    }
    return new Residency(byRegion, byDesign, objections);
  }

  private static boolean speaksAgainst(Finding finding) {
    return finding.blocks()
        && (finding.crossesZone()
            || finding.severity() == Severity.UNDECIDED
            || OF_PLACE.contains(finding.rule()));
  }

  private static Objection objection(ResourceGraph graph, Finding finding) {
    return new Objection(Aspect.RESIDENCY, Optional.empty(), graph.stack(), finding);
  }

  private static boolean isInside(String region, Home home) {
    return Region.isRegion(region) && home.admissibleRegions().contains(Region.parse(region));
  }

  private static Optional<GlobalByDesign> byDesign(Node node, Optional<String> region) {
    for (GlobalByDesign each : GlobalByDesign.withRegion()) {
      boolean there =
          each.region()
              .map(Region::code)
              .filter(code -> region.filter(code::equals).isPresent())
              .isPresent();
      if (there && each.types().contains(node.type())) {
        return Optional.of(each);
      }
    }
    int end = node.type().indexOf('/') + 1;
    return Optional.ofNullable(SERVICES.get(node.type().substring(0, end)));
  }

  private static Finding misplaced(Node node, Optional<String> region) {
    return ProofRule.PROOF_UNDECIDED.finding(
        node.urn(),
        "provider",
        region.map(each -> "is in " + each).orElse("has no provider that says its region")
            + "; it must be in one of its zone's regions",
        List.of(region.orElse("no region")),
        true);
  }
}
