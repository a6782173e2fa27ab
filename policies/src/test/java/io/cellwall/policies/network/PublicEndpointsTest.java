package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.exposure.PublicEndpoint;
import io.cellwall.policies.network.exposure.PublicEndpoint.Kind;
import io.cellwall.policies.network.exposure.PublicEndpoint.Obligation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicEndpointsTest {

  private final StackOf cell = Cells.cell("cell-a", "111111111111", "10.1");

  private List<PublicEndpoint> found() {
    return NetworkProof.of(List.of(cell.graph()), DeclaredConnectors.none()).publicEndpoints();
  }

  @Test
  void should_find_none_in_a_private_cell() {
    assertThat(found()).isEmpty();
  }

  @Test
  void should_show_what_may_come_in_at_a_public_load_balancer() {
    // GIVEN
    String group =
        cell.add(
            Cells.GROUP,
            "web",
            "vpcId",
            cell.id(Cells.VPC, "vpc"),
            "ingress",
            List.of(Cells.rule("tcp", 443, "0.0.0.0/0")));
    cell.add(
        Cells.BALANCER,
        "web",
        "subnets",
        List.of(cell.id(Cells.SUBNET, "public")),
        "securityGroups",
        List.of(group));
    // WHEN, THEN
    assertThat(found())
        .containsExactly(
            new PublicEndpoint(
                Kind.LOAD_BALANCER,
                "cell-a",
                cell.urn(Cells.BALANCER, "web"),
                "internal",
                List.of("tcp 443 from 0.0.0.0/0"),
                Set.of(Obligation.AUTHENTICATE, Obligation.DECLARE_INGRESS)));
  }

  @Test
  void should_find_each_kind() {
    // GIVEN
    cell.add(
        "aws:eks/cluster:Cluster", "eks", "vpcConfig", StackOf.map("endpointPublicAccess", true));
    cell.add("aws:rds/instance:Instance", "rds", "publiclyAccessible", true);
    cell.add("aws:lambda/functionUrl:FunctionUrl", "url", "authorizationType", "NONE");
    cell.add("aws:apigatewayv2/api:Api", "api", "protocolType", "HTTP");
    cell.add("aws:globalaccelerator/accelerator:Accelerator", "ga");
    cell.add("aws:ec2/eip:Eip", "eip", "instance", cell.id(Cells.INSTANCE, "app"));
    // WHEN, THEN
    assertThat(found())
        .extracting(PublicEndpoint::kind)
        .containsExactlyInAnyOrder(
            Kind.CLUSTER_ENDPOINT,
            Kind.PUBLICLY_ACCESSIBLE,
            Kind.FUNCTION_URL,
            Kind.API,
            Kind.ACCELERATOR,
            Kind.PUBLIC_ADDRESS);
    assertThat(
            found().stream()
                .filter(each -> each.kind() == Kind.CLUSTER_ENDPOINT)
                .findFirst()
                .orElseThrow())
        .satisfies(
            each -> {
              assertThat(each.ingress()).containsExactly("tcp 443 from 0.0.0.0/0");
              assertThat(each.obligations())
                  .containsExactlyInAnyOrder(Obligation.AUTHENTICATE, Obligation.NARROW_INGRESS);
            });
  }

  @Test
  void should_pass_their_private_twins() {
    // GIVEN
    cell.add(
        "aws:eks/cluster:Cluster", "eks", "vpcConfig", StackOf.map("endpointPublicAccess", false));
    cell.add("aws:rds/instance:Instance", "rds", "publiclyAccessible", false);
    cell.add("aws:apigatewayv2/api:Api", "api", "disableExecuteApiEndpoint", true);
    cell.add(
        "aws:apigateway/restApi:RestApi",
        "rest",
        "endpointConfiguration",
        StackOf.map("types", List.of("PRIVATE")));
    // WHEN, THEN
    assertThat(found()).isEmpty();
  }
}
