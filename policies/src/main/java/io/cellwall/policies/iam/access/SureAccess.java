package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.GlobSearch;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one principal surely may do on one resource. The policies are read once for all actions that
 * are asked about, and actions that the same statements are about are asked about once.
 */
final class SureAccess {

  private final ActionUniverse universe;
  private final Principal principal;
  private final Resource resource;
  private final boolean readable;
  private final BitSet acting;
  private final Map<Optional<String>, Evaluation> byGlobalService = new HashMap<>();
  private final Map<Asked, Boolean> known = new HashMap<>();

  /** Actions with one of these have one answer. */
  private record Asked(Optional<String> globalService, BitSet rules, int typesNumber) {}

  SureAccess(DocumentIndex index, Principal principal, Resource resource) {
    this.universe = new ActionUniverse(index.catalogue(), List.of());
    this.principal = principal;
    this.resource = resource;
    this.readable =
        Documents.of(principal, resource).stream()
            .allMatch(document -> document.problems().isEmpty());
    this.acting = universe.actingOn(resource);
  }

  /** Tells whether one of the actions that the pattern matches is surely allowed. */
  boolean allows(String action) {
    GlobRegion wanted = GlobRegion.of(List.of(Glob.parse(action.toLowerCase(Locale.ROOT))));
    BitSet actions = (BitSet) universe.matching(wanted).clone();
    actions.and(acting);
    return readable && actions.stream().anyMatch(this::allows);
  }

  private boolean allows(int action) {
    String service = universe.service(action);
    Optional<String> global =
        RequestFacts.isGlobal(service) ? Optional.of(service) : Optional.empty();
    Evaluation sure = byGlobalService.computeIfAbsent(global, this::evaluation);
    return known.computeIfAbsent(
        new Asked(global, sure.signature(action), universe.typesNumber(action)),
        any -> sure.find(action) instanceof GlobSearch.Result.Found);
  }

  private Evaluation evaluation(Optional<String> globalService) {
    return new Evaluation(
        universe,
        principal,
        resource,
        RequestFacts.of(principal, resource, globalService),
        Polarity.UNDER);
  }
}
