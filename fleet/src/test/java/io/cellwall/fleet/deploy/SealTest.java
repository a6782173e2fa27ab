package io.cellwall.fleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.engine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {

  private static final Work WORK =
      new Work(
          new TreeMap<>(Map.of("update", 1)),
          List.of(new Work.Change("update", "urn:pulumi:s::p::t::n", List.of("tags"))),
          List.of(new Outcome.PolicyFinding("R", "urn:pulumi:s::p::t::n", "mild", false)));

  private static final Seal SEAL =
      seal("file:///a", "v3.255.0", "p1", Map.of("fleet.yaml", "1", "zones/eu.yaml", "2"), "s1");

  @TempDir Path folder;

  @Test
  void should_find_no_difference_to_what_it_was_made_from() {
    assertThat(SEAL.differences(SEAL)).isEmpty();
  }

  @Test
  void should_name_everything_that_is_not_as_it_was() {
    // WHEN
    List<String> differences =
        SEAL.differences(
            seal("s3://b", "v3.256.0", "p2", Map.of("fleet.yaml", "9", "cells/a.yaml", "3"), "s2"));

    // THEN
    assertThat(differences)
        .containsExactly(
            "the backend is s3://b; the plan was made for file:///a",
            "the engine's version is v3.256.0; the plan was made for v3.255.0",
            "the program was built anew from other sources or libraries",
            "the inventory has cells/a.yaml, which is new",
            "the inventory changed in fleet.yaml",
            "the inventory has no zones/eu.yaml any more",
            "the stack's state changed: somebody deployed, refreshed or imported since");
  }

  @Test
  void should_be_read_as_it_was_written() throws IOException {
    // GIVEN
    SavedPlan plan = new SavedPlan(folder.resolve("deep").resolve("plan.json"));
    plan.clear();
    Files.writeString(plan.file(), "{}");

    // WHEN
    plan.seal(SEAL);

    // THEN
    assertThat(plan.seal()).isEqualTo(SEAL);
  }

  @Test
  void should_be_there_and_be_one() throws IOException {
    // GIVEN
    Path file = folder.resolve("plan.json");
    SavedPlan plan = new SavedPlan(file);

    // THEN
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(plan::seal)
        .withMessage("there is no plan " + file + ": make one with --save-plan");

    // GIVEN
    Files.writeString(file, "{}");

    // THEN
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(plan::seal)
        .withMessage(
            "the plan "
                + file
                + " has no seal plan.json.seal beside it: only a plan that cellwall deploy"
                + " --save-plan made can be carried out");

    // GIVEN
    Files.writeString(plan.sealFile(), "{\"schemaVersion\":1,\"stack\":7}");

    // THEN
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(plan::seal)
        .withMessageStartingWith(plan.sealFile() + " is no seal: line 1, column ");
  }

  private static Seal seal(
      String backend, String engine, String program, Map<String, String> inventory, String state) {
    return new Seal(
        Seal.SCHEMA_VERSION,
        "s",
        backend,
        engine,
        program,
        new TreeMap<>(Map.of("pack", "1")),
        new TreeMap<>(Map.of("Pulumi.yaml", "1")),
        new TreeMap<>(inventory),
        state,
        "plan",
        WORK);
  }
}
