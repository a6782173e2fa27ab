package io.cellwall.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

@Tag("node")
class ControlPlaneStackTest {
  @Test
  void should_x() {
    Inventory inventory =
        InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions/inventory"))
            .inventory()
            .orElseThrow();
    App app = new App(AppProps.builder().analyticsReporting(false).build());
    ControlPlaneStack stack =
        new ControlPlaneStack(
            app,
            ControlPlanePlan.of(inventory, StackName.parse("eu-west-1-cell-03"), new TreeSet<>()));
    System.out.println(
        new tools.jackson.databind.json.JsonMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Template.fromStack(stack).toJSON()));
    assertThat(stack).isNotNull();
  }
}
