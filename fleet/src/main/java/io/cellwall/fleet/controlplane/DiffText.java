package io.cellwall.fleet.controlplane;

import io.cellwall.fleet.controlplane.ResourceChange.Kind;
import io.cellwall.fleet.controlplane.ResourceChange.PropertyChange;
import io.cellwall.fleet.output.Inert;
import java.io.PrintWriter;
import java.util.List;
import java.util.SortedMap;

/** Changes as people read them: by stack, replacements and changes of access marked. */
final class DiffText {

  private DiffText() {}

  static void print(PrintWriter out, SortedMap<String, List<ResourceChange>> changes) {
    changes.forEach(
        (stack, all) -> {
          if (!all.isEmpty()) {
            out.println(Inert.text(stack));
            all.forEach(change -> print(out, change));
          }
        });
    List<ResourceChange> all = changes.values().stream().flatMap(List::stream).toList();
    out.println(
        "%sControl planes: %d, %d with changes. Added: %d. Removed: %d. Changed: %d. Replaced: %d. Access: %d."
            .formatted(
                all.isEmpty() ? "" : System.lineSeparator(),
                changes.size(),
                changes.values().stream().filter(each -> !each.isEmpty()).count(),
                count(all, Kind.ADDED),
                count(all, Kind.REMOVED),
                count(all, Kind.CHANGED),
                all.stream().filter(ResourceChange::replaces).count(),
                all.stream().filter(ResourceChange::isAccess).count()));
  }

  private static long count(List<ResourceChange> all, Kind kind) {
    return all.stream().filter(each -> each.kind() == kind).count();
  }

  private static void print(PrintWriter out, ResourceChange change) {
    String what = change.type().isEmpty() ? change.section() : change.type();
    out.println(
        Inert.text(
            "    %s %s %s%s%s"
                .formatted(
                    change.kind().sign(),
                    what,
                    change.id(),
                    change.replaces() ? "  REPLACED" : "",
                    change.isAccess() ? "  ACCESS" : "")));
    for (PropertyChange property : change.properties()) {
      out.println(
          Inert.text(
              "        %s: %s%s"
                  .formatted(property.path(), values(property), property.effect().words())));
    }
  }

  private static String values(PropertyChange property) {
    if (property.before().isEmpty()) {
      return "[+] " + property.after();
    }
    return property.after().isEmpty()
        ? "[-] " + property.before()
        : property.before() + " -> " + property.after();
  }
}
