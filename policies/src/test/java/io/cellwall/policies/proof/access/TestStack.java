package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stack of the test fleet with what a test puts in. */
public final class TestStack {

  private final String name;
  private final String account;
  private final List<Node> nodes = new ArrayList<>();

  /** An empty stack. */
  public TestStack(String name, String account) {
    this.name = name;
    this.account = account;
    add(
        Node.Kind.PROVIDER,
        "pulumi:providers:aws",
        "aws",
        Optional.empty(),
        Map.of(
            "region",
            new Value.Text("eu-west-1"),
            "allowedAccountIds",
            new Value.Items(List.of(new Value.Text(account)))));
  }

  /** A resource; inputs are texts by their names in turn, {@code null} for what is not known. */
  public TestStack with(String type, String logicalName, String arn, String... inputs) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      values.put(
          inputs[i],
          inputs[i + 1].equals("?") ? new Value.Unknown() : new Value.Text(inputs[i + 1]));
    }
    add(
        Node.Kind.RESOURCE,
        type,
        logicalName,
        arn.isEmpty() ? Optional.empty() : Optional.of(arn.replace("{account}", account)),
        values);
    return this;
  }

  /** A role that trusts whom the statement says. */
  public TestStack role(String role, String trust) {
    return with(
        "aws:iam/role:Role",
        role,
        "arn:aws:iam::{account}:role/" + role,
        "name",
        role,
        "assumeRolePolicy",
        policy(trust));
  }

  /** What a role may do. */
  public TestStack may(String role, String statement) {
    return with(
        "aws:iam/rolePolicy:RolePolicy", role, "", "role", role, "policy", policy(statement));
  }

  /** A table with copies in these regions. */
  public TestStack table(String table, String region, String... copies) {
    List<Value> replicas = new ArrayList<>();
    for (String copy : copies) {
      replicas.add(Value.Fields.of(Map.of("regionName", new Value.Text(copy))));
    }
    add(
        Node.Kind.RESOURCE,
        "aws:dynamodb/table:Table",
        table,
        Optional.of("arn:aws:dynamodb:" + region + ":" + account + ":table/" + table),
        Map.of("name", new Value.Text(table), "replicas", new Value.Items(replicas)));
    return this;
  }

  /** A bucket with the statements as its policy. */
  TestStack bucket(String bucket, String... statements) {
    with("aws:s3/bucketV2:BucketV2", bucket, "arn:aws:s3:::" + bucket, "bucket", bucket);
    return with(
        "aws:s3/bucketPolicy:BucketPolicy",
        bucket,
        "",
        "bucket",
        bucket,
        "policy",
        policy(statements));
  }

  /** The same with a policy that must not be shown. */
  TestStack secretBucket(String bucket, String... statements) {
    add(
        Node.Kind.RESOURCE,
        "aws:s3/bucketPolicy:BucketPolicy",
        bucket,
        Optional.empty(),
        Map.of(
            "bucket",
            new Value.Text(bucket),
            "policy",
            new Value.Secret(new Value.Text(policy(statements)))));
    return this;
  }

  static String policy(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":["
        + String.join(",", statements).replace('\'', '"')
        + "]}";
  }

  private void add(
      Node.Kind kind, String type, String logical, Optional<String> arn, Map<String, Value> in) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    arn.ifPresent(text -> outputs.put("arn", new Value.Text(text)));
    boolean provider = kind == Node.Kind.PROVIDER;
    nodes.add(
        new Node(
            urn(type, logical),
            kind,
            type,
            logical,
            type.startsWith("aws:s3/bucketV2") ? Optional.of(logical) : arn,
            Value.Fields.of(in),
            Value.Fields.of(outputs),
            provider ? Optional.empty() : Optional.of(urn("pulumi:providers:aws", "aws")),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            Node.Options.none()));
  }

  String urn(String type, String logical) {
    return "urn:pulumi:" + name + "::cellwall::" + type + "::" + logical;
  }

  /** What it declares. */
  public ResourceGraph graph() {
    return new ResourceGraph(name, nodes);
  }
}
