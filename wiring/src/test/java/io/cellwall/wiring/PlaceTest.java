package io.cellwall.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static Place place(String name, String region) {
    return new Place(name, Region.parse(region), AccountId.parse("111111111111"));
  }

  @Test
  void should_name_parts_after_the_stack() {
    assertThat(place("eu-west-1-cell-03", "eu-west-1").named("vpc"))
        .isEqualTo("eu-west-1-cell-03-vpc");
  }

  @Test
  void should_write_arns_in_the_partition_of_the_region() {
    assertThat(place("c", "eu-west-1").arn("logs", "log-group:x"))
        .hasToString("arn:aws:logs:eu-west-1:111111111111:log-group:x");
    assertThat(place("c", "us-gov-west-1").arn("ec2", "vpc/v"))
        .hasToString("arn:aws-us-gov:ec2:us-gov-west-1:111111111111:vpc/v");
    assertThat(place("c", "cn-north-1").accountRoot())
        .hasToString("arn:aws-cn:iam::111111111111:root");
    assertThat(Arn.objectsOf(Region.parse("cn-north-1"), "a-bucket"))
        .hasToString("arn:aws-cn:s3:::a-bucket/*");
  }

  @Test
  void should_name_services_in_the_domain_of_the_partition() {
    assertThat(place("c", "us-gov-west-1").servicePrincipal("logs"))
        .isEqualTo("logs.us-gov-west-1.amazonaws.com");
    assertThat(place("c", "cn-north-1").servicePrincipal("logs"))
        .isEqualTo("logs.cn-north-1.amazonaws.com.cn");
    assertThat(place("c", "eu-west-1").viaService("dynamodb"))
        .containsExactly("dynamodb.eu-west-1.amazonaws.com");
    assertThat(place("c", "cn-north-1").viaService("dynamodb"))
        .containsExactly(
            "dynamodb.cn-north-1.amazonaws.com", "dynamodb.cn-north-1.amazonaws.com.cn");
  }

  @Test
  void should_keep_name_and_account_in_another_region() {
    // WHEN
    Place other = place("edge-eu", "eu-west-1").in(Region.parse("eu-central-1"));
    // THEN
    assertThat(other).isEqualTo(place("edge-eu", "eu-central-1"));
  }

  @Test
  void should_refuse_an_arn_of_nothing() {
    assertThatThrownBy(() -> place("c", "eu-west-1").arn("logs", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an ARN needs partition, service and resource: \"aws\", \"logs\", \"\"");
  }
}
