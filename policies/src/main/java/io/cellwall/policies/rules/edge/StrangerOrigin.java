package io.cellwall.policies.rules.edge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.StrangerHost;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Requests of clients are passed on, or sent on, to a host of a stranger. */
public final class StrangerOrigin implements Rule {

  private static final Pattern ACTIONS =
      Pattern.compile(
          "(?:defaultActions|actions)\\[[0-9]+]\\.(?:redirect\\.host"
              + "|authenticateOidc\\.(?:authorizationEndpoint|issuer|tokenEndpoint|userInfoEndpoint)"
              + "|authenticateCognito\\.userPoolDomain)");

  /** For each type, the properties that say where requests go. */
  private static final Map<String, Pattern> PASSING =
      Map.ofEntries(
          Map.entry("aws:lb/listener:Listener", ACTIONS),
          Map.entry("aws:lb/listenerRule:ListenerRule", ACTIONS),
          Map.entry("aws:alb/listener:Listener", ACTIONS),
          Map.entry("aws:alb/listenerRule:ListenerRule", ACTIONS),
          Map.entry("aws:apigateway/integration:Integration", Pattern.compile("uri")),
          Map.entry("aws:apigatewayv2/integration:Integration", Pattern.compile("integrationUri")),
          Map.entry(
              "aws:apigatewayv2/authorizer:Authorizer",
              Pattern.compile("jwtConfiguration\\.issuer|authorizerUri")),
          Map.entry("aws:appsync/dataSource:DataSource", Pattern.compile("httpConfig\\.endpoint")),
          Map.entry(
              "aws:cloudfront/distribution:Distribution",
              Pattern.compile("origins\\[[0-9]+]\\.domainName")));

  @Override
  public String explanation() {
    return "Whom a request is passed to reads it: a stranger's host lies in no zone, and"
        + " nobody has proven whose it is.";
  }

  @Override
  public String fix() {
    return "pass requests to what this stack declares";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html"),
        URI.create(
            "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    Pattern passing = PASSING.get(node.type());
    if (passing == null || node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    node.inputs()
        .walk(
            "",
            false,
            (path, text, secret) -> {
              if (passing.matcher(path).matches()
                  && StrangerHost.in(path, text, context).isPresent()) {
                findings.add(
                    Crossing.of(this, node)
                        .violation(
                            path,
                            path
                                + " passes requests to "
                                + (secret ? "(secret)" : text)
                                + ", which is neither this stack's nor AWS's; it must pass them to"
                                + " what this stack declares"));
              }
            });
    return findings;
  }
}
