package io.cellwall.policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsTypesTest {

  @ParameterizedTest
  @CsvSource({
    "aws:ec2/vpc:Vpc, true",
    "aws:dynamodb/table:Table, true",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule, true",
    "aws:ec2/route:Route, false",
    "aws:iam/rolePolicy:RolePolicy, false",
    "aws:autoscaling/group:Group, false",
    "aws:ec2/noSuch:NoSuch, false",
    "random:index/randomId:RandomId, false",
    "cellwall:cell:Cell, false"
  })
  void should_know_which_types_carry_tags(String type, boolean taggable) {
    assertThat(new AwsTypes().taggable(type)).isEqualTo(taggable);
  }
}
