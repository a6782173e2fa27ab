package io.cellwall.policies.iam.access;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What can be said about whether somebody may act on something. */
public sealed interface AccessVerdict {

  /**
   * Nobody asked about may do any action asked about on any resource asked about.
   *
   * @param pairs how many pairs of a principal and a resource that covers
   */
  record Proven(int pairs) implements AccessVerdict {
    @Override
    public String toString() {
      return "proven for "
          + pairs
          + (pairs == 1 ? " pair" : " pairs")
          + " of principal and resource";
    }
  }

  /**
   * A request that AWS would allow.
   *
   * @param principal who makes it
   * @param action such as {@code s3:GetObject}
   * @param resource the ARN, with something in the place of what is open
   * @param context the condition keys that the request must have, with their values; {@code
   *     (absent)}: must lack
   * @param allowedBy labels of the statements that allow it
   * @param path how somebody asked about comes to be that principal; empty: it is asked about
   *     itself
   */
  record Witness(
      String principal,
      String action,
      String resource,
      SortedMap<String, String> context,
      List<String> allowedBy,
      List<String> path)
      implements AccessVerdict {

    public Witness {
      context = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(context));
      allowedBy = List.copyOf(allowedBy);
      path = List.copyOf(path);
    }

    /** The same at the end of a path. */
    public Witness after(List<String> steps) {
      return new Witness(principal, action, resource, context, allowedBy, steps);
    }

    @Override
    public String toString() {
      String when =
          context.isEmpty()
              ? ""
              : context.entrySet().stream()
                  .map(entry -> entry.getKey() + " = " + entry.getValue())
                  .collect(Collectors.joining(", ", " when ", ""));
      String how = path.isEmpty() ? "" : String.join("; ", path) + "; then ";
      return how
          + principal
          + " may "
          + action
          + " on "
          + resource
          + when
          + (allowedBy.isEmpty() ? "" : ", by " + String.join(" and ", allowedBy));
    }
  }

  /**
   * It could not be decided; that blocks like a witness.
   *
   * @param why each reason with what it is about
   */
  record Undecided(List<String> why) implements AccessVerdict {
    public Undecided {
      why = List.copyOf(why);
    }

    @Override
    public String toString() {
      return "undecided: " + String.join("; ", why);
    }
  }
}
