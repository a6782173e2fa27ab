package io.cellwall.policies.cloudformation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the provider's types and properties are called in CloudFormation; {@code types.txt}. A type
 * that is not in the table keeps its own name, and the rules on values judge it all the same.
 */
final class TypeTable {

  /**
   * One type.
   *
   * @param token the provider's type token, or CloudFormation's own type
   * @param properties the provider's names of properties that do not follow from CloudFormation's
   * @param inner the same for properties inside others
   */
  record Entry(String token, Map<String, String> properties, Map<String, String> inner) {

    /** What the provider calls a property. */
    String property(String name) {
      return properties.getOrDefault(name, small(name));
    }

    /** What the provider calls a property inside another one. */
    String innerProperty(String name) {
      return inner.getOrDefault(name, small(name));
    }
  }

  /**
   * A property that is a resource by itself to the provider.
   *
   * @param property as CloudFormation calls it
   * @param entry the provider's type, and its names
   */
  record Part(String property, Entry entry) {}

  private static final Map<String, Entry> ENTRIES = read();
  private static final Map<String, List<Part>> PARTS = readParts();

  private TypeTable() {}

  static Entry of(String type) {
    return ENTRIES.getOrDefault(type, new Entry(type, Map.of(), Map.of()));
  }

  /** What of a type's properties are resources by themselves; {@code parts.txt}. */
  static List<Part> partsOf(String type) {
    return PARTS.getOrDefault(type, List.of());
  }

  static Map<String, Entry> all() {
    return ENTRIES;
  }

  /** {@code VpcId} is {@code vpcId}, {@code DNSName} is {@code dnsName}, {@code ARN} is arn. */
  static String small(String name) {
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    // The last capital of several begins the next word, unless nothing follows.
    int end = capitals > 1 && capitals < name.length() ? capitals - 1 : capitals;
    return name.substring(0, end).toLowerCase(java.util.Locale.ROOT) + name.substring(end);
  }

  private static Map<String, Entry> read() {
    Map<String, Entry> entries = new TreeMap<>();
    for (List<String> words : lines("types.txt")) {
      entries.put(words.get(0), entry(words.subList(1, words.size())));
    }
    return Collections.unmodifiableMap(entries);
  }

  private static Map<String, List<Part>> readParts() {
    Map<String, List<Part>> parts = new TreeMap<>();
    for (List<String> words : lines("parts.txt")) {
      parts
          .computeIfAbsent(words.get(0), type -> new ArrayList<>())
          .add(new Part(words.get(1), entry(words.subList(2, words.size()))));
    }
    return Collections.unmodifiableMap(parts);
  }

  private static Entry entry(List<String> words) {
    Map<String, String> properties = new HashMap<>();
    Map<String, String> inner = new HashMap<>();
    for (String rename : words.subList(1, words.size())) {
      String[] names = rename.split("=", 2);
      if (rename.startsWith(".")) {
        inner.put(names[0].substring(1), names[1]);
      } else {
        properties.put(names[0], names[1]);
      }
    }
    return new Entry(words.get(0), properties, inner);
  }

  private static List<List<String>> lines(String file) {
    try (InputStream in = Objects.requireNonNull(TypeTable.class.getResourceAsStream(file), file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.strip().split(" +", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
