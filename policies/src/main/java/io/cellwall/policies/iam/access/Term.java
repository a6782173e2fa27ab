package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.GlobSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to be allowed: in each layer one rule must allow.
 *
 * @param layers the rules of each layer that are about the action in question
 */
record Term(List<List<Rule>> layers) {

  /** Tells whether some layer allows nothing at all. */
  boolean isEmpty() {
    return layers.stream().anyMatch(List::isEmpty);
  }

  /**
   * Finds a resource that all layers allow and nothing denies. Most questions are answered by
   * comparing patterns two by two; only what is left goes to the search.
   *
   * @param arn the resources in question
   * @param types what the action acts on; empty: anything
   * @param denies the rules that deny the action
   */
  GlobSearch.Result find(Glob arn, List<GlobRegion> types, List<Rule> denies) {
    List<List<GlobRegion>> needed = new ArrayList<>();
    needed.add(List.of(GlobRegion.of(List.of(arn))));
    if (!types.isEmpty() && !narrow(needed, types, arn)) {
      return new GlobSearch.Result.None();
    }
    for (List<Rule> layer : layers) {
      if (!narrow(needed, layer.stream().map(Rule::resources).toList(), arn)) {
        return new GlobSearch.Result.None();
      }
    }
    List<GlobRegion> forbidden = new ArrayList<>();
    for (Rule deny : denies) {
      if (deny.resources().surelyCovers(arn)) {
        return new GlobSearch.Result.None();
      }
      if (deny.resources().mayMeet(arn)) {
        forbidden.add(deny.resources());
      }
    }
    return GlobSearch.find(needed, forbidden);
  }

  /** Adds the layer unless it allows all of the pattern; false if it allows nothing of it. */
  private static boolean narrow(List<List<GlobRegion>> needed, List<GlobRegion> layer, Glob arn) {
    if (layer.stream().anyMatch(region -> region.surelyCovers(arn))) {
      return true;
    }
    List<GlobRegion> meeting =
        layer.stream().filter(region -> region.mayMeet(arn)).distinct().toList();
    needed.add(meeting);
    return !meeting.isEmpty();
  }
}
