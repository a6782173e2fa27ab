package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateBackendTest {

  private static final Inventory EXAMPLE =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();

  @Test
  void should_name_the_backend_of_a_cell_in_its_own_account_and_region() {
    StateBackend backend =
        new StateBackend(StackHome.of(EXAMPLE, StackName.parse("eu-west-1-cell-03")));

    assertThat(backend.url())
        .isEqualTo(
            "s3://control-plane-eu-west-1-cell-03-206626436606-state?region=eu-west-1&awssdk=v2");
    assertThat(backend.secretsProvider())
        .isEqualTo("awskms:///alias/control-plane-eu-west-1-cell-03-secrets?region=eu-west-1");
  }

  @Test
  void should_find_a_home_for_every_kind_of_stack() {
    assertThat(StackHome.of(EXAMPLE, StackName.parse("edge-eu")).region())
        .isEqualTo(Region.parse("eu-west-1"));
    assertThat(StackHome.of(EXAMPLE, StackName.parse("edge-eu-north-1")).account())
        .isEqualTo(AccountId.parse("237782602416"));
    assertThat(StackHome.of(EXAMPLE, StackName.parse("global-edge")).zone()).isEmpty();
  }

  @Test
  void should_name_every_bucket_once_and_as_s3_takes_it() {
    List<String> buckets =
        StackHome.all(EXAMPLE).stream().map(home -> new StateBackend(home).bucket()).toList();

    assertThat(buckets).hasSize(26).doesNotHaveDuplicates();
    assertThat(buckets).allMatch(name -> name.matches("[a-z0-9-]{3,63}"));
  }

  @Test
  void should_refuse_a_stack_that_the_inventory_does_not_have() {
    StackName stack = StackName.parse("eu-west-1-cell-77");

    assertThatThrownBy(() -> StackHome.of(EXAMPLE, stack))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the inventory has no stack \"eu-west-1-cell-77\"");
  }
}
