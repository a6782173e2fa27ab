package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.regions.model.NatGateways;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {

  private static final String ROLE = "arn:aws:iam::333333333333:role/eu-west-1-cell-03-break-glass";

  private final List<Declared> declared =
      Rehearsal.of(
          SampleFleet.plan(
              SampleFleet.cell(
                  "eu-west-1-cell-03",
                  "333333333333",
                  "10.3.0.0/16",
                  NatGateways.NONE,
                  SampleFleet.zones(3))));

  private Declared one(String type, String name) {
    List<Declared> found =
        declared.stream()
            .filter(each -> each.type().equals(type))
            .filter(each -> each.name().equals("eu-west-1-cell-03-" + name))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void should_tell_the_topic_of_each_use_of_the_role_for_emergencies() {
    // GIVEN the rule and its target
    Declared rule = one("aws:cloudwatch/eventRule:EventRule", "break-glass-used");
    Declared target = one("aws:cloudwatch/eventTarget:EventTarget", "break-glass-used");

    // THEN the role that is taken and whatever its sessions call is heard, reads too
    assertThat(rule.input("eventPattern"))
        .isEqualTo(
            "{\"$or\":[{\"detail\":{\"eventName\":[\"AssumeRole\"],\"eventSource\":"
                + "[\"sts.amazonaws.com\"],\"requestParameters\":{\"roleArn\":[\""
                + ROLE
                + "\"]}}},{\"detail\":{\"userIdentity\":{\"sessionContext\":{\"sessionIssuer\":"
                + "{\"arn\":[\""
                + ROLE
                + "\"]}}}}}],\"account\":[\"333333333333\"],"
                + "\"detail-type\":[\"AWS API Call via CloudTrail\"]}");
    assertThat(rule.input("state")).isEqualTo("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");

    // THEN it goes to the cell's own topic, by a role that may do nothing else
    assertThat(target.input("arn"))
        .isEqualTo("arn:aws:sns:eu-west-1:333333333333:eu-west-1-cell-03-alerts");
    assertThat(target.input("roleArn"))
        .isEqualTo("arn:aws:iam::333333333333:role/eu-west-1-cell-03-break-glass-teller");
    assertThat(one("aws:iam/rolePolicy:RolePolicy", "break-glass-teller").policies().get(0))
        .hasToString(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"Tell\",\"Effect\":\"Allow\","
                + "\"Action\":[\"sns:Publish\"],\"Resource\":"
                + "[\"arn:aws:sns:eu-west-1:333333333333:eu-west-1-cell-03-alerts\"]},"
                + "{\"Sid\":\"EncryptWhatIsTold\",\"Effect\":\"Allow\",\"Action\":"
                + "[\"kms:Decrypt\",\"kms:GenerateDataKey\"],\"Resource\":"
                + "[\"arn:aws:kms:eu-west-1:333333333333:key/*\"],\"Condition\":"
                + "{\"ForAnyValue:StringEquals\":{\"kms:ResourceAliases\":"
                + "[\"alias/eu-west-1-cell-03-logs\"]},\"StringEquals\":{\"kms:ViaService\":"
                + "[\"sns.eu-west-1.amazonaws.com\"]}}}]}");
  }

  @Test
  void should_keep_a_trail_of_its_own_that_no_role_of_the_cell_can_stop() {
    // GIVEN
    Declared trail = one("aws:cloudtrail/trail:Trail", "audit");

    // THEN it is the cell's, encrypted, and shows whether somebody changed it
    assertThat(trail.inputs())
        .containsEntry("s3BucketName", "eu-west-1-cell-03-audit-333333333333")
        .containsEntry("kmsKeyId", "eu-west-1-cell-03-logs (arn)")
        .containsEntry("enableLogFileValidation", true)
        .containsEntry("isMultiRegionTrail", false);

    // THEN the boundary of every role forbids to stop it
    assertThat(one("aws:iam/policy:Policy", "boundary").input("policy"))
        .contains(
            "{\"Sid\":\"KeepTheTrail\",\"Effect\":\"Deny\",\"Action\":[\"cloudtrail:DeleteTrail\","
                + "\"cloudtrail:PutEventSelectors\",\"cloudtrail:StopLogging\","
                + "\"cloudtrail:UpdateTrail\"],\"Resource\":[\"*\"]}");
  }
}
