package io.cellwall.tests.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.guardrails.Guardrail;
import io.cellwall.policies.guardrails.GuardrailKind;
import io.cellwall.policies.guardrails.Guardrails;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.action.Action;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The guardrails of the real stacks let pass what the stacks themselves need. */
class GuardrailsPermitTest {

  private static final Set<String> ROLE_POLICIES =
      Set.of("aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy");

  /** Where the provider's module is not called as IAM calls the service. */
  private static final Map<String, List<String>> SERVICES =
      Map.of(
          "amp", List.of("aps"),
          "cloudwatch", List.of("cloudwatch", "events", "logs"),
          "ebs", List.of("ec2"),
          "lb", List.of("elasticloadbalancing"),
          "vpc", List.of("ec2"));

  private final Inventory inventory = ExampleFleet.read();
  private final OwnerIndex owners = new OwnerIndex(inventory);
  private final Access access = Access.ofBundledActions();

  @TestFactory
  Stream<DynamicTest> should_let_pass_what_roles_and_programs_need() {
    return Stream.of(
            "eu-west-1-cell-01", "us-west-2-cell-01", "edge-eu-west-1", "edge-eu", "global-edge")
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private void check(String name) {
    // GIVEN
    Home home = owners.home(name).orElseThrow();
    ResourceGraph graph = capture(name);
    List<String> denied = new ArrayList<>();
    int asked = 0;
    // WHEN each Allow of each role is asked about, with and without the walls
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      if (ROLE_POLICIES.contains(node.type())) {
        for (Request request : requests(node)) {
          asked += compare(home, request, node.name(), denied) ? 1 : 0;
        }
      }
    }
    int ofRoles = asked;
    // AND what makes each type of resource
    for (Request request : creations(graph)) {
      asked += compare(home, request, "the program", denied) ? 1 : 0;
    }
    // THEN
    assertThat(denied).isEmpty();
    assertThat(asked - ofRoles).as("creations asked about").isPositive();
    assertThat(ofRoles).as("permissions asked about").isGreaterThan(home.isCell() ? 50 : -1);
  }

  /** One request for each service that the template has an endpoint of: action and resource. */
  private static final Map<String, Request> THROUGH_ENDPOINTS =
      Map.of(
          "dynamodb", new Request("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:%s:table/t"),
          "ecr", new Request("ecr:BatchGetImage", "arn:aws:ecr:eu-west-1:%s:repository/r"),
          "kms", new Request("kms:Decrypt", "arn:aws:kms:eu-west-1:%s:key/k"),
          "logs", new Request("logs:PutLogEvents", "arn:aws:logs:eu-west-1:%s:log-group:g:*"),
          "s3", new Request("s3:GetObject", "arn:aws:s3:::bucket/key"),
          "secretsmanager",
              new Request(
                  "secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:%s:secret:s"),
          "sqs", new Request("sqs:SendMessage", "arn:aws:sqs:eu-west-1:%s:q"));

  @Test
  void should_let_pass_all_that_the_template_s_own_endpoints_do() {
    // GIVEN the endpoints of a cell, and the policy that is made for them
    Home home = owners.home("eu-west-1-cell-01").orElseThrow();
    PolicyDocument made =
        documents(Guardrails.of(inventory, home.stack()), GuardrailKind.ENDPOINT)[0];
    String here = home.account().value();
    String images = EksRegistries.of(home.regions().get(1)).orElseThrow().value();
    Set<String> compared = new TreeSet<>();
    for (Node node : capture("eu-west-1-cell-01").of(Node.Kind.RESOURCE)) {
      if (!node.type().equals("aws:ec2/vpcEndpoint:VpcEndpoint")) {
        continue;
      }
      PolicyDocument own =
          PolicyParser.parse(
              node.name(), PolicyKind.RESOURCE, node.inputs().text("policy").orElseThrow());
      String service =
          requests(node).stream().map(r -> r.action().split(":", 2)[0]).findFirst().orElseThrow();
      Request request = THROUGH_ENDPOINTS.get(service);
      if (request == null) {
        continue;
      }
      for (String caller : List.of(here, "999999999999")) {
        for (String owner : List.of(here, images, "999999999999")) {
          // THEN what the template's lets pass, the made one does too, and foreigners neither
          boolean passes = passes(made, caller, owner, request);
          assertThat(!passes(own, caller, owner, request) || passes)
              .as("%s: %s calls %s", node.name(), caller, owner)
              .isTrue();
          if (caller.equals("999999999999") || owner.equals("999999999999")) {
            assertThat(passes).as("%s: %s calls %s", node.name(), caller, owner).isFalse();
          }
          compared.add(service);
        }
      }
    }
    assertThat(compared).contains("dynamodb", "ecr", "s3");
  }

  // To a request an endpoint's policy is what a resource's is, of an owner who lets all in.
  private boolean passes(PolicyDocument endpoint, String caller, String owner, Request request) {
    Actor role = Actor.Role.of("arn:aws:iam::" + caller + ":role/asked");
    Principal principal =
        caller.equals(owner)
            ? Principal.of(role)
            : Principal.of(role, PolicyDocument.allowingAll("asked", PolicyKind.IDENTITY));
    Resource resource =
        Resource.of(request.resource().formatted(owner), endpoint).in(owner).at("eu-west-1");
    return access.between(List.of(principal), List.of(request.action()), List.of(resource))
        instanceof AccessVerdict.Witness;
  }

  private ResourceGraph capture(String name) {
    return StackCapture.capture(
        "cellwall", name, context -> Stacks.find(inventory, name).orElseThrow().declare(context));
  }

  private record Request(String action, String resource) {}

  // Tells whether the request is one that the walls could deny; those they do are noted.
  private boolean compare(Home home, Request request, String who, List<String> denied) {
    if (!allowed(home, request, false)) {
      return false;
    }
    if (!allowed(home, request, true)) {
      denied.add(who + ": " + request.action() + " on " + request.resource());
    }
    return true;
  }

  private boolean allowed(Home home, Request request, boolean walled) {
    String account = home.account().value();
    Principal principal =
        Principal.of(
            Actor.Role.of("arn:aws:iam::" + account + ":role/asked"),
            PolicyDocument.allowingAll("asked", PolicyKind.IDENTITY));
    Resource resource = open(request.resource());
    resource = resource.account().isEmpty() ? resource.in(account) : resource;
    resource =
        region(request.resource()).isEmpty() ? resource.at(home.regions().get(0).code()) : resource;
    if (walled) {
      List<Guardrail> own = Guardrails.of(inventory, home.stack());
      principal = principal.under(level(own));
      resource = resource.under(documents(own, GuardrailKind.RESOURCE_CONTROL));
      if (home.zone().isPresent()) {
        Zone zone = home.zone().get();
        List<Guardrail> whole = Guardrails.of(inventory, zone.name());
        principal = principal.under(level(whole));
      }
      resource = ofZoneEdge(home, resource);
    }
    return access.between(List.of(principal), List.of(request.action()), List.of(resource))
        instanceof AccessVerdict.Witness;
  }

  // What a region's edge reads of its zone is under the walls of the zone's edge.
  private Resource ofZoneEdge(Home home, Resource resource) {
    return home.zone()
        .filter(zone -> resource.account().filter(zone.account().value()::equals).isPresent())
        .map(
            zone ->
                resource.under(
                    documents(
                        Guardrails.of(inventory, new StackName.OfZoneEdge(zone.name())),
                        GuardrailKind.RESOURCE_CONTROL)))
        .orElse(resource);
  }

  private static PolicyDocument[] level(List<Guardrail> guardrails) {
    return Stream.concat(
            Stream.of(PolicyDocument.allowingAll("FullAWSAccess", PolicyKind.SERVICE_CONTROL)),
            Stream.of(documents(guardrails, GuardrailKind.SERVICE_CONTROL)))
        .toArray(PolicyDocument[]::new);
  }

  private static PolicyDocument[] documents(List<Guardrail> guardrails, GuardrailKind kind) {
    return guardrails.stream()
        .filter(guardrail -> guardrail.kind() == kind)
        .map(Guardrail::document)
        .toArray(PolicyDocument[]::new);
  }

  private static String region(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > 3 ? parts[3] : "";
  }

  // Its own side lets everybody in, so that only the walls are in the way.
  private static Resource open(String arn) {
    boolean role = arn.contains(":role/");
    String statement =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"%s\"%s}]}"
            .formatted(role ? "sts:*" : "*", role ? "" : ",\"Resource\":\"*\"");
    return Resource.of(
        arn, PolicyParser.parse("open", role ? PolicyKind.TRUST : PolicyKind.RESOURCE, statement));
  }

  private static List<Request> requests(Node node) {
    JsonNode policy = JsonMapper.shared().readTree(node.inputs().text("policy").orElseThrow());
    List<Request> requests = new ArrayList<>();
    for (JsonNode statement : policy.path("Statement")) {
      if (statement.path("Effect").stringValue().equals("Allow")
          && statement.has("Action")
          && statement.has("Resource")) {
        for (String action : texts(statement.path("Action"))) {
          for (String resource : texts(statement.path("Resource"))) {
            requests.add(new Request(action, resource));
          }
        }
      }
    }
    return requests;
  }

  private static List<String> texts(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::stringValue).toList()
        : List.of(node.stringValue());
  }

  // A subnet is made by ec2:CreateSubnet; types whose action is called otherwise are left out.
  private static List<Request> creations(ResourceGraph graph) {
    Set<String> actions =
        ActionCatalogue.bundled().actions().stream()
            .map(Action::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> creating = new TreeSet<>();
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      String[] token = node.type().split("[:/]", -1);
      if (token.length == 4) {
        for (String service :
            SERVICES.getOrDefault(token[1], List.of(token[1].toLowerCase(Locale.ROOT)))) {
          for (String verb : List.of("Create", "Put", "Register", "Import")) {
            String action = service + ":" + verb + token[3].replaceAll("V2$", "");
            if (actions.contains(action)) {
              creating.add(action);
            }
          }
        }
      }
    }
    return creating.stream().map(action -> new Request(action, "*")).toList();
  }
}
