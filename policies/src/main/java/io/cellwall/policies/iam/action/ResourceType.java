package io.cellwall.policies.iam.action;

import io.cellwall.policies.iam.glob.ArnParts;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import java.util.List;

/**
 * A kind of resource that actions act on.
 *
 * @param name as AWS's reference has it, with the service: {@code s3:bucket}
 * @param arns the ARNs of such resources
 */
public record ResourceType(String name, GlobRegion arns) {

  /**
   * Reads patterns with commas between them; the text that no last wildcard of theirs may hold can
   * be empty.
   */
  static ResourceType of(String name, String patterns, String forbidden) {
    List<String> arns = List.of(patterns.split(",", -1));
    List<Glob> out =
        forbidden.isEmpty()
            ? List.of()
            : arns.stream().map(arn -> Glob.parse(arn + forbidden + "*")).toList();
    return new ResourceType(name, new GlobRegion(arns.stream().map(Glob::parse).toList(), out));
  }

  /**
   * Tells, without fail when it says no, whether such a resource can have an ARN of the pattern.
   */
  public boolean mayBe(Glob arn) {
    return arns.in().stream().anyMatch(format -> ArnParts.mayBeOf(format, arn))
        && arns.out().stream().noneMatch(each -> each.covers(arn));
  }
}
