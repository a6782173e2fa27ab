package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/**
 * Machines of a cluster may be reached by SSH from everywhere: with a key and without groups, EKS
 * lets in the whole internet.
 */
public final class NodesOpenToShell implements Rule {

  private static final String GROUP = "aws:eks/nodeGroup:NodeGroup";
  private static final String ACCESS = "remoteAccess";

  @Override
  public String explanation() {
    return "Whoever has the key, or finds a flaw in the server of SSH, is inside the cell past its entrance.";
  }

  @Override
  public String fix() {
    return "leave remoteAccess out, and reach machines by Session Manager; or name the groups that may come"
        + " in";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE || !node.type().equals(GROUP)) {
      return List.of();
    }
    return Property.at(node, ACCESS).stream()
        .filter(access -> access.value() instanceof Value.Fields given && isOpen(given))
        .map(
            access ->
                Crossing.of(this, node)
                    .violation(
                        access.path(),
                        access.path()
                            + " has a key and no groups, so that port 22 is open to 0.0.0.0/0; it"
                            + " must name sourceSecurityGroupIds of this stack"))
        .toList();
  }

  private static boolean isOpen(Value.Fields access) {
    return has(access, "ec2SshKey") && !has(access, "sourceSecurityGroupIds");
  }

  private static boolean has(Value.Fields access, String key) {
    Value value = access.values().getOrDefault(key, new Value.Null()).bare();
    return !(value instanceof Value.Null)
        && !(value instanceof Value.Items items && items.values().isEmpty());
  }
}
