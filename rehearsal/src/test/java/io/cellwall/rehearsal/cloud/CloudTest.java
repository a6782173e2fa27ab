package io.cellwall.rehearsal.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudTest {

  private static final Place HOME = place("111122223333", "eu-west-1");
  private static final Place OTHER_REGION = place("111122223333", "eu-central-1");
  private static final Place OTHER_ACCOUNT = place("444455556666", "eu-west-1");

  @TempDir Path folder;

  @Test
  void should_give_ids_and_arns_as_aws_does() throws Exception {
    // WHEN
    CloudObject vpc = vpc(cloud(), HOME, "10.0.0.0/16");

    // THEN
    assertThat(vpc.id()).matches("vpc-0[0-9a-f]{16}");
    assertThat(vpc.outputs().text("arn"))
        .contains("arn:aws:ec2:eu-west-1:111122223333:vpc/" + vpc.id());
    assertThat(vpc.outputs().text("defaultSecurityGroupId").orElseThrow())
        .matches("sg-0[0-9a-f]{16}");
  }

  @Test
  void the_same_order_should_never_make_the_same_id_twice() throws Exception {
    // GIVEN
    Cloud cloud = cloud();

    // WHEN
    String first = vpc(cloud, HOME, "10.0.0.0/16").id();

    // THEN
    assertThat(vpc(cloud, HOME, "10.1.0.0/16").id()).isNotEqualTo(first);
  }

  @Test
  void should_refuse_a_name_that_is_taken_in_the_account() throws Exception {
    // GIVEN
    Cloud cloud = cloud();
    Order role = order("aws:iam/role:Role", OTHER_REGION, Map.of("name", "operator"));
    cloud.create(order("aws:iam/role:Role", HOME, Map.of("name", "operator")));

    // THEN
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud.create(role))
        .withMessage(
            "AlreadyExists: Role operator exists already in account 111122223333; it was made for"
                + " urn:pulumi:s::cellwall::aws:iam/role:Role::x");
  }

  @Test
  void should_keep_accounts_and_regions_apart_but_not_the_names_of_buckets() throws Exception {
    // GIVEN
    Cloud cloud = cloud();
    for (Place place : List.of(HOME, OTHER_REGION, OTHER_ACCOUNT)) {
      cloud.create(order("aws:sqs/queue:Queue", place, Map.of("name", "jobs")));
    }
    cloud.create(order("aws:s3/bucketV2:BucketV2", HOME, Map.of("bucket", "logs")));

    // THEN
    assertThat(cloud.objects()).hasSize(4);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                cloud.create(
                    order("aws:s3/bucketV2:BucketV2", OTHER_ACCOUNT, Map.of("bucket", "logs"))))
        .withMessageContaining("BucketV2 logs exists already in account 111122223333");
  }

  @Test
  void should_refuse_what_names_something_that_is_not_there() {
    // GIVEN
    Order subnet = subnet(HOME, "vpc-00000000000000000", "10.0.0.0/24");

    // THEN
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud().create(subnet))
        .withMessage(
            "InvalidID.NotFound: vpcId names vpc-00000000000000000, which account 111122223333 does"
                + " not have in eu-west-1");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                cloud()
                    .create(
                        order(
                            "aws:iam/rolePolicy:RolePolicy",
                            HOME,
                            Map.of("role", "nobody", "name", "p", "policy", "{}"))))
        .withMessage(
            "NotFound: role names Role \"nobody\", which account 111122223333 does not have");
  }

  @Test
  void should_refuse_addresses_outside_the_vpc_or_taken_by_another_subnet() throws Exception {
    // GIVEN
    Cloud cloud = cloud();
    String vpc = vpc(cloud, HOME, "10.0.0.0/16").id();
    String taken = cloud.create(subnet(HOME, vpc, "10.0.0.0/24")).id();

    // THEN
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud.create(subnet(HOME, vpc, "10.1.0.0/24")))
        .withMessage(
            "InvalidSubnet.Range: cidrBlock 10.1.0.0/24 is not inside 10.0.0.0/16 of " + vpc);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud.create(subnet(HOME, vpc, "10.0.0.128/25")))
        .withMessage("InvalidSubnet.Conflict: cidrBlock 10.0.0.128/25 overlaps that of " + taken);
  }

  @Test
  void should_not_delete_what_is_used_or_guarded() throws Exception {
    // GIVEN
    Cloud cloud = cloud();
    CloudObject vpc = vpc(cloud, HOME, "10.0.0.0/16");
    CloudObject subnet =
        cloud.create(
            new Order(
                "urn:pulumi:s::cellwall::aws:ec2/subnet:Subnet::y",
                "aws:ec2/subnet:Subnet",
                "y",
                HOME,
                fields(Map.of("vpcId", vpc.id(), "cidrBlock", "10.0.0.0/24"))));
    CloudObject balancer =
        cloud.create(
            new Order(
                "urn:pulumi:s::cellwall::aws:lb/loadBalancer:LoadBalancer::z",
                "aws:lb/loadBalancer:LoadBalancer",
                "z",
                HOME,
                Value.Fields.of(
                    Map.of(
                        "name", new Value.Text("door"),
                        "enableDeletionProtection", new Value.Bool(true)))));

    // THEN
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud.delete(vpc.type(), vpc.id(), HOME))
        .withMessage(
            "DependencyViolation: Vpc %s is in use: vpcId of Subnet %s"
                .formatted(vpc.id(), subnet.id()));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> cloud.delete(balancer.type(), balancer.id(), HOME))
        .withMessageEndingWith(
            "has enableDeletionProtection: set it to false and deploy that first");

    // WHEN the guard is off and the user is gone
    cloud.turnOffGuards("s");
    cloud.delete(balancer.type(), balancer.id(), HOME);
    cloud.delete(subnet.type(), subnet.id(), HOME);
    cloud.delete(vpc.type(), vpc.id(), HOME);

    // THEN
    assertThat(cloud.objects()).isEmpty();
  }

  @Test
  void a_change_should_keep_what_aws_made_up() throws Exception {
    // GIVEN
    Cloud cloud = cloud();
    CloudObject queue =
        cloud.create(order("aws:sqs/queue:Queue", HOME, Map.of("name", "jobs", "policy", "{}")));

    // WHEN
    CloudObject changed =
        cloud.update(
            queue.id(),
            order("aws:sqs/queue:Queue", HOME, Map.of("name", "jobs", "policy", "{ }")));

    // THEN
    assertThat(changed.id()).isEqualTo(queue.id());
    assertThat(changed.outputs().text("arn")).isEqualTo(queue.outputs().text("arn"));
    assertThat(changed.outputs().text("policy")).contains("{ }");
  }

  @Test
  void should_remember_across_processes_and_forget_a_line_that_was_never_finished()
      throws Exception {
    // GIVEN
    String vpc = vpc(cloud(), HOME, "10.0.0.0/16").id();
    Files.writeString(
        folder.resolve("accounts/111122223333.jsonl"),
        "{\"call\":\"crea",
        StandardOpenOption.APPEND);

    // WHEN another process goes on
    Cloud next = cloud();
    String subnet = next.create(subnet(HOME, vpc, "10.0.0.0/24")).id();

    // THEN
    assertThat(cloud().objects()).extracting(CloudObject::id).containsExactly(vpc, subnet);
  }

  @Test
  void should_fail_at_the_call_that_a_fault_is_for_and_only_there() throws Exception {
    // GIVEN
    Faults.set(folder, List.of("refuse:create:2", "lose:create:3"));
    Cloud cloud = cloud();

    // WHEN
    vpc(cloud, HOME, "10.0.0.0/16");

    // THEN the second does nothing, the third does it and does not say so, the fourth is as ever
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> vpc(cloud, HOME, "10.1.0.0/16"))
        .withMessage("AccessDenied: refused, as this rehearsal was told to");
    assertThatExceptionOfType(LostAnswer.class).isThrownBy(() -> vpc(cloud, HOME, "10.2.0.0/16"));
    vpc(cloud, HOME, "10.3.0.0/16");
    assertThat(cloud.objects())
        .extracting(each -> each.inputs().text("cidrBlock").orElseThrow())
        .containsExactly("10.0.0.0/16", "10.2.0.0/16", "10.3.0.0/16");
    assertThat(Faults.waiting(folder)).isEmpty();
  }

  @Test
  void should_fail_at_the_resource_that_a_fault_names() throws Exception {
    // GIVEN
    Faults.set(folder, List.of("refuse:create:1:aws:sqs/queue:Queue::second"));
    Cloud cloud = cloud();

    // WHEN another is made
    cloud.create(named("first"));

    // THEN it is the one that is named that fails, once
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cloud.create(named("second")));
    assertThat(Faults.waiting(folder)).isEmpty();
    assertThat(cloud.create(named("second")).id()).isNotEmpty();
  }

  @Test
  void should_make_up_the_same_ids_in_whatever_order_it_is_asked() throws Exception {
    // GIVEN two things made, and a refusal between them
    Faults.set(folder, List.of("refuse:create:2"));
    Cloud cloud = cloud();
    Order zone = order("aws:route53/zone:Zone", HOME, Map.of("name", "example.com"));
    String vpc = vpc(cloud, HOME, "10.0.0.0/16").id();
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cloud.create(zone));
    String made = cloud.create(zone).id();

    // WHEN they are made the other way round in another world
    Cloud other = new Cloud(folder.resolve("other"), List.of());

    // THEN
    assertThat(other.create(zone).id()).isEqualTo(made);
    assertThat(vpc(other, HOME, "10.0.0.0/16").id()).isEqualTo(vpc);
  }

  @Test
  void should_fail_in_a_region_as_long_as_it_is_down() throws Exception {
    // GIVEN
    Faults.set(folder, List.of("region-down:eu-west-1"));

    // THEN
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> vpc(cloud(), HOME, "10.0.0.0/16"))
        .withMessage("ServiceUnavailable: no answer from eu-west-1");
    assertThat(vpc(cloud(), OTHER_REGION, "10.0.0.0/16").id()).startsWith("vpc-");
  }

  @Test
  void should_make_a_type_that_nobody_described() throws Exception {
    // WHEN
    CloudObject broker =
        cloud()
            .create(
                order(
                    "aws:mq/broker:Broker",
                    HOME,
                    Map.of("brokerName", "b", "engineType", "ActiveMQ")));

    // THEN it has a value for each output that always comes back
    assertThat(broker.outputs().values()).containsKeys("arn", "brokerName", "instances");
    assertThat(broker.outputs().text("arn").orElseThrow())
        .startsWith("arn:aws:mq:eu-west-1:111122223333:");
  }

  private Cloud cloud() {
    return new Cloud(
        folder,
        ServiceLoader.load(CloudRule.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  private static CloudObject vpc(Cloud cloud, Place place, String cidr) throws Unfinished {
    return cloud.create(order("aws:ec2/vpc:Vpc", place, Map.of("cidrBlock", cidr)));
  }

  private static Order named(String name) {
    return new Order(
        "urn:pulumi:s::cellwall::aws:sqs/queue:Queue::" + name,
        "aws:sqs/queue:Queue",
        name,
        HOME,
        fields(Map.of("name", name)));
  }

  private static Order subnet(Place place, String vpc, String cidr) {
    return order("aws:ec2/subnet:Subnet", place, Map.of("vpcId", vpc, "cidrBlock", cidr));
  }

  private static Order order(String type, Place place, Map<String, String> inputs) {
    return new Order("urn:pulumi:s::cellwall::" + type + "::x", type, "x", place, fields(inputs));
  }

  private static Value.Fields fields(Map<String, String> texts) {
    Map<String, Value> fields = new TreeMap<>();
    texts.forEach((key, text) -> fields.put(key, new Value.Text(text)));
    return Value.Fields.of(fields);
  }

  private static Place place(String account, String region) {
    return new Place(AccountId.parse(account), Region.parse(region));
  }
}
