package io.cellwall.controlplane.watch;

import io.cellwall.controlplane.bucket.ClosedBucket;
import io.cellwall.controlplane.pipeline.PipelinePlan;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.KeyStatements;
import io.cellwall.controlplane.review.Acceptance;
import io.cellwall.controlplane.review.Acceptance.Wildcard;
import io.cellwall.controlplane.review.Reviewed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/**
 * The topic, and what speaks there: rules, the budget; the trail that the rules hear of calls by.
 */
public final class Watch extends Construct implements Reviewed {

  private static final int HOURS = 3_600;

  private final Place place;
  private final WatchPlan plan;
  private final String ceiling;
  private final CfnTopic topic;
  private final ClosedBucket logs;
  private final CfnRole breakGlass;
  private final CfnRole teller;

  /**
   * Makes them.
   *
   * @param keyArn the key of notices and of the trail's records
   * @param ceiling ARN of the boundary of its roles
   */
  public Watch(
      Construct scope, String id, Place place, WatchPlan plan, String keyArn, String ceiling) {
    super(scope, id);
    this.place = place;
    this.plan = plan;
    this.ceiling = ceiling;
    logs = new ClosedBucket(this, "Logs", plan.logs(), Optional.empty());
    topic =
        CfnTopic.Builder.create(this, "Topic")
            .topicName(plan.topic())
            .kmsMasterKeyId(keyArn)
            .build();
    CfnTopicPolicy.Builder.create(this, "TopicPolicy")
        .topics(List.of(topic.getRef()))
        .policyDocument(plan.topicPolicy().json())
        .build();
    plan.trail().ifPresent(name -> trail(name, keyArn));
    breakGlass =
        role("BreakGlass", plan.breakGlass())
            .assumeRolePolicyDocument(plan.breakGlassTrust().json())
            .maxSessionDuration(HOURS)
            .policies(List.of(inline(plan.breakGlass(), plan.breakGlassPolicy().json())))
            .build();
    teller =
        role("Teller", plan.teller())
            .assumeRolePolicyDocument(plan.tellerTrust().json())
            .policies(List.of(inline(plan.teller(), plan.tellerPolicy().json())))
            .build();
    plan.rules().forEach(this::rule);
    plan.budget().ifPresentOrElse(this::budget, this::sayThatThereIsNoBudget);
  }

  @Override
  public List<Acceptance> acceptances() {
    return List.of(
        Acceptance.wildcard(
            breakGlass,
            Wildcard.RESOURCE,
            place.bucketArn(place.bucket("state")) + "/*",
            "Whoever repairs a state needs all files of the one bucket that it is in"),
        Acceptance.wildcard(
            breakGlass, Wildcard.RESOURCE, place.arn("kms", "key/*"), KeyStatements.WHY_ANY_KEY),
        Acceptance.wildcard(
            breakGlass,
            Wildcard.RESOURCE,
            place.arn("codepipeline", place.name()) + "/*",
            "The stages of the one pipeline"),
        Acceptance.wildcard(
            breakGlass,
            Wildcard.RESOURCE,
            place.arn("logs", "log-group:" + PipelinePlan.logGroup(place)) + ":*",
            "The log streams of the one pipeline, whose names AWS makes up"),
        Acceptance.wildcard(
            teller, Wildcard.RESOURCE, place.arn("kms", "key/*"), KeyStatements.WHY_ANY_KEY));
  }

  /** The topic's ARN. */
  public String topicArn() {
    return topic.getRef();
  }

  /** The bucket of access logs. */
  public ClosedBucket logs() {
    return logs;
  }

  private CfnRole.Builder role(String id, String name) {
    return CfnRole.Builder.create(this, id).roleName(name).permissionsBoundary(ceiling);
  }

  private static CfnRole.PolicyProperty inline(String name, Map<String, Object> document) {
    return CfnRole.PolicyProperty.builder().policyName(name).policyDocument(document).build();
  }

  private void trail(String name, String keyArn) {
    CfnTrail trail =
        CfnTrail.Builder.create(this, "Trail")
            .trailName(name)
            .s3BucketName(plan.logs().name())
            .kmsKeyId(keyArn)
            .isLogging(true)
            .enableLogFileValidation(true)
            .includeGlobalServiceEvents(true)
            .isMultiRegionTrail(false)
            .build();
    trail.addResourceDependency(logs.policy());
  }

  private void rule(RulePlan rule) {
    CfnRule.Builder.create(this, "Rule" + rule.name().substring(place.name().length()))
        .name(rule.name())
        .description(rule.description())
        .eventPattern(rule.pattern())
        .state(rule.readsToo() ? "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" : "ENABLED")
        .targets(
            List.of(
                CfnRule.TargetProperty.builder()
                    .id("notices")
                    .arn(topicArn())
                    .roleArn(teller.getAttrArn())
                    .build()))
        .build();
  }

  private void sayThatThereIsNoBudget() {
    CfnOutput.Builder.create(this, "NoBudget")
        .value(
            "CloudFormation makes no budgets in %s: by hand, one of %d USD a month that tells %s"
                .formatted(place.region(), plan.monthlyBudget(), plan.topicArn()))
        .build();
  }

  private void budget(String name) {
    CfnBudget.Builder.create(this, "Budget")
        .budget(
            CfnBudget.BudgetDataProperty.builder()
                .budgetName(name)
                .budgetType("COST")
                .timeUnit("MONTHLY")
                .budgetLimit(
                    CfnBudget.SpendProperty.builder()
                        .amount(plan.monthlyBudget())
                        .unit("USD")
                        .build())
                // Two stacks of a pair share an account, in two regions.
                .costFilters(Map.of("Region", List.of(place.region())))
                .build())
        .notificationsWithSubscribers(List.of(notification("ACTUAL"), notification("FORECASTED")))
        .build();
  }

  private CfnBudget.NotificationWithSubscribersProperty notification(String of) {
    return CfnBudget.NotificationWithSubscribersProperty.builder()
        .notification(
            CfnBudget.NotificationProperty.builder()
                .notificationType(of)
                .comparisonOperator("GREATER_THAN")
                .threshold(100)
                .thresholdType("PERCENTAGE")
                .build())
        .subscribers(
            List.of(
                CfnBudget.SubscriberProperty.builder()
                    .subscriptionType("SNS")
                    .address(topicArn())
                    .build()))
        .build();
  }
}
