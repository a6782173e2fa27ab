package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityZoneIdTest {

  // As `aws ec2 describe-availability-zones` prints them.
  @ParameterizedTest
  @CsvSource({
    "us-east-1, use1-az6",
    "us-east-2, use2-az3",
    "us-west-1, usw1-az1",
    "us-west-2, usw2-az4",
    "ca-central-1, cac1-az4",
    "ca-west-1, caw1-az1",
    "mx-central-1, mxc1-az1",
    "sa-east-1, sae1-az1",
    "eu-west-1, euw1-az1",
    "eu-west-2, euw2-az2",
    "eu-west-3, euw3-az3",
    "eu-central-1, euc1-az1",
    "eu-central-2, euc2-az1",
    "eu-north-1, eun1-az1",
    "eu-south-1, eus1-az1",
    "eu-south-2, eus2-az1",
    "il-central-1, ilc1-az1",
    "me-central-1, mec1-az1",
    "me-south-1, mes1-az1",
    "af-south-1, afs1-az1",
    "ap-east-1, ape1-az1",
    "ap-south-1, aps1-az1",
    "ap-south-2, aps2-az1",
    "ap-northeast-1, apne1-az4",
    "ap-northeast-2, apne2-az1",
    "ap-northeast-3, apne3-az1",
    "ap-southeast-1, apse1-az1",
    "ap-southeast-2, apse2-az1",
    "ap-southeast-3, apse3-az1",
    "ap-southeast-4, apse4-az1",
    "ap-southeast-5, apse5-az1",
    "ap-southeast-7, apse7-az1",
    "us-gov-east-1, usge1-az1",
    "us-gov-west-1, usgw1-az1",
    "cn-north-1, cnn1-az1",
    "cn-northwest-1, cnnw1-az1"
  })
  void should_know_the_region_of_an_id(String region, String id) {
    assertThat(AvailabilityZoneId.parse(id).isIn(Region.parse(region))).isTrue();
  }

  @Test
  void should_not_mistake_one_region_for_another() {
    // GIVEN
    List<Region> regions = Region.all().stream().filter(AvailabilityZoneId::isKnownFor).toList();

    // WHEN
    List<String> prefixes = regions.stream().map(AvailabilityZoneId::prefixOf).toList();

    // THEN
    assertThat(prefixes).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  @Test
  void should_refuse_the_name_of_a_zone() {
    assertThatThrownBy(() -> AvailabilityZoneId.parse("eu-west-1a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"eu-west-1a\" is not an availability zone id: use the id, such as euw1-az1");
  }
}
