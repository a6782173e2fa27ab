package io.cellwall.policies.rules.program;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The program looks at something that it does not declare: a stack, a resource, a data source. */
public final class ReadOfOtherStack implements Rule {

  /** Functions that tell where the provider stands, or only compute; they look at no resource. */
  private static final Set<String> HARMLESS =
      Set.of(
          "aws:index/getArn:getArn",
          "aws:index/getAvailabilityZone:getAvailabilityZone",
          "aws:index/getAvailabilityZones:getAvailabilityZones",
          "aws:index/getCallerIdentity:getCallerIdentity",
          "aws:index/getDefaultTags:getDefaultTags",
          "aws:index/getPartition:getPartition",
          "aws:index/getRegion:getRegion",
          "aws:index/getRegions:getRegions",
          "aws:index/getService:getService",
          "aws:index/getServicePrincipal:getServicePrincipal",
          "aws:iam/getPolicyDocument:getPolicyDocument");

  @Override
  public String explanation() {
    return "What a stack reads from another couples their failures, carries data over the wall and"
        + " is invisible to the engine's policies. No stack reads another: names are computed.";
  }

  @Override
  public String fix() {
    return "compute the name from the inventory, or record what AWS made up as a fact of the"
        + " inventory at admission";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://www.pulumi.com/docs/iac/concepts/stacks/#stackreferences"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reducing-scope-of-impact-with-cell-based-architecture/what-is-a-cell-based-architecture.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    Crossing crossing = Crossing.of(this, node);
    if (node.kind() == Node.Kind.READ && !isItself(node, context)) {
      String id = node.id().map(text -> " \"" + text + "\"").orElse("");
      String what =
          node.type().equals("pulumi:pulumi:StackReference")
              ? "it reads the outputs of the stack" + id
              : "it reads the existing " + node.type() + id;
      return List.of(
          crossing.violation(
              "id", what + "; a stack must use only what it declares and the inventory"));
    }
    if (node.kind() == Node.Kind.INVOKE
        && !HARMLESS.contains(node.type())
        && !isAboutOwn(node, context)) {
      return List.of(
          crossing.violation(
              "token",
              "it calls "
                  + node.type()
                  + ", which looks up what the program does not declare; a stack must use only what"
                  + " it declares and the inventory"));
    }
    return List.of();
  }

  // What the stack itself declares, or its own outputs.
  private static boolean isItself(Node node, RuleContext context) {
    String id = node.id().orElse("");
    if (!node.type().equals("pulumi:pulumi:StackReference")) {
      return isOwn(id, context);
    }
    String[] parts = id.split("/", -1);
    return parts[parts.length - 1].equals(context.home().stack().value())
        && parts.length > 1
        && parts[parts.length - 2].equals(project(node));
  }

  // A look-up by nothing but names of what the stack declares.
  private static boolean isAboutOwn(Node node, RuleContext context) {
    List<String> names = new ArrayList<>();
    boolean[] more = {false};
    node.inputs()
        .values()
        .forEach(
            (key, value) ->
                value.walk(
                    key,
                    false,
                    new Value.Visitor() {
                      @Override
                      public void text(String path, String text, boolean secret) {
                        names.add(text);
                      }

                      @Override
                      public void unknown(String path) {
                        more[0] = true;
                      }
                    }));
    return !more[0] && !names.isEmpty() && names.stream().allMatch(name -> isOwn(name, context));
  }

  private static boolean isOwn(String name, RuleContext context) {
    return context.graph().named(name).stream()
        .anyMatch(each -> each.kind() == Node.Kind.RESOURCE && each.options().importId().isEmpty());
  }

  // urn:pulumi:<stack>::<project>::<types>::<name>
  private static String project(Node node) {
    String[] parts = node.urn().split("::", 3);
    return parts.length < 3 ? "" : parts[1];
  }
}
