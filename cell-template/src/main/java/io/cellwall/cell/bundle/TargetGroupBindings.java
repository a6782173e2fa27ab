package io.cellwall.cell.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The binding of the gateway's pods to the target group of the cell's load balancer.
 *
 * <p>It is not part of the bundle, since AWS makes up the target group's ARN: the job that installs
 * Argo CD applies it, with the ARN that the stack gives it.
 */
public final class TargetGroupBindings {

  private static final Pattern ARN =
      Pattern.compile(
          "arn:([a-z-]+):elasticloadbalancing:([a-z0-9-]+):([0-9]{12})"
              + ":targetgroup/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}");

  private TargetGroupBindings() {}

  /**
   * The manifest, as YAML. Auto Mode's controller has a kind of its own:
   * https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html
   *
   * @param targetGroupArn a target group of type {@code ip} in the cell's account and region
   * @throws IllegalArgumentException if the ARN is not that of a target group of the cell
   */
  public static String manifest(PlatformBundlePlan plan, String targetGroupArn) {
    Matcher arn = ARN.matcher(targetGroupArn);
    if (!arn.matches()
        || !arn.group(1).equals(plan.region().partition())
        || !arn.group(2).equals(plan.region().code())
        || !arn.group(3).equals(plan.account().value())) {
      throw new IllegalArgumentException(
          "\"%s\" is not the ARN of a target group of account %s in %s"
              .formatted(targetGroupArn, plan.account(), plan.region()));
    }
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put(
        "apiVersion",
        switch (plan.nodes()) {
          case AUTO_MODE -> "eks.amazonaws.com/v1";
          case NODE_GROUPS -> "elbv2.k8s.aws/v1beta1";
        });
    manifest.put("kind", "TargetGroupBinding");
    manifest.put("metadata", new TreeMap<>(Map.of("name", "cell", "namespace", "gateway")));
    Map<String, Object> spec = new LinkedHashMap<>();
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("name", "cell-gateway");
    service.put("port", 8443);
    spec.put("serviceRef", service);
    spec.put("targetGroupARN", targetGroupArn);
    spec.put("targetType", "ip");
    manifest.put("spec", spec);
    return ManifestText.of(List.of(manifest));
  }
}
