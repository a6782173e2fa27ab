package io.cellwall.policies.rules.observability;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data is sent to, or fetched from, a host on the internet. */
public final class OutsideDestination implements Rule {

  private static final Map<String, List<String>> HOSTS =
      Map.ofEntries(
          Map.entry(
              "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
              List.of(
                  "httpEndpointConfiguration.url",
                  "splunkConfiguration.hecEndpoint",
                  "snowflakeConfiguration.accountUrl")),
          Map.entry(
              "aws:cloudwatch/eventApiDestination:EventApiDestination",
              List.of("invocationEndpoint")),
          Map.entry(
              "aws:cloudwatch/eventConnection:EventConnection",
              List.of("authParameters.oauth.authorizationEndpoint")),
          Map.entry(
              "aws:dms/endpoint:Endpoint",
              List.of(
                  "serverName",
                  "kafkaSettings.broker",
                  "elasticsearchSettings.endpointUri",
                  "redisSettings.serverName")),
          Map.entry(
              "aws:datasync/locationObjectStorage:LocationObjectStorage",
              List.of("serverHostname")),
          Map.entry("aws:datasync/locationSmb:LocationSmb", List.of("serverHostname")),
          Map.entry("aws:datasync/nfsLocation:NfsLocation", List.of("serverHostname")),
          Map.entry("aws:datasync/locationHdfs:LocationHdfs", List.of("nameNodes.hostname")),
          Map.entry("aws:datasync/locationAzureBlob:LocationAzureBlob", List.of("containerUrl")),
          Map.entry("aws:transfer/connector:Connector", List.of("url")),
          Map.entry("aws:iot/topicRule:TopicRule", List.of("https.url")),
          Map.entry(
              "aws:glue/connection:Connection",
              List.of(
                  "connectionProperties.JDBC_CONNECTION_URL",
                  "connectionProperties.CONNECTION_URL",
                  "connectionProperties.KAFKA_BOOTSTRAP_SERVERS",
                  "connectionProperties.HOST")),
          Map.entry("aws:appsync/dataSource:DataSource", List.of("httpConfig.endpoint")),
          Map.entry(
              "aws:lambda/eventSourceMapping:EventSourceMapping",
              List.of("selfManagedEventSource.endpoints.KAFKA_BOOTSTRAP_SERVERS")),
          Map.entry("aws:codestarconnections/host:Host", List.of("providerEndpoint")),
          Map.entry(
              "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
              List.of("slackChannelId")),
          Map.entry(
              "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
              List.of("channelId")));

  @Override
  public String explanation() {
    return "A host that is no resource of the stack lies in no zone that the inventory"
        + " knows, and nothing says who reads there.";
  }

  @Override
  public String fix() {
    return "send to a resource of this stack; what must leave goes through a declared way";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create("https://docs.aws.amazon.com/firehose/latest/dev/create-destination.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    for (String name : HOSTS.getOrDefault(node.type(), List.of())) {
      for (Property property : Property.at(node, name)) {
        listed.add(property.path());
        if (property.scalar().isPresent() && !isOurs(node, property.path(), context)) {
          findings.add(finding(node, property.path(), property.shown(), context));
        }
      }
    }
    // The rest by the census, which knows where a host stands.
    context.references(node).found().stream()
        .filter(OutsideDestination::isOfNobody)
        .filter(reference -> !listed.contains(reference.property()))
        .forEach(
            reference ->
                findings.add(finding(node, reference.property(), reference.shown(), context)));
    return findings;
  }

  // Where it names what is known to be another's, another rule says whose.
  private static boolean isOurs(Node node, String path, RuleContext context) {
    return context.references(node).found().stream()
        .filter(reference -> reference.property().equals(path))
        .anyMatch(
            reference -> !(reference.owner() instanceof Owner.Internet) && !isOfNobody(reference));
  }

  private static boolean isOfNobody(Reference reference) {
    return reference.kind() == Reference.Kind.HOST && reference.owner() instanceof Owner.Stranger;
  }

  private Finding finding(Node node, String path, String shown, RuleContext context) {
    return Crossing.of(this, node)
        .violation(
            path,
            path
                + " is "
                + shown
                + ", which is no resource of "
                + context.home().stack()
                + "; it must be one");
  }
}
