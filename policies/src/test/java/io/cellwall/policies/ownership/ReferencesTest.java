package io.cellwall.policies.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.TestFleet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  private final OwnerIndex index = new OwnerIndex(TestFleet.inventory());
  private final Home home = index.home("eu-west-1-cell-01").orElseThrow();
  private final ResourceGraph nothing = new ResourceGraph("eu-west-1-cell-01", List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arn:aws:iam::111111111102:role/x | ARN of cell eu-west-1-cell-02 of zone eu",
        "arn:aws:iam::111111111103:role/x | ARN of the retired cell eu-west-1-cell-03 of zone eu",
        "arn:aws:iam::111111111101:role/eu-west-1-cell-02-x |"
            + " ARN of cell eu-west-1-cell-02 of zone eu",
        "arn:aws:iam::aws:policy/ReadOnlyAccess | ARN of AWS",
        "arn:aws:sqs:eu-central-1:111111111101:q | ARN of this stack",
        "arn:aws:sqs:us-west-2:111111111101:q | ARN of zone us",
        "arn:aws:sqs:ap-south-1:111111111101:q | ARN of a region that the inventory does not know",
        "arn:aws:s3:::x-111111111105 | ARN of cell us-east-1-cell-01 of zone us",
        "arn:aws:s3:::x-us-east-1 | ARN of zone us",
        "arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/* | ARN of AWS",
        "arn:aws:s3:::x | ARN of a resource that this stack does not declare",
        "arn:aws:s3:::* | ARN of this stack",
        "eu-central-1 | REGION of its own zone eu",
        "x-us-east-1-y | REGION of zone us",
        "us-east-1b | REGION of zone us",
        "usw2-az1 | REGION of zone us",
        "aps1-az1 | REGION of an availability zone that the inventory does not know",
        "eu-west-1-cell-02-data | NAME of cell eu-west-1-cell-02 of zone eu",
        "acme-eu-west-1-cell-01-data | NAME of this stack",
        "eu-west-1-cell-77 | NAME of a cell that the inventory does not know",
        "https://eu.api.example.com/x | HOST of the edge stack edge-eu",
        "a.b.us-east-1-cell-01.us.cells.example.com | HOST of cell us-east-1-cell-01 of zone us",
        "x-1.eu-west-1.elb.amazonaws.com | HOST of a host that no resource of this stack is",
        "monitoring.rds.amazonaws.com | ",
        "com.amazonaws.eu-west-1.s3 | REGION of this stack",
        "com.amazonaws.vpce.eu-west-1.vpce-svc-0111111111102abcd |"
            + " ENDPOINT_SERVICE of cell eu-west-1-cell-02 of zone eu",
        "10.16.3.0/24 | CIDR of this stack",
        "10.17.3.4 | CIDR of cell eu-west-1-cell-02 of zone eu",
        "10.16.0.0/15 | CIDR of cell eu-west-1-cell-02 of zone eu",
        "10.0.0.0/8 | CIDR of cell eu-central-1-cell-01 of zone eu and 6 more",
        "0.0.0.0/0 | CIDR of everyone",
        "8.8.8.0/24 | CIDR of the public internet",
        "172.20.0.0/16 | CIDR of nobody in the inventory",
        "169.254.169.254/32 | CIDR of AWS",
        "pl-6da54004 | RESOURCE_ID of AWS"
      })
  void should_find_the_owner_of_what_a_text_names(String text, String expected) {
    assertThat(read("x", text)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.30.0",
        "2012-10-17",
        "202611230000",
        "1234567890123",
        "sts:AssumeRole",
        "ec2.amazonaws.com",
        "public.ecr.aws/docker/library/nginx:1.27",
        "alias/aws/ebs",
        "my-service-12345678",
        "arn",
        "{not json",
        "north-south-1"
      })
  void should_find_nothing_in_a_text_that_names_nothing(String text) {
    assertThat(read("x", text)).isEmpty();
  }

  @Test
  void should_take_twelve_digits_for_an_account_where_one_is_expected() {
    assertThat(read("peerOwnerId", "202611230000"))
        .isEqualTo("ACCOUNT of an account that the inventory does not know");
  }

  @Test
  void should_read_documents_inside_texts_at_any_depth() {
    // GIVEN
    String policy = "{\"a\":\"[{\\\"b\\\":\\\"us-east-1\\\"}]\"}";
    // THEN
    assertThat(References.ofText("policy", policy, nothing, home, index))
        .extracting(Reference::property)
        .containsExactly("policy.a[0].b");
  }

  private String read(String property, String text) {
    return String.join(
        "; ",
        References.ofText(property, text, nothing, home, index).stream()
            .map(found -> found.kind() + " of " + found.owner().description())
            .toList());
  }
}
