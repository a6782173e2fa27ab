package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployRoleNamesTest {

  private final DeployRoleNames names = new DeployRoleNames(StackName.parse("eu-west-1-cell-03"));

  @Test
  void should_know_its_own_policies() {
    assertThat(
            new String[] {
              "control-plane-eu-west-1-cell-03-boundary",
              "control-plane-eu-west-1-cell-03-preview",
              "control-plane-eu-west-1-cell-03-deploy-1",
              "control-plane-eu-west-1-cell-03-deploy-9"
            })
        .allMatch(names::isPolicy)
        .contains(names.boundary(), names.workPolicy(), names.deployPolicy(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Roles",
        "control-plane-eu-west-1-cell-03-deploy",
        "control-plane-eu-west-1-cell-03-deploy-0",
        "control-plane-eu-west-1-cell-03-deploy-10",
        "control-plane-eu-west-1-cell-03-deploy-1x",
        "control-plane-eu-west-1-cell-03-break-glass",
        "control-plane-eu-west-1-cell-04-boundary",
        "eu-west-1-cell-03-boundary"
      })
  void should_know_no_other(String name) {
    assertThat(names.isPolicy(name)).isFalse();
  }
}
