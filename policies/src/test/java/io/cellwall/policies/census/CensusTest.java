package io.cellwall.policies.census;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.census.ProviderProperties.Property;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the census against the pinned provider. {@code -Dgolden.rewrite=true} sorts its files,
 * counts anew, and notes what nobody has classified in {@code unreviewed.txt}, which must be empty.
 */
class CensusTest {

  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
  private static final Path POLICIES =
      Path.of(System.getProperty("cellwall.root", ".."), "policies");
  private static final Path FILES =
      POLICIES.resolve("src/main/resources/io/cellwall/policies/census");
  private static final Path UNREVIEWED = FILES.resolve("unreviewed.txt");
  private static final Path EXPECTED = POLICIES.resolve("src/test/resources/census");

  private static final List<Property> PROPERTIES = new ArrayList<>();

  @BeforeAll
  static void read_the_provider() throws IOException {
    PROPERTIES.addAll(ProviderProperties.all());
  }

  @Test
  void every_property_should_be_classified() throws IOException {
    // GIVEN the census, WHEN each property is asked for
    List<String> unknown =
        PROPERTIES.stream()
            .filter(property -> kind(property).isEmpty())
            .map(
                property -> property.type() + " /" + property.path() + (property.map() ? "{}" : ""))
            .toList();
    if (REWRITE) {
      if (unknown.isEmpty()) {
        Files.deleteIfExists(UNREVIEWED);
      } else {
        Files.write(UNREVIEWED, unknown);
      }
    }

    // THEN it has an answer for each
    assertThat(unknown)
        .as(
            "properties that the census does not classify. Look up what each carries and put its"
                + " name into the file of that kind in %s: alone if it means the same everywhere,"
                + " else after its type",
            FILES)
        .isEmpty();
  }

  @Test
  void nothing_should_wait_for_a_review() throws IOException {
    // GIVEN what a rewrite has noted
    List<String> waiting = Files.exists(UNREVIEWED) ? Files.readAllLines(UNREVIEWED) : List.of();

    // THEN somebody has classified it since
    assertThat(waiting)
        .as("move each line of %s into the file of its kind, then rewrite", UNREVIEWED)
        .isEmpty();
  }

  @Test
  void every_line_should_classify_something() {
    // GIVEN the lines that speak for some property
    Set<Census.Line> used = new HashSet<>();
    PROPERTIES.forEach(property -> line(property).ifPresent(used::add));

    // WHEN the rest is looked for
    List<String> idle = new ArrayList<>();
    for (PropertyKind kind : PropertyKind.values()) {
      for (Selector selector : CensusFile.read(kind)) {
        if (!used.contains(new Census.Line(selector, kind))) {
          idle.add(kind.file() + ": " + selector.scope() + " " + selector);
        }
      }
    }

    // THEN there is none
    assertThat(idle).as("lines that classify no property of the provider: delete them").isEmpty();
  }

  @Test
  void no_property_should_have_two_kinds() {
    // GIVEN the lines, by all that makes one more specific than another
    Map<String, Set<String>> kinds = new TreeMap<>();
    for (PropertyKind kind : PropertyKind.values()) {
      for (Selector selector : CensusFile.read(kind)) {
        kinds
            .computeIfAbsent(selector.scope() + " " + selector, key -> new TreeSet<>())
            .add(kind.file());
      }
    }

    // THEN none is in two files
    kinds.values().removeIf(files -> files.size() == 1);
    assertThat(kinds).isEmpty();
  }

  @Test
  void ambiguous_names_should_be_classified_by_type_or_place_only() throws IOException {
    // GIVEN the names that mean different things
    List<String> ambiguous = data(EXPECTED.resolve("ambiguous.txt"));

    // WHEN a line classifies one of them everywhere
    List<String> alone = new ArrayList<>();
    for (PropertyKind kind : PropertyKind.values()) {
      for (Selector selector : CensusFile.read(kind)) {
        if (selector.scope().equals("*")
            && !selector.fromTop()
            && ambiguous.contains(selector.path())) {
          alone.add(kind.file() + ": " + selector);
        }
      }
    }

    // THEN it is refused
    assertThat(alone).as("name the type, or the property that it stands in").isEmpty();
  }

  @Test
  void files_should_be_sorted() throws IOException {
    for (PropertyKind kind : PropertyKind.values()) {
      // GIVEN a file
      Path file = FILES.resolve(kind.file());
      List<String> lines = Files.readAllLines(file);

      // WHEN it is written as it should be
      List<String> sorted = sorted(lines);
      if (REWRITE) {
        Files.write(file, sorted);
        continue;
      }

      // THEN it is the same; without the lines, which are many
      assertThat(lines.equals(sorted))
          .as("%s is sorted; ./mvnw test -pl policies -am -Dgolden.rewrite=true sorts it", file)
          .isTrue();
    }
  }

  @Test
  void counts_should_be_known() throws IOException {
    // GIVEN the properties by kind
    Map<String, Long> counts = new TreeMap<>();
    PROPERTIES.stream()
        .collect(
            groupingBy(
                property -> kind(property).map(CensusTest::word).orElse("?"),
                Collectors.counting()))
        .forEach(counts::put);
    List<String> lines = new ArrayList<>();
    lines.add("types " + PROPERTIES.stream().map(Property::type).distinct().count());
    lines.add("properties " + PROPERTIES.size());
    lines.add(
        "that can name, reach, trust or feed something "
            + PROPERTIES.stream()
                .filter(property -> kind(property).filter(CensusTest::matters).isPresent())
                .count());
    counts.forEach((kind, count) -> lines.add(kind + " " + count));
    Path file = EXPECTED.resolve("counts.txt");
    if (REWRITE) {
      Files.write(file, lines);
    }

    // THEN they are those that were reviewed last
    assertThat(lines)
        .as("%s; after a change that is meant: -Dgolden.rewrite=true", file)
        .isEqualTo(Files.readAllLines(file));
  }

  private static Optional<PropertyKind> kind(Property property) {
    return line(property).map(Census.Line::kind);
  }

  private static Optional<Census.Line> line(Property property) {
    return Census.provided().lineFor(property.type(), property.value());
  }

  private static boolean matters(PropertyKind kind) {
    return !kind.namesNothing() && kind != PropertyKind.NAME;
  }

  private static String word(PropertyKind kind) {
    return kind.file().substring(0, kind.file().indexOf('.'));
  }

  private static List<String> data(Path file) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
  }

  // Comments first; then by scope, as many selectors on a line as 100 columns take.
  private static List<String> sorted(List<String> lines) {
    List<String> sorted =
        new ArrayList<>(lines.stream().filter(line -> line.startsWith("#")).toList());
    Map<String, Set<String>> byScope = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" +", -1))
        .forEach(
            words ->
                byScope
                    .computeIfAbsent(words[0], key -> new TreeSet<>())
                    .addAll(Arrays.asList(words).subList(1, words.length)));
    byScope.forEach(
        (scope, selectors) -> {
          StringBuilder line = new StringBuilder(scope);
          for (String selector : selectors) {
            if (line.length() > scope.length() && line.length() + selector.length() >= 100) {
              sorted.add(line.toString());
              line = new StringBuilder(scope);
            }
            line.append(' ').append(selector);
          }
          sorted.add(line.toString());
        });
    return sorted;
  }
}
