package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void should_read_the_cell_names_of_every_region() {
    assertThat(Region.all())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            region -> {
              String text = region + "-cell-07";
              assertThat(text).matches(CellName.SHAPE);
              assertThat(CellName.parse(text)).hasToString(text);
              assertThat(CellName.parse(text).region()).isEqualTo(region);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eu-west-1-cell-00",
        "eu-west-1-cell-1",
        "eu-west-1-cell-100",
        "eu-west-1",
        "cell-01",
        "EU-WEST-1-cell-01",
        "eu-west-1-cell-01 "
      })
  void should_refuse_what_is_not_a_cell_name(String text) {
    assertThatThrownBy(() -> CellName.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"" + text + "\" is not a cell name: <region>-cell-<nn>, such as eu-west-1-cell-03");
    assertThat(text).doesNotMatch(CellName.SHAPE);
  }

  @Test
  void should_refuse_a_cell_in_a_region_that_does_not_exist() {
    assertThatThrownBy(() -> CellName.parse("mars-north-1-cell-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"mars-north-1-cell-01\" is not a cell name: \"mars-north-1\" is no AWS region");
  }

  @Test
  void should_sort_cells_by_region_and_number() {
    assertThat(CellName.parse("eu-west-1-cell-02"))
        .isGreaterThan(CellName.parse("eu-west-1-cell-01"))
        .isGreaterThan(CellName.parse("eu-north-1-cell-99"));
  }

  @Test
  void should_know_regions_and_their_partitions() {
    assertThat(Region.parse("eu-west-1").partition()).isEqualTo("aws");
    assertThat(Region.parse("us-gov-west-1").partition()).isEqualTo("aws-us-gov");
    assertThat(Region.parse("cn-north-1").partition()).isEqualTo("aws-cn");
    assertThat(Region.parse("cn-north-1").dnsSuffix()).isEqualTo("amazonaws.com.cn");
    assertThat(Region.isRegion("aws-global")).isFalse();
    assertThat(Region.isRegion("eu-west-9")).isFalse();
    assertThat(Region.isRegion("")).isFalse();
    assertThat(Region.all()).noneMatch(region -> region.code().contains("global"));
  }

  @Test
  void should_read_every_kind_of_stack_name() {
    assertThat(StackName.parse("eu-west-1-cell-03"))
        .isEqualTo(new StackName.OfCell(CellName.parse("eu-west-1-cell-03")));
    assertThat(StackName.parse("edge-eu-west-1"))
        .isEqualTo(new StackName.OfRegionEdge(Region.parse("eu-west-1")));
    assertThat(StackName.parse("edge-eu"))
        .isEqualTo(new StackName.OfZoneEdge(ZoneName.parse("eu")));
    assertThat(StackName.parse("global-edge")).isEqualTo(new StackName.OfGlobalEdge());
  }

  @Test
  void should_read_endpoint_services_with_their_region() {
    // GIVEN
    String text = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";

    // WHEN / THEN
    assertThat(EndpointServiceName.parse(text).region()).isEqualTo(Region.parse("eu-west-1"));
    assertThat(EndpointServiceName.parse(text)).hasToString(text);
    assertThatThrownBy(() -> EndpointServiceName.parse("vpce-svc-0123456789abcdef0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"vpce-svc-0123456789abcdef0\" is not an endpoint service:"
                + " com.amazonaws.vpce.<region>.vpce-svc-<17 digits>");
  }
}
