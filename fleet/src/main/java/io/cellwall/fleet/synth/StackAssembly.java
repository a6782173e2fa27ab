package io.cellwall.fleet.synth;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the CDK made of one stack: the files that it wrote, and what the manifest of a cloud
 * assembly says of them.
 *
 * @param stackName name of the CloudFormation stack
 * @param version of the manifest
 * @param artifacts the artifacts of the manifest, each as JSON, by their ids
 * @param files the files that they name, by their names
 */
public record StackAssembly(
    String stackName,
    String version,
    SortedMap<String, String> artifacts,
    SortedMap<String, String> files) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  public StackAssembly {
    artifacts = Collections.unmodifiableSortedMap(new TreeMap<>(artifacts));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The CloudFormation template. */
  public String template() {
    String template = files.get(stackName + CloudAssembly.TEMPLATE);
    if (template == null) {
      throw new IllegalStateException(stackName + " has no template");
    }
    return template;
  }

  /** What the manifest says of the template. */
  public String artifact() {
    String artifact = artifacts.get(stackName);
    if (artifact == null) {
      throw new IllegalStateException("the manifest does not have " + stackName);
    }
    return artifact;
  }

  /** As a text, for {@link #parse}. */
  public String text() {
    return MAPPER.writeValueAsString(this);
  }

  /** What {@link #text} wrote. */
  public static StackAssembly parse(String text) {
    return MAPPER.readValue(text, StackAssembly.class);
  }
}
