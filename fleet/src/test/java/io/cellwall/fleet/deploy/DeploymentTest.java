package io.cellwall.fleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.deploy.DeployReport.Result;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate lets through, with an engine that says what a test wants said. */
class DeploymentTest {

  private static final Approval YES = Approval.given("global-edge");

  @TempDir Path folder;

  private FakePulumi pulumi;
  private Path inventory;
  private SavedPlan plan;
  private final List<Work> shown = new ArrayList<>();

  @BeforeEach
  void prepare() throws IOException {
    pulumi = new FakePulumi(folder.resolve("project"));
    pulumi.say("preview", FakePulumi.CREATE + FakePulumi.JUDGED);
    pulumi.say("up", FakePulumi.CREATE + FakePulumi.JUDGED);
    inventory = folder.resolve("inventory");
    ExampleCopy.into(inventory);
    Files.writeString(folder.resolve("pack"), "");
    plan = new SavedPlan(folder.resolve("plan.json"));
  }

  @Test
  void should_preview_with_the_pack_and_carry_out_that_plan_with_it() throws IOException {
    // WHEN
    DeployReport report = deploy(Deployment.Steps.ALL, YES);

    // THEN
    assertThat(report.result()).isEqualTo(Result.DEPLOYED);
    assertThat(shown).hasSize(1);
    assertThat(pulumi.calls("preview"))
        .containsExactly(
            "preview --save-plan %s --policy-pack %s --stack global-edge --json --non-interactive"
                .formatted(plan.file(), folder.resolve("pack")));
    assertThat(pulumi.calls("up"))
        .containsExactly(
            "up --plan %s --skip-preview --yes --policy-pack %s --stack global-edge --json --non-interactive"
                .formatted(plan.file(), folder.resolve("pack")));
  }

  @Test
  void should_change_nothing_once_a_rule_says_no() throws IOException {
    // GIVEN
    pulumi.say(
        "preview",
        FakePulumi.CREATE
            + """
            {"policyEvent":{"policyName":"ForeignReference","resourceUrn":"urn:pulumi:global-edge::cellwall::aws:kms/key:Key::key","message":"no","enforcementLevel":"mandatory"}}
            """);
    pulumi.fail("preview", 1, "");

    // WHEN
    DeployReport report = deploy(Deployment.Steps.ALL, YES);

    // THEN
    assertThat(report.result()).isEqualTo(Result.BLOCKED);
    assertThat(report.problems()).containsExactly("a wall is crossed: nothing was changed");
    assertThat(report.work().orElseThrow().blocking()).hasSize(1);
    assertThat(pulumi.calls("up")).isEmpty();
  }

  @Test
  void should_change_nothing_if_the_engine_does_not_say_that_it_asked_the_rules()
      throws IOException {
    // GIVEN
    pulumi.say("preview", FakePulumi.JUDGED.replace("cellwall|", "other|"));

    // WHEN
    DeployReport report = deploy(Deployment.Steps.ALL, YES);

    // THEN
    assertThat(report.result()).isEqualTo(Result.REFUSED);
    assertThat(report.problems())
        .containsExactly(
            "the engine does not say that it asked the policy pack \"cellwall\" in "
                + folder.resolve("pack")
                + ": nothing was judged");
    assertThat(pulumi.calls("up")).isEmpty();
  }

  @Test
  void should_refuse_a_kept_plan_once_the_inventory_changed_and_say_where() throws IOException {
    // GIVEN
    DeployReport planned = deploy(Deployment.Steps.PLAN_ONLY, YES);
    edit("zones/eu.yaml");

    // WHEN
    DeployReport report = deploy(Deployment.Steps.KEPT_PLAN, YES);

    // THEN
    assertThat(planned.result()).isEqualTo(Result.PLANNED);
    assertThat(planned.next())
        .containsExactly("cellwall deploy global-edge --plan " + plan.file() + " --yes");
    assertThat(report.result()).isEqualTo(Result.REFUSED);
    assertThat(report.problems())
        .containsExactly(
            "the plan is not of what is there now:", "the inventory changed in zones/eu.yaml");
    assertThat(pulumi.calls("up")).isEmpty();
  }

  @Test
  void should_refuse_the_plan_if_something_changed_while_somebody_was_asked() throws IOException {
    // WHEN
    DeployReport report =
        deploy(
            Deployment.Steps.ALL,
            question -> {
              edit("fleet.yaml");
              return Optional.of("yes");
            });

    // THEN
    assertThat(report.problems()).endsWith("the inventory changed in fleet.yaml");
    assertThat(pulumi.calls("up")).isEmpty();
  }

  @Test
  void should_keep_the_plan_and_change_nothing_if_nobody_can_be_asked_or_the_answer_is_no()
      throws IOException {
    // WHEN
    DeployReport nobody = deploy(Deployment.Steps.ALL, Approval.ofNobody());
    DeployReport no = deploy(Deployment.Steps.ALL, question -> Optional.of("y"));

    // THEN
    assertThat(nobody.result()).isEqualTo(Result.UNCONFIRMED);
    assertThat(no.result()).isEqualTo(Result.DECLINED);
    assertThat(plan.file()).exists();
    assertThat(pulumi.calls("up")).isEmpty();
  }

  @Test
  void should_want_the_stacks_name_for_what_is_lost_for_good() throws IOException {
    // GIVEN
    pulumi.say(
        "preview",
        FakePulumi.CREATE.replace("\"create\"", "\"replace\"")
            + FakePulumi.JUDGED.replace("\"create\"", "\"replace\""));
    List<String> questions = new ArrayList<>();

    // WHEN
    DeployReport report =
        deploy(
            Deployment.Steps.ALL,
            question -> {
              questions.add(question);
              return Optional.of("yes");
            });

    // THEN
    assertThat(report.result()).isEqualTo(Result.DECLINED);
    assertThat(questions)
        .containsExactly(
            "This takes away what no deployment brings back. Type the stack's name to do it: ");
    assertThat(pulumi.calls("up")).isEmpty();
  }

  @Test
  void should_not_start_over_what_was_stopped_in_the_middle() throws IOException {
    // GIVEN
    pulumi.say(
        "export",
        """
        {"deployment":{"resources":[],"pending_operations":[{"type":"creating","resource":
          {"urn":"urn:pulumi:global-edge::cellwall::p$aws:kms/key:Key::key","type":"aws:kms/key:Key",
           "parent":"urn:pulumi:global-edge::cellwall::p::edge","provider":"urn:pulumi:global-edge::cellwall::pulumi:providers:aws::x::id"}}]}}
        """);

    // WHEN
    DeployReport report = deploy(Deployment.Steps.ALL, YES);

    // THEN
    assertThat(report.result()).isEqualTo(Result.REFUSED);
    assertThat(report.problems())
        .containsExactly("an earlier deployment was stopped in the middle: nothing was changed");
    assertThat(report.next())
        .containsExactly(
            "pulumi refresh --stack global-edge --clear-pending-creates --skip-preview --yes",
            "cellwall deploy global-edge");
    assertThat(report.examination().orElseThrow().ailments().get(0).decide())
        .containsExactly(
            "look in AWS; if it exists, take it in after the refresh below: pulumi import"
                + " 'aws:kms/key:Key' 'key' 'ID' --stack global-edge --parent"
                + " 'parent=urn:pulumi:global-edge::cellwall::p::edge' --provider"
                + " 'provider=urn:pulumi:global-edge::cellwall::pulumi:providers:aws::x'"
                + " --protect=false --generate-code=false --skip-preview --yes");
    assertThat(pulumi.calls("preview")).isEmpty();
  }

  @Test
  void should_say_that_another_deployment_holds_the_backend() throws IOException {
    // GIVEN
    pulumi.say("up", "");
    pulumi.fail("up", 255, "error: the stack is currently locked by 1 lock(s).");

    // WHEN
    DeployReport report = deploy(Deployment.Steps.ALL, YES);

    // THEN
    assertThat(report.result()).isEqualTo(Result.REFUSED);
    assertThat(report.problems())
        .containsExactly(
            "another deployment of global-edge holds the backend's lock: nothing was changed");
    assertThat(report.made().orElseThrow().errors())
        .containsExactly("error: the stack is currently locked by 1 lock(s).");
  }

  @Test
  void should_say_how_far_an_engine_got_that_failed() throws IOException {
    // GIVEN
    pulumi.say(
        "up",
        FakePulumi.CREATE
            + FakePulumi.CREATE.replace("resourcePreEvent", "resOutputsEvent")
            + """
            {"diagnosticEvent":{"urn":"urn:pulumi:global-edge::cellwall::aws:kms/key:Key::key","severity":"error","message":"LimitExceeded"}}
            """);
    pulumi.fail("up", 1, "");

    // WHEN
    DeployReport report = deploy(Deployment.Steps.ALL, YES);

    // THEN
    assertThat(report.result()).isEqualTo(Result.FAILED);
    assertThat(report.problems())
        .containsExactly(
            "the engine did not finish",
            "1 of 1 changes are made and recorded; what is recorded is not made again");
    assertThat(report.made().orElseThrow().errors()).containsExactly("key: LimitExceeded");
    assertThat(report.next()).containsExactly("cellwall deploy global-edge");
  }

  private void edit(String file) {
    try {
      Files.writeString(inventory.resolve(file), "# edited\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeployReport deploy(Deployment.Steps steps, Approval approval) {
    Inventory fleet = InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();
    try (Interruption interruption = new Interruption(pulumi.stack().pulumi())) {
      return new Deployment(
              new Gate(pulumi.stack(), folder.resolve("pack"), inventory),
              Stacks.find(fleet, "global-edge").orElseThrow(),
              plan,
              steps,
              approval,
              interruption,
              shown::add,
              line -> {})
          .run(pulumi.stack().state().orElse(StackState.empty()));
    }
  }
}
