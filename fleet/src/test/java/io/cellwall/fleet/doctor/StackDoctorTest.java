package io.cellwall.fleet.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.deploy.FakePulumi;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import io.cellwall.rehearsal.cloud.Cloud;
import io.cellwall.rehearsal.cloud.Order;
import io.cellwall.rehearsal.cloud.Place;
import io.cellwall.rehearsal.cloud.Unfinished;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found out about a stack in a rehearsal, and what of one elsewhere. */
class StackDoctorTest {

  private static final String TOPIC = "urn:pulumi:global-edge::cellwall::p:C$aws:sns/topic:Topic::";
  private static final String COMPONENT =
      """
      {"urn":"urn:pulumi:global-edge::cellwall::p:C::edge","type":"p:C"}""";
  private static final String PROVIDER =
      """
      {"urn":"urn:pulumi:global-edge::cellwall::pulumi:providers:aws::prov","type":"pulumi:providers:aws",
       "id":"1","inputs":{"region":"eu-west-1"}}""";

  @TempDir Path folder;

  private FakePulumi pulumi;
  private Cloud cloud;

  @BeforeEach
  void rehearse() throws IOException {
    pulumi = new FakePulumi(folder);
    cloud = new Cloud(folder.resolve("cloud"), List.of());
    Files.writeString(folder.resolve("rehearsal.txt"), "");
  }

  @Test
  void should_find_nothing_wrong_where_state_and_aws_agree() throws Unfinished {
    // GIVEN
    state(held("edge-a", create("edge-a")), "");

    // WHEN
    Examination examination = examine();

    // THEN
    assertThat(examination.healthy()).isTrue();
    assertThat(examination.mending()).isEmpty();
    assertThat(examination.unseen()).isEmpty();
  }

  @Test
  void should_find_what_only_one_side_has() throws Unfinished {
    // GIVEN one that AWS alone has, and one that the state alone has
    String orphan = create("edge-a");
    state(held("edge-b", "arn:gone"), "");

    // WHEN
    Examination examination = examine();

    // THEN
    assertThat(examination.ailments())
        .extracting(each -> ExaminationText.kind(each) + " " + each.subject() + ": " + each.what())
        .containsExactly(
            "orphan edge-a: AWS has aws:sns/topic:Topic " + orphan + ", and the state has not",
            "gone edge-b: the state has aws:sns/topic:Topic arn:gone, and AWS has not");
    assertThat(examination.mending())
        .containsExactly(
            "pulumi refresh --stack global-edge --skip-preview --yes",
            "pulumi import 'aws:sns/topic:Topic' 'edge-a' '%s' --stack global-edge --parent"
                    .formatted(orphan)
                + " 'parent=urn:pulumi:global-edge::cellwall::p:C::edge' --provider"
                + " 'provider=urn:pulumi:global-edge::cellwall::pulumi:providers:aws::prov'"
                + " --protect=false --generate-code=false --skip-preview --yes",
            "cellwall deploy global-edge");
  }

  @Test
  void should_take_in_below_the_only_parent_of_its_types_whatever_that_is_called()
      throws Unfinished {
    // GIVEN
    String unused = create("other-name");
    state("", "");

    // THEN
    assertThat(examine().mending().get(0))
        .contains(" --parent 'parent=urn:pulumi:global-edge::cellwall::p:C::edge' ");
  }

  @Test
  void should_find_what_was_made_twice() throws Unfinished {
    // GIVEN something whose name AWS makes up
    String type = "aws:ec2/internetGateway:InternetGateway";
    String urn = TOPIC.replace("aws:sns/topic:Topic", type) + "edge-a";
    String first = create(urn, type);
    state(held(urn, type, create(urn, type)), "");

    // THEN
    assertThat(examine().ailments())
        .containsExactly(
            new Ailment(
                Ailment.Kind.DOUBLED,
                "edge-a",
                "AWS has 2 of this " + type + ", and the state does not know " + first,
                List.of("delete it in AWS: nothing that the state knows uses it")));
  }

  @Test
  void should_find_what_was_being_made_and_whether_it_was() throws Unfinished {
    // GIVEN
    String made = create("edge-a");
    state("", pending("edge-a") + "," + pending("edge-b"));

    // THEN
    assertThat(examine().ailments())
        .extracting(Ailment::what)
        .containsExactly(
            "the engine was stopped while creating this aws:sns/topic:Topic; AWS has it, as "
                + made,
            "the engine was stopped while creating this aws:sns/topic:Topic; AWS does not have it");
    assertThat(examine().mending())
        .hasSize(3)
        .startsWith(
            "pulumi refresh --stack global-edge --clear-pending-creates --skip-preview --yes");
  }

  @Test
  void should_not_take_in_what_a_later_deployment_made_again() throws Unfinished {
    // GIVEN an operation that never ended, and the second of its kind in the state
    String type = "aws:ec2/internetGateway:InternetGateway";
    String urn = TOPIC.replace("aws:sns/topic:Topic", type) + "edge-a";
    String first = create(urn, type);
    state(
        held(urn, type, create(urn, type)), pending("edge-a").replace("aws:sns/topic:Topic", type));

    // THEN
    assertThat(examine().ailments())
        .extracting(Ailment::what)
        .containsExactly(
            "the engine was stopped while creating this "
                + type
                + "; a later deployment made another, and AWS still has "
                + first);
    assertThat(examine().mending())
        .containsExactly(
            "pulumi refresh --stack global-edge --clear-pending-creates --skip-preview --yes",
            "cellwall deploy global-edge");
  }

  @Test
  void should_find_a_lock_that_nobody_holds_any_more() throws IOException {
    // GIVEN a process that has ended
    Process ended = new ProcessBuilder("true").start();
    ended.onExit().join();
    Path locks = folder.resolve("backend/.pulumi/locks/organization/cellwall/global-edge");
    Files.createDirectories(locks);
    Files.writeString(
        locks.resolve("a.json"),
        """
        {"pid":%d,"username":"me","hostname":"%s","timestamp":"2026-12-01T00:48:56.959343782Z"}"""
            .formatted(ended.pid(), InetAddress.getLocalHost().getHostName()));
    state("", "");

    // THEN
    assertThat(examine().ailments())
        .extracting(Ailment::what)
        .containsExactly(
            "is locked by me@%s (process %d) since 2026-12-01T00:48:56Z, and that process is gone"
                .formatted(InetAddress.getLocalHost().getHostName(), ended.pid()));
    assertThat(examine().mending())
        .containsExactly("pulumi cancel --stack global-edge --yes", "cellwall deploy global-edge");
  }

  @Test
  void should_say_what_it_cannot_see_of_a_real_account() {
    // GIVEN
    pulumi.say("whoami", "{\"url\":\"s3://bucket\"}");
    state(held("edge-a", "arn:unseen"), "");

    // WHEN
    Examination examination = examine();

    // THEN
    assertThat(examination.ailments()).isEmpty();
    assertThat(examination.unseen())
        .containsExactly(
            "whether a lock was left in s3://bucket: the next update says so; once nobody deploys,"
                + " pulumi cancel --stack global-edge --yes removes it",
            "whether AWS has what the state has: pulumi refresh --stack global-edge --preview-only"
                + " --non-interactive shows what differs and changes nothing",
            "what AWS has and the state has not: a provider that dies leaves such; all that a stack"
                + " makes is tagged, so look with: aws resourcegroupstaggingapi get-resources"
                + " --tag-filters Key=cell,Values=global-edge");
  }

  private Examination examine() {
    EngineStack stack = pulumi.stack();
    return StackDoctor.examine(stack, stack.state());
  }

  private String create(String name) throws Unfinished {
    return create(TOPIC + name, "aws:sns/topic:Topic");
  }

  private String create(String urn, String type) throws Unfinished {
    String name = urn.substring(urn.lastIndexOf(':') + 1);
    return cloud
        .create(
            new Order(
                urn,
                type,
                name,
                new Place(AccountId.parse("123456789012"), Region.parse("eu-west-1")),
                Value.Fields.of(new TreeMap<>(Map.of("name", new Value.Text(name))))))
        .id();
  }

  private static String held(String name, String id) {
    return held(TOPIC + name, "aws:sns/topic:Topic", id);
  }

  private static String held(String urn, String type, String id) {
    return """
    {"urn":"%s","type":"%s","id":"%s"}"""
        .formatted(urn, type, id);
  }

  private static String pending(String name) {
    return """
    {"type":"creating","resource":{"urn":"%s","type":"aws:sns/topic:Topic"}}"""
        .formatted(TOPIC + name);
  }

  private void state(String resource, String pending) {
    pulumi.say(
        "export",
        """
        {"deployment":{"resources":[%s,%s%s],"pending_operations":[%s]}}"""
            .formatted(COMPONENT, PROVIDER, resource.isEmpty() ? "" : "," + resource, pending));
  }
}
