package io.cellwall.policies.iam.action;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.SplitArn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of resource that actions act on. */
public final class ResourceType {

  private final String name;
  private final GlobRegion arns;
  private final List<SplitArn> formats;

  /**
   * A kind of resource.
   *
   * @param name as AWS's reference has it, with the service: {@code s3:bucket}
   * @param arns the ARNs of such resources
   */
  ResourceType(String name, GlobRegion arns) {
    this.name = name;
    this.arns = arns;
    this.formats = arns.in().stream().map(SplitArn::of).toList();
  }

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

  /** Its name in AWS's reference, with the service: {@code s3:bucket}. */
  public String name() {
    return name;
  }

  /** The ARNs of such resources. */
  public GlobRegion arns() {
    return arns;
  }

  /**
   * Tells, without fail when it says no, whether such a resource can have an ARN of the pattern.
   */
  public boolean mayBe(SplitArn arn) {
    return formats.stream().anyMatch(format -> format.mayBe(arn))
        && arns.out().stream().noneMatch(each -> each.covers(arn.whole()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceType type && name.equals(type.name) && arns.equals(type.arns);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
