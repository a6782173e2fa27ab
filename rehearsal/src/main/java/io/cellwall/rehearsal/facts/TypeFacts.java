package io.cellwall.rehearsal.facts;

import io.cellwall.policies.pulumi.OfflineTypes;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What no class file says of a type.
 *
 * @param shape its name, its id and what AWS makes up for it
 * @param within where its names are unique
 * @param unique the inputs that no two resources may share; empty if nothing is unique
 * @param replaces the inputs whose change makes a new resource
 * @param inside inputs that name another resource which must exist, and outlives this one: the type
 *     of that
 * @param guard the input that forbids deletion while it is true; empty if none does
 * @param held whether it cannot be deleted while another resource names its ARN
 * @param put whether creating it again overwrites it, as with the policy of a bucket
 */
public record TypeFacts(
    OfflineTypes.Shape shape,
    Scope within,
    List<String> unique,
    Set<String> replaces,
    SortedMap<String, String> inside,
    String guard,
    boolean held,
    boolean put) {

  /** Where names are unique. */
  public enum Scope {
    /** Among all customers of AWS. */
    WORLD,
    /** In the account, whatever the region. */
    ACCOUNT,
    /** In a region of the account. */
    REGION
  }

  public TypeFacts {
    unique = List.copyOf(unique);
    replaces = Set.copyOf(replaces);
    inside = Collections.unmodifiableSortedMap(new TreeMap<>(inside));
  }

  /** Outputs that AWS makes up: their forms by name. */
  public Map<String, String> outputs() {
    return shape.outputs();
  }
}
