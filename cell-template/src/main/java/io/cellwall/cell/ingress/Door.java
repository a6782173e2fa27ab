package io.cellwall.cell.ingress;

import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.TargetGroupAttachment;
import com.pulumi.aws.lb.TargetGroupAttachmentArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.CustomTimeouts;
import io.cellwall.wiring.Tied;
import io.cellwall.wiring.firewall.Firewall;
import java.time.Duration;
import java.util.Map;

/** What lets requests in: certificate, listener, and the way from the entrance to it. */
final class Door extends ComponentResource {

  Door(
      DoorPlan plan,
      EntrancePlan entrancePlan,
      Entrance entrance,
      RequestLoadBalancer loadBalancer,
      HostCertificate certificate,
      Firewall firewall,
      ComponentResourceOptions options) {
    super("cellwall:cell:Door", plan.name(), options);
    CertificateValidation issued = issued(plan, certificate);
    Listener listener =
        new Listener(
            plan.name(),
            ListenerArgs.builder()
                .loadBalancerArn(loadBalancer.arn())
                .protocol("HTTPS")
                .port(entrancePlan.port())
                .sslPolicy(plan.sslPolicy())
                .certificateArn(Tied.to(issued, issued.certificateArn()))
                .defaultActions(
                    ListenerDefaultActionArgs.builder()
                        .type("forward")
                        .targetGroupArn(loadBalancer.gatewayArn())
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(firewall.complete()).build());
    ListenerRule health = health(plan, entrancePlan, Tied.to(listener, listener.arn()));
    // AWS takes a load balancer as target only once it listens.
    new TargetGroupAttachment(
        plan.name(),
        TargetGroupAttachmentArgs.builder()
            .targetGroupArn(entrance.onwardArn())
            .targetId(loadBalancer.arn())
            .port(entrancePlan.port())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(listener, health).build());
    registerOutputs(Map.of());
  }

  private CertificateValidation issued(DoorPlan plan, HostCertificate certificate) {
    return new CertificateValidation(
        plan.name(),
        CertificateValidationArgs.builder().certificateArn(certificate.arn()).build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(certificate.proof())
            .customTimeouts(
                CustomTimeouts.builder()
                    .create(Duration.ofMinutes(plan.validationMinutes()))
                    .build())
            .build());
  }

  // The entrance asks whether the load balancer lives, not whether pods do: where none is ready,
  // routers are to be told so by a response, not by a broken connection.
  private ListenerRule health(
      DoorPlan plan, EntrancePlan entrancePlan, Output<String> listenerArn) {
    return new ListenerRule(
        plan.name(),
        ListenerRuleArgs.builder()
            .listenerArn(listenerArn)
            .priority(1)
            .conditions(
                ListenerRuleConditionArgs.builder()
                    .pathPattern(
                        ListenerRuleConditionPathPatternArgs.builder()
                            .values(entrancePlan.healthPath())
                            .build())
                    .build())
            .actions(
                ListenerRuleActionArgs.builder()
                    .type("fixed-response")
                    .fixedResponse(
                        ListenerRuleActionFixedResponseArgs.builder()
                            .contentType("text/plain")
                            .statusCode("200")
                            .messageBody("ok")
                            .build())
                    .build())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
