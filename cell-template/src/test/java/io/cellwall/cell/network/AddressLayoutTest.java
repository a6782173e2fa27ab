package io.cellwall.cell.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cidr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressLayoutTest {

  @ParameterizedTest
  @CsvSource({
    "10.16.0.0/16, NODES,          1, 10.16.0.0/19",
    "10.16.0.0/16, NODES,          6, 10.16.160.0/19",
    "10.16.0.0/16, LOAD_BALANCERS, 1, 10.16.192.0/22",
    "10.16.0.0/16, LOAD_BALANCERS, 6, 10.16.212.0/22",
    "10.16.0.0/16, DATA,           1, 10.16.224.0/23",
    "10.16.0.0/16, DATA,           6, 10.16.234.0/23",
    "10.16.0.0/16, EGRESS,         1, 10.16.240.0/24",
    "10.16.0.0/16, EGRESS,         6, 10.16.245.0/24",
    "10.16.0.0/20, NODES,          3, 10.16.4.0/23",
    "10.16.0.0/20, LOAD_BALANCERS, 3, 10.16.12.128/26",
    "10.16.0.0/20, DATA,           3, 10.16.14.64/27",
    "10.16.0.0/20, EGRESS,         3, 10.16.15.32/28",
  })
  void should_place_the_subnets_of_each_zone(String cell, Tier tier, int zone, String subnet) {
    assertThat(
            new AddressLayout(Cidr.parse(cell))
                .subnet(tier, AvailabilityZoneId.parse("euw1-az" + zone)))
        .hasToString(subnet);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.0/15", "10.16.0.0/21"})
  void should_refuse_a_block_that_is_no_cell(String block) {
    Cidr cidr = Cidr.parse(block);
    assertThatThrownBy(() -> new AddressLayout(cidr))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(block + " cannot be laid out as a cell: its prefix must be /16 to /20");
  }

  @Test
  void should_refuse_a_zone_that_has_no_place() {
    AddressLayout layout = new AddressLayout(Cidr.parse("10.16.0.0/16"));
    assertThatThrownBy(() -> layout.subnet(Tier.NODES, AvailabilityZoneId.parse("use1-az7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("use1-az7 has no place in a cell's addresses: zones are numbered 1 to 6");
  }
}
