package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.cell.ingress.EntrancePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.NatGateways;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The one way into a cell, and its hosted zone. */
class IngressTest {

  private static final String HOST = "eu-west-1-cell-03.home.cells.example.com";
  private static final String LISTENER = "aws:lb/listener:Listener";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  private static Cell cell() {
    return SampleFleet.cell(
        "eu-west-1-cell-03", "333333333333", "10.3.0.0/16", NatGateways.NONE, 1, 2, 3);
  }

  private static List<Declared> admitted() {
    return Rehearsal.of(SampleFleet.plan(SampleFleet.admitted(cell())));
  }

  private static List<Declared> ofType(List<Declared> declared, String type) {
    return declared.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  private static Declared one(List<Declared> declared, String type, String name) {
    List<Declared> found =
        ofType(declared, type).stream()
            .filter(resource -> resource.name().equals("eu-west-1-cell-03-" + name))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void should_admit_the_edges_of_its_zone_only_and_one_by_one() {
    Declared service = one(admitted(), "aws:ec2/vpcEndpointService:VpcEndpointService", "entrance");
    assertThat(service.input("acceptanceRequired")).isEqualTo("true");
    assertThat(service.input("allowedPrincipals")).isEqualTo("[arn:aws:iam::888888888888:root]");
    assertThat(service.input("supportedRegions")).isEqualTo("[eu-west-1]");
    assertThat(service.input("networkLoadBalancerArns"))
        .isEqualTo("[eu-west-1-cell-03-entrance (arn)]");
    assertThat(service.inputs()).doesNotContainKey("privateDnsName");
  }

  @Test
  void should_admit_no_other_cell_and_nobody_where_the_zone_has_no_edge() {
    // GIVEN another cell of the same zone and region
    Cell other =
        SampleFleet.cell(
            "eu-west-1-cell-04", "444444444444", "10.4.0.0/16", NatGateways.NONE, 1, 2);
    // WHEN
    EntrancePlan entrance =
        CellPlan.of(SampleFleet.inventory(cell(), other), cell()).ingress().entrance();
    // THEN
    assertThat(entrance.allowedPrincipals()).hasToString("[arn:aws:iam::888888888888:root]");
    assertThat(
            CellPlan.of(SampleFleet.withoutEdges(cell()), cell())
                .ingress()
                .entrance()
                .allowedPrincipals())
        .isEmpty();
  }

  @Test
  void should_keep_both_load_balancers_inside_and_hard_to_delete() {
    assertThat(ofType(admitted(), LOAD_BALANCER))
        .hasSize(2)
        .allSatisfy(
            balancer -> {
              assertThat(balancer.input("internal")).isEqualTo("true");
              assertThat(balancer.input("enableDeletionProtection")).isEqualTo("true");
              assertThat(balancer.input("subnets"))
                  .isEqualTo(
                      "[eu-west-1-cell-03-lb-az1 (id), eu-west-1-cell-03-lb-az2 (id),"
                          + " eu-west-1-cell-03-lb-az3 (id)]");
            });
    assertThat(one(admitted(), LOAD_BALANCER, "entrance").input("securityGroups"))
        .isEqualTo("[eu-west-1-cell-03-entrance (id)]");
    assertThat(one(admitted(), LOAD_BALANCER, "ingress").input("securityGroups"))
        .isEqualTo("[eu-west-1-cell-03-load-balancer (id)]");
  }

  @Test
  void should_listen_to_tls_only() {
    assertThat(ofType(admitted(), LISTENER))
        .extracting(
            listener ->
                "%s %s %.0f %s"
                    .formatted(
                        listener.input("loadBalancerArn"),
                        listener.input("protocol"),
                        Double.parseDouble(listener.input("port")),
                        listener.input("sslPolicy")))
        .containsExactly(
            "eu-west-1-cell-03-ingress (arn) HTTPS 443 ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
            "eu-west-1-cell-03-entrance (arn) TCP 443 ");
  }

  @Test
  void should_open_the_door_only_when_the_cell_is_admitted() {
    // GIVEN
    List<Declared> before = Rehearsal.of(SampleFleet.plan(cell()));
    // THEN
    assertThat(ofType(before, LISTENER))
        .extracting(listener -> listener.input("loadBalancerArn"))
        .containsExactly("eu-west-1-cell-03-entrance (arn)");
    assertThat(before)
        .extracting(Declared::type)
        .contains("aws:acm/certificate:Certificate")
        .doesNotContain(
            "aws:acm/certificateValidation:CertificateValidation",
            "aws:lb/targetGroupAttachment:TargetGroupAttachment");
    assertThat(admitted())
        .extracting(Declared::type)
        .contains(
            "aws:acm/certificateValidation:CertificateValidation",
            "aws:lb/targetGroupAttachment:TargetGroupAttachment");
  }

  @Test
  void should_prove_its_host_in_its_own_zone_and_show_no_address_there() {
    List<Declared> declared = admitted();
    assertThat(one(declared, "aws:acm/certificate:Certificate", "certificate").input("domainName"))
        .isEqualTo(HOST);
    assertThat(one(declared, "aws:route53/zone:Zone", "zone").input("name")).isEqualTo(HOST);
    assertThat(one(declared, "aws:route53/zone:Zone", "zone").inputs()).doesNotContainKey("vpcs");
    assertThat(ofType(declared, "aws:route53/record:Record"))
        .allSatisfy(
            record -> assertThat(record.input("zoneId")).isEqualTo("eu-west-1-cell-03-zone (id)"))
        .extracting(
            record ->
                record.input("type") + " " + record.input("name") + " " + record.input("records"))
        .containsExactlyInAnyOrder(
            "CAA " + HOST + " [0 issue \"amazon.com\", 0 issuewild \";\"]",
            "CNAME _proof." + HOST + " [_value.acm-validations.aws.]",
            "MX " + HOST + " [0 .]",
            "TXT " + HOST + " [v=spf1 -all]");
  }

  @Test
  void should_keep_logs_in_a_closed_bucket_of_the_cell() {
    // GIVEN
    List<Declared> declared = admitted();
    String bucket = "example-eu-west-1-cell-03-access-logs";
    Declared balancer = one(declared, LOAD_BALANCER, "ingress");
    // THEN
    assertThat(balancer.input("accessLogs")).contains("bucket=" + bucket, "enabled=true");
    assertThat(balancer.input("connectionLogs")).contains("bucket=" + bucket, "enabled=true");
    assertThat(one(declared, "aws:s3/bucketV2:BucketV2", "access-logs").input("bucket"))
        .isEqualTo(bucket);
    assertThat(
            one(declared, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "access-logs")
                .inputs())
        .containsEntry("blockPublicAcls", true)
        .containsEntry("blockPublicPolicy", true)
        .containsEntry("ignorePublicAcls", true)
        .containsEntry("restrictPublicBuckets", true);
    assertThat(declared)
        .extracting(Declared::type)
        .containsAll(
            Set.of(
                "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
                "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
                "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
                "aws:s3/bucketVersioningV2:BucketVersioningV2"));
    assertThat(
            one(declared, "aws:s3/bucketPolicy:BucketPolicy", "access-logs")
                .policies()
                .get(0)
                .at("/Statement/2"))
        .hasToString(
            "{\"Sid\":\"WriteLogsOfTheLoadBalancer\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":"
                + "[\"logdelivery.elasticloadbalancing.amazonaws.com\"]},\"Action\":[\"s3:PutObject\"],"
                + "\"Resource\":[\"arn:aws:s3:::"
                + bucket
                + "/connections/AWSLogs/333333333333/*\",\"arn:aws:s3:::"
                + bucket
                + "/requests/AWSLogs/333333333333/*\"],\"Condition\":{\"ArnLike\":{\"aws:SourceArn\":"
                + "[\"arn:aws:elasticloadbalancing:eu-west-1:333333333333:loadbalancer/*\"]}}}");
  }

  @Test
  void should_put_the_firewall_on_the_load_balancer_that_sees_requests() {
    Declared association =
        one(admitted(), "aws:wafv2/webAclAssociation:WebAclAssociation", "firewall");
    assertThat(association.input("resourceArn")).isEqualTo("eu-west-1-cell-03-ingress (arn)");
    assertThat(one(admitted(), "aws:wafv2/webAcl:WebAcl", "firewall").input("rules"))
        .contains(
            "FORWARDED_IP",
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "AWSManagedRulesSQLiRuleSet");
  }

  @Test
  void should_log_what_the_firewall_blocks_without_what_signs_a_client_in() {
    // GIVEN
    List<Declared> declared = admitted();
    Declared log =
        one(
            declared,
            "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
            "firewall");
    Declared group = one(declared, "aws:cloudwatch/logGroup:LogGroup", "firewall-logs");

    // THEN its log group is the cell's, under the cell's key, by a name that WAF takes
    assertThat(log.input("logDestinationConfigs"))
        .isEqualTo("[arn:aws:logs:eu-west-1:333333333333:log-group:" + group.input("name") + "]");
    assertThat(group.input("name")).isEqualTo("aws-waf-logs-eu-west-1-cell-03-firewall");
    assertThat(group.input("kmsKeyId")).isEqualTo("eu-west-1-cell-03-logs (arn)");
    assertThat(group.input("retentionInDays")).isEqualTo("365.0");

    // THEN it holds no passed request, no cookie, no token and no query
    assertThat(log.input("loggingFilter")).contains("defaultBehavior=DROP", "action=BLOCK");
    assertThat(log.input("redactedFields")).contains("authorization", "cookie", "queryString");
  }
}
