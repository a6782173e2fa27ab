package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.principal.ArnAccount;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be acted on, with everything that bounds access from its own side.
 *
 * @param arns its ARN and those of its parts (objects of a bucket, streams of a log group); unknown
 *     parts as wildcards
 * @param account that owns it; empty: not known, so it may be anybody's own
 * @param region where it is, if its ARN does not say and it is known
 * @param policies its resource policies; for a role, its trust policy
 * @param grants what allows without the identity's side, such as KMS grants and ACLs, written as
 *     policies
 * @param controls resource control policies over it; only their denials count, as AWS's own policy
 *     allows the rest
 * @param facts what else is known of requests to it, such as its tags
 */
public record Resource(
    List<Glob> arns,
    Optional<String> account,
    Optional<String> region,
    List<PolicyDocument> policies,
    List<PolicyDocument> grants,
    List<PolicyDocument> controls,
    Facts facts) {

  private static final Glob ROLE = Glob.parse("arn:*:iam:*:*:role/*");
  private static final Glob KEY = Glob.parse("arn:*:kms:*:*:key/*");

  public Resource {
    arns = List.copyOf(arns);
    policies = List.copyOf(policies);
    grants = List.copyOf(grants);
    controls = List.copyOf(controls);
  }

  /** The resource of this ARN, or of this pattern, in the account that the ARN names. */
  public static Resource of(String arn, PolicyDocument... policies) {
    return new Resource(
        List.of(Glob.parse(arn)),
        ArnAccount.of(arn),
        Optional.empty(),
        List.of(policies),
        List.of(),
        List.of(),
        Facts.NONE);
  }

  /** The same, with the ARN of a part of it. */
  public Resource with(String arn) {
    List<Glob> more = new java.util.ArrayList<>(arns);
    more.add(Glob.parse(arn));
    return new Resource(more, account, region, policies, grants, controls, facts);
  }

  /** The same, in this account. */
  public Resource in(String owner) {
    return new Resource(arns, Optional.of(owner), region, policies, grants, controls, facts);
  }

  /** The same, in this region. */
  public Resource at(String place) {
    return new Resource(arns, account, Optional.of(place), policies, grants, controls, facts);
  }

  /** The same, with what allows without the identity's side. */
  public Resource granting(PolicyDocument... documents) {
    return new Resource(arns, account, region, policies, List.of(documents), controls, facts);
  }

  /** The same, under these resource control policies. */
  public Resource under(PolicyDocument... documents) {
    return new Resource(arns, account, region, policies, grants, List.of(documents), facts);
  }

  /** The same, with more known of requests to it. */
  public Resource knowing(Facts more) {
    return new Resource(arns, account, region, policies, grants, controls, facts.with(more));
  }

  /** For people to read. */
  public String name() {
    return arns.isEmpty() ? "a resource without ARN" : arns.get(0).toString();
  }

  boolean isRole() {
    return !arns.isEmpty() && arns.stream().allMatch(ROLE::covers);
  }

  boolean isKey() {
    return !arns.isEmpty() && arns.stream().allMatch(KEY::covers);
  }
}
