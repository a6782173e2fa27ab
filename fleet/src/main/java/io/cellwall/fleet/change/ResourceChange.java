package io.cellwall.fleet.change;

import io.cellwall.policies.graph.change.PropertyDifference;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What becomes of one resource.
 *
 * @param urn its URN as it becomes; of one that is deleted, as it was
 * @param type its type token
 * @param name its name in the program
 * @param action what becomes of it
 * @param differences its inputs that differ; of a new resource, all of them
 * @param reasons why the action is what it is, where the differences do not say so
 */
public record ResourceChange(
    String urn,
    String type,
    String name,
    Action action,
    List<PropertyDifference> differences,
    List<String> reasons) {

  public ResourceChange {
    differences = List.copyOf(differences);
    reasons = List.copyOf(reasons);
  }

  /** The type without its provider and module: {@code ec2 Subnet}. */
  public String shortType() {
    String[] parts = type.split(":", 3);
    return parts.length == 3
        ? parts[0].equals("pulumi") && parts[1].equals("providers")
            ? "provider " + parts[2]
            : parts[1].split("/", 2)[0] + " " + parts[2]
        : type;
  }

  /** Its type and name, as people read them: {@code ec2 Subnet eu-west-1-cell-03-nodes-az1}. */
  public String shown() {
    return shortType() + " " + name;
  }

  /** The same with every text replaced. */
  ResourceChange with(UnaryOperator<String> text) {
    return new ResourceChange(
        text.apply(urn),
        type,
        text.apply(name),
        action,
        differences.stream()
            .map(
                each ->
                    new PropertyDifference(
                        text.apply(each.path()), each.before().map(text), each.after().map(text)))
            .toList(),
        reasons.stream().map(text).toList());
  }
}
