package io.cellwall.policies.guardrails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.Rule;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.ZoneName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guardrails deny and let pass, as the proof of access sees it. */
class GuardrailsTest {

  private static final String CELL = "eu-west-1-cell-01";
  private static final String HERE = "111111111101";
  private static final String OTHER = "111111111102";
  private static final String ZONE_EDGE = "222222222201";
  private static final String ROUTERS = "222222222211";

  private final Inventory inventory = TestFleet.inventory();
  private final Access access = Access.ofBundledActions();

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "ec2:RunInstances, arn:aws:ec2:us-east-1:111111111101:instance/i-1",
    "ec2:CreateVpc, arn:aws:ec2:eu-central-1:111111111101:vpc/vpc-1",
    "s3:GetObject, arn:aws:s3:::other-bucket/key",
    "sqs:SendMessage, arn:aws:sqs:eu-west-1:111111111102:orders",
    "sts:AssumeRole, arn:aws:iam::111111111102:role/app",
    "kms:Decrypt, arn:aws:kms:eu-west-1:111111111102:key/k",
    "ec2:CreateVpcPeeringConnection, arn:aws:ec2:eu-west-1:111111111101:vpc/vpc-1",
    "ec2:AcceptVpcPeeringConnection, arn:aws:ec2:eu-west-1:111111111101:vpc-peering-connection/p",
    "ec2:CreateTransitGatewayVpcAttachment, arn:aws:ec2:eu-west-1:111111111101:vpc/vpc-1",
    "ram:AssociateResourceShare, arn:aws:ram:eu-west-1:111111111101:resource-share/r",
    "vpc-lattice:CreateServiceNetworkVpcAssociation, arn:aws:vpc-lattice:eu-west-1:111111111101:servicenetwork/sn-1",
    "ec2:ModifySnapshotAttribute, arn:aws:ec2:eu-west-1::snapshot/snap-1",
    "rds:ModifyDBClusterSnapshotAttribute, arn:aws:rds:eu-west-1:111111111101:cluster-snapshot:s",
    "kms:ReplicateKey, arn:aws:kms:eu-west-1:111111111101:key/k",
    "s3:PutReplicationConfiguration, arn:aws:s3:::own-bucket",
    "secretsmanager:ReplicateSecretToRegions, arn:aws:secretsmanager:eu-west-1:111111111101:secret:s",
    "ecr:BatchGetImage, arn:aws:ecr:eu-west-1:111111111102:repository/app",
    "iam:CreateUser, arn:aws:iam::111111111101:user/u",
  })
  void should_deny_what_crosses_a_wall_although_it_is_allowed_on_both_sides(
      String action, String arn) {
    // GIVEN a role that may do everything, and a resource that lets everybody do everything
    Resource resource = open(arn);
    // THEN only the walls are in the way
    assertThat(ask(deployer(HERE), action, resource)).isInstanceOf(AccessVerdict.Witness.class);
    assertThat(ask(within(CELL, deployer(HERE)), action, resource))
        .isInstanceOf(AccessVerdict.Proven.class);
    assertThat(ask(within("zone-eu", deployer(HERE)), action, resource))
        .as("the zone's own guardrails")
        .isInstanceOf(
            arn.contains(OTHER) || arn.contains("eu-central-1") || arn.contains("other-bucket")
                ? AccessVerdict.Witness.class
                : AccessVerdict.Proven.class);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "ec2:CreateVpc, arn:aws:ec2:eu-west-1:111111111101:vpc/vpc-1",
    "iam:CreateRole, arn:aws:iam::111111111101:role/app",
    "iam:PassRole, arn:aws:iam::111111111101:role/app",
    "sts:AssumeRole, arn:aws:iam::111111111101:role/app",
    "route53:ChangeResourceRecordSets, arn:aws:route53:::hostedzone/Z1",
    "kms:CreateGrant, arn:aws:kms:eu-west-1:111111111101:key/k",
    "kms:Decrypt, arn:aws:kms:eu-west-1:111111111101:key/k",
    "s3:PutObject, arn:aws:s3:::own-bucket/key",
    "sqs:SendMessage, arn:aws:sqs:eu-west-1:111111111101:orders",
    "ec2:CreateVpcEndpoint, arn:aws:ec2:eu-west-1:111111111101:vpc/vpc-1",
    "rds:CreateDBCluster, arn:aws:rds:eu-west-1:111111111101:cluster:db",
    "eks:UpdateClusterConfig, arn:aws:eks:eu-west-1:111111111101:cluster/c",
    "ssm:GetParameter, arn:aws:ssm:eu-west-1::parameter/aws/service/eks/x",
    "ecr:BatchGetImage, arn:aws:ecr:eu-west-1:602401143452:repository/eks/coredns",
  })
  void should_let_the_deploy_role_work_in_its_account_and_region(String action, String arn) {
    // GIVEN
    Resource resource = open(arn).under(documents(CELL, GuardrailKind.RESOURCE_CONTROL));
    // THEN
    assertThat(ask(within("zone-eu", within(CELL, deployer(HERE))), action, resource))
        .isInstanceOf(AccessVerdict.Witness.class);
  }

  @Test
  void should_keep_everybody_else_from_the_resources() {
    // GIVEN resources that let everybody in, under the cell's resource control policy
    for (String arn :
        List.of(
            "arn:aws:s3:::own-bucket/key",
            "arn:aws:sqs:eu-west-1:111111111101:orders",
            "arn:aws:kms:eu-west-1:111111111101:key/k",
            "arn:aws:dynamodb:eu-west-1:111111111101:table/t",
            "arn:aws:secretsmanager:eu-west-1:111111111101:secret:s",
            "arn:aws:ecr:eu-west-1:111111111101:repository/r",
            "arn:aws:logs:eu-west-1:111111111101:log-group:g:*")) {
      Resource guarded = open(arn).under(documents(CELL, GuardrailKind.RESOURCE_CONTROL));
      String everyAction = arn.split(":", -1)[2] + ":*";
      for (Principal foreign :
          List.of(deployer(OTHER), deployer("999999999999"), Principal.of(new Actor.Anonymous()))) {
        // THEN
        assertThat(ask(foreign, everyAction, guarded))
            .as("%s on %s", foreign.actor().id(), arn)
            .isInstanceOf(AccessVerdict.Proven.class);
      }
      assertThat(ask(deployer(HERE), everyAction, guarded))
          .isInstanceOf(AccessVerdict.Witness.class);
    }
  }

  @Test
  void should_let_services_of_aws_work_for_this_account_and_for_no_other() {
    // GIVEN
    Resource queue =
        open("arn:aws:sqs:eu-west-1:111111111101:orders")
            .under(documents(CELL, GuardrailKind.RESOURCE_CONTROL));
    Principal service = Principal.of(new Actor.Service("sns.amazonaws.com"));
    // THEN for the account, and for nobody in particular; for another's never
    assertThat(ask(service.knowing(sourceAccount(HERE)), "sqs:SendMessage", queue))
        .isInstanceOf(AccessVerdict.Witness.class);
    assertThat(
            ask(
                service.knowing(Facts.NONE.with("aws:SourceAccount", KeyFact.absent())),
                "sqs:SendMessage",
                queue))
        .isInstanceOf(AccessVerdict.Witness.class);
    assertThat(ask(service.knowing(sourceAccount(OTHER)), "sqs:SendMessage", queue))
        .isInstanceOf(AccessVerdict.Proven.class);
  }

  @Test
  void should_not_touch_the_roles_of_services() {
    Principal linked =
        Principal.of(
            Actor.Role.of(
                "arn:aws:iam::222222222201:role/aws-service-role/replication.dynamodb.amazonaws.com/R"),
            everything(PolicyKind.IDENTITY));

    assertThat(
            ask(
                within("edge-eu", linked),
                "dynamodb:PutItem",
                open("arn:aws:dynamodb:us-east-1:222222222201:table/t")))
        .isInstanceOf(AccessVerdict.Witness.class);
  }

  @Test
  void should_open_the_doors_of_the_edges_and_no_more() {
    // GIVEN the zone's table, and whoever might read it
    Resource table =
        open("arn:aws:dynamodb:eu-west-1:222222222201:table/home")
            .under(documents("edge-eu", GuardrailKind.RESOURCE_CONTROL));
    // THEN the zone's routers read it, and no cell does
    assertThat(ask(within("edge-eu-west-1", deployer(ROUTERS)), "dynamodb:GetItem", table))
        .isInstanceOf(AccessVerdict.Witness.class);
    assertThat(ask(deployer(HERE), "dynamodb:GetItem", table))
        .isInstanceOf(AccessVerdict.Proven.class);
    // AND routers connect to cells of their zone only
    assertThat(connect("edge-eu-west-1", ROUTERS, OTHER)).isInstanceOf(AccessVerdict.Witness.class);
    assertThat(connect("edge-eu-west-1", ROUTERS, "111111111105"))
        .isInstanceOf(AccessVerdict.Proven.class);
    assertThat(connect(CELL, HERE, OTHER)).isInstanceOf(AccessVerdict.Proven.class);
    assertThat(connect(CELL, HERE, "amazon")).isInstanceOf(AccessVerdict.Witness.class);
  }

  @Test
  void should_have_keys_beyond_the_zone_that_sign_and_nothing_else() {
    // GIVEN a key in the region that Route 53 signs from
    Resource key = open("arn:aws:kms:us-east-1:222222222201:key/k");
    Principal edge = within("edge-eu", deployer(ZONE_EDGE));
    // THEN
    assertThat(ask(edge, "kms:Sign", key)).isInstanceOf(AccessVerdict.Witness.class);
    assertThat(ask(edge, "kms:Decrypt", key)).isInstanceOf(AccessVerdict.Proven.class);
    assertThat(ask(edge, "kms:Sign", open("arn:aws:kms:us-west-2:222222222201:key/k")))
        .isInstanceOf(AccessVerdict.Proven.class);
    assertThat(
            ask(
                within(CELL, deployer(HERE)),
                "kms:Sign",
                open("arn:aws:kms:us-east-1:111111111101:key/k")))
        .isInstanceOf(AccessVerdict.Proven.class);
  }

  @Test
  void should_let_pass_the_endpoints_only_what_stays_inside() {
    // GIVEN
    PolicyDocument endpoint = documents(CELL, GuardrailKind.ENDPOINT)[0];
    // THEN
    assertThat(passes(endpoint, HERE, HERE)).isTrue();
    assertThat(passes(endpoint, HERE, OTHER)).isFalse();
    assertThat(passes(endpoint, OTHER, HERE)).isFalse();
    assertThat(passes(endpoint, OTHER, OTHER)).isFalse();
  }

  @Test
  void should_have_stable_names_known_twins_and_sizes_that_aws_takes() {
    // WHEN
    List<Guardrail> all = new ArrayList<>();
    for (String stack :
        List.of(CELL, "us-east-1-cell-01", "edge-eu-west-1", "edge-eu", "edge-us", "global-edge")) {
      all.addAll(Guardrails.of(inventory, StackName.parse(stack)));
    }
    all.addAll(Guardrails.of(inventory, ZoneName.parse("eu")));
    // THEN
    assertThat(all)
        .extracting(Guardrail::name)
        .doesNotHaveDuplicates()
        .contains(
            "eu-west-1-cell-01-scp",
            "eu-west-1-cell-01-rcp",
            "eu-west-1-cell-01-endpoint",
            "zone-eu-scp",
            "zone-eu-rcp");
    assertThat(all).allMatch(Guardrail::fits);
    assertThat(all).allSatisfy(each -> assertThat(each.document().problems()).isEmpty());
    assertThat(Guardrails.findings(all)).isEmpty();
    assertThat(all.stream().flatMap(each -> each.walls().stream()).flatMap(w -> w.twins().stream()))
        .isSubsetOf(Pack.rules().stream().map(Rule::id).toList());
  }

  @Test
  void should_split_what_is_too_long_and_say_what_cannot_be() {
    // GIVEN walls of which two fit into a document, and one that fits into none
    Wall wall = Wall.deny("W", List.of(), List.of("s3:" + "x".repeat(2_000)));
    Wall long1 = Wall.deny("L", List.of(), List.of("s3:" + "x".repeat(6_000)));
    // WHEN
    List<Guardrail> split =
        Guardrail.split(
            GuardrailKind.SERVICE_CONTROL,
            "p",
            Optional.empty(),
            List.of(wall, wall, wall, long1, wall));
    // THEN
    assertThat(split)
        .extracting(Guardrail::name)
        .containsExactly("p-scp-1", "p-scp-2", "p-scp-3", "p-scp-4");
    assertThat(split).extracting(each -> each.walls().size()).containsExactly(2, 1, 1, 1);
    assertThat(Guardrails.findings(split))
        .extracting(Finding::toString)
        .singleElement()
        .asString()
        .contains("guardrails/p-scp-3", "it has 6,100 characters; AWS takes at most 5,120");
    List<Guardrail> five = Stream.concat(split.stream(), split.stream().limit(1)).toList();
    assertThat(Guardrails.findings(five))
        .extracting(Finding::message)
        .contains("there are 5 documents; at most 4 can be attached beside AWS's own");
  }

  @Test
  void should_refuse_what_the_inventory_does_not_have() {
    assertThatThrownBy(() -> Guardrails.of(inventory, StackName.parse("eu-west-1-cell-03")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the inventory has no stack eu-west-1-cell-03");
    assertThatThrownBy(() -> Guardrails.of(inventory, ZoneName.parse("in")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the inventory has no zone in");
  }

  private AccessVerdict connect(String stack, String account, String owner) {
    return ask(
        within(stack, deployer(account)),
        "ec2:CreateVpcEndpoint",
        open("arn:aws:ec2:eu-west-1:" + account + ":vpc-endpoint/vpce-1")
            .knowing(Facts.NONE.with("ec2:VpceServiceOwner", KeyFact.is(owner))));
  }

  // An endpoint's policy is to a request what a resource's is, of a resource whose owner lets all
  // in: so in one account only it decides, and across accounts it must allow as well.
  private boolean passes(PolicyDocument endpoint, String caller, String owner) {
    Principal principal = caller.equals(owner) ? Principal.of(role(caller)) : deployer(caller);
    Resource queue = Resource.of("arn:aws:sqs:eu-west-1:" + owner + ":q", endpoint);
    return ask(principal, "sqs:SendMessage", queue) instanceof AccessVerdict.Witness;
  }

  private AccessVerdict ask(Principal principal, String action, Resource resource) {
    return access.between(List.of(principal), List.of(action), List.of(resource));
  }

  private Principal within(String place, Principal principal) {
    List<PolicyDocument> level = new ArrayList<>(List.of(everything(PolicyKind.SERVICE_CONTROL)));
    level.addAll(List.of(documents(place, GuardrailKind.SERVICE_CONTROL)));
    return principal.under(level.toArray(PolicyDocument[]::new));
  }

  private PolicyDocument[] documents(String place, GuardrailKind kind) {
    List<Guardrail> all =
        place.startsWith("zone-")
            ? Guardrails.of(inventory, ZoneName.parse(place.substring("zone-".length())))
            : Guardrails.of(inventory, StackName.parse(place));
    return all.stream()
        .filter(guardrail -> guardrail.kind() == kind)
        .map(Guardrail::document)
        .toArray(PolicyDocument[]::new);
  }

  private static Facts sourceAccount(String account) {
    return Facts.NONE.with("aws:SourceAccount", KeyFact.is(account));
  }

  private static Principal deployer(String account) {
    return Principal.of(role(account), everything(PolicyKind.IDENTITY));
  }

  private static Actor role(String account) {
    return Actor.Role.of("arn:aws:iam::" + account + ":role/deploy");
  }

  private static PolicyDocument everything(PolicyKind kind) {
    return PolicyDocument.allowingAll("everything", kind);
  }

  // A resource whose own policy, or trust, lets everybody do everything.
  private static Resource open(String arn) {
    boolean role = arn.contains(":role/");
    String json =
        role
            ? "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}]}"
            : "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    PolicyDocument policy =
        PolicyParser.parse("open", role ? PolicyKind.TRUST : PolicyKind.RESOURCE, json);
    Resource resource = Resource.of(arn, policy);
    if (arn.contains("other-bucket")) {
      resource = resource.in(OTHER).at("eu-west-1");
    } else if (resource.account().isEmpty()) {
      resource = resource.in(arn.contains("parameter/aws") ? "000000000000" : HERE);
      resource = arn.contains(":s3:::") ? resource.at("eu-west-1") : resource;
    }
    return resource;
  }
}
