package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.action.ResourceType;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import java.util.BitSet;
import java.util.List;

/**
 * The actions that a question is about: those of the catalogue, and, after them, names that
 * policies use and the catalogue does not know.
 */
final class ActionUniverse {

  private final ActionCatalogue catalogue;
  private final List<String> unlisted;

  /**
   * Actions.
   *
   * @param unlisted names in lower case
   */
  ActionUniverse(ActionCatalogue catalogue, List<String> unlisted) {
    this.catalogue = catalogue;
    this.unlisted = List.copyOf(unlisted);
  }

  BitSet matching(GlobRegion region) {
    if (unlisted.isEmpty()) {
      return catalogue.matching(region);
    }
    BitSet set = (BitSet) catalogue.matching(region).clone();
    for (int i = 0; i < unlisted.size(); i++) {
      set.set(listed() + i, region.contains(unlisted.get(i)));
    }
    return set;
  }

  /** Those that can act on the resource; of unlisted ones it cannot be told. */
  BitSet actingOn(Resource resource) {
    BitSet set = new BitSet();
    resource.arns().forEach(arn -> set.or(catalogue.actingOn(arn)));
    set.set(listed(), listed() + unlisted.size());
    return set;
  }

  boolean isListed(int action) {
    return action < listed();
  }

  boolean underResourceControl(int action) {
    return isListed(action) && catalogue.actions().get(action).underResourceControl();
  }

  String name(int action) {
    return isListed(action)
        ? catalogue.actions().get(action).toString()
        : unlisted.get(action - listed());
  }

  String service(int action) {
    if (isListed(action)) {
      return catalogue.actions().get(action).service();
    }
    String name = name(action);
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** What the action acts on; empty: anything, as it is not listed. */
  List<ResourceType> types(int action) {
    return isListed(action) ? catalogue.actions().get(action).types() : List.of();
  }

  /** A number that the actions share which act on the same {@link #types}. */
  int typesNumber(int action) {
    return isListed(action) ? catalogue.typesNumber(action) : 0;
  }

  private int listed() {
    return catalogue.actions().size();
  }

  /** An action that the pattern matches and the catalogue may not have. */
  static String example(Glob pattern) {
    return pattern.example("unlisted");
  }
}
