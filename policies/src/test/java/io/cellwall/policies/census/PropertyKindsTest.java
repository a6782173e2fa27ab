package io.cellwall.policies.census;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertyKindsTest {

  private static final Census CENSUS = Census.provided();

  @Test
  void a_value_in_a_list_should_have_the_kind_of_the_list() {
    assertThat(CENSUS.kindOf("aws:ec2/securityGroup:SecurityGroup", "ingress[0].cidrBlocks[1]"))
        .contains(PropertyKind.ADDRESS);
  }

  @Test
  void a_value_in_a_map_should_have_the_kind_of_the_map_whatever_its_key() {
    // A tag that is called like a property that matters.
    assertThat(CENSUS.kindOf("aws:ec2/vpc:Vpc", "tags.region")).contains(PropertyKind.TAG);
    assertThat(CENSUS.kindOf("aws:ec2/vpc:Vpc", "tags[\"a.region\"]")).contains(PropertyKind.TAG);
    assertThat(CENSUS.kindOf("aws:lambda/function:Function", "environment.variables.description"))
        .contains(PropertyKind.CONTENT);
  }

  @Test
  void the_same_name_should_have_another_kind_in_another_type() {
    assertThat(CENSUS.kindOf("aws:s3/bucketV2:BucketV2", "bucket")).contains(PropertyKind.NAME);
    assertThat(CENSUS.kindOf("aws:s3/bucketNotification:BucketNotification", "bucket"))
        .contains(PropertyKind.BUCKET);
    assertThat(CENSUS.kindOf("aws:iam/role:Role", "name")).contains(PropertyKind.NAME);
    assertThat(CENSUS.kindOf("aws:route53/record:Record", "name")).contains(PropertyKind.DOMAIN);
  }

  @Test
  void a_statement_inside_a_statement_should_be_known_at_any_depth() {
    assertThat(
            CENSUS.kindOf(
                "aws:wafv2/webAcl:WebAcl",
                "rules[0].statement.notStatement.statements[0].andStatement.statements[1]"
                    + ".ipSetReferenceStatement.arn"))
        .contains(PropertyKind.REFERENCE);
  }

  @Test
  void a_type_of_cloudformation_should_be_read_by_the_names_that_all_types_share() {
    assertThat(CENSUS.kindOf("AWS::Nobody::Knows", "kmsKeyId")).contains(PropertyKind.REFERENCE);
    assertThat(CENSUS.kindOf("AWS::Nobody::Knows", "target")).isEmpty();
  }

  @Test
  void other_providers_should_not_be_known() {
    assertThat(CENSUS.kindOf("kubernetes:core/v1:Pod", "description")).isEmpty();
  }

  @Test
  void a_path_that_is_no_path_should_not_be_known() {
    assertThat(CENSUS.kindOf("aws:ec2/vpc:Vpc", "tags[")).contains(PropertyKind.TAG);
    assertThat(CENSUS.kindOf("aws:ec2/vpc:Vpc", "a.".repeat(1_000))).isEmpty();
  }
}
