package io.cellwall.policies.iam.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the data file of actions; its own head describes its lines. */
final class ActionFile {

  private static final String NAME = "actions.txt";

  private final List<Action> actions = new ArrayList<>();
  private final Map<String, ResourceType> types = new HashMap<>();
  private String asOf = "";
  private String service = "";
  private boolean underResourceControl;

  private ActionFile() {}

  static ActionCatalogue read() {
    ActionFile file = new ActionFile();
    try (InputStream in = ActionFile.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException(NAME + " is missing in the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        file.line(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ActionCatalogue(file.asOf, file.actions);
  }

  private void line(String line) {
    String[] words = line.split(" ", -1);
    switch (words[0]) {
      case "#" -> asOf = line.startsWith("# as of: ") ? line.substring("# as of: ".length()) : asOf;
      case "service" -> {
        service = words[1];
        underResourceControl = words.length > 2;
        types.clear();
      }
      case "type" ->
          types.put(
              words[1],
              ResourceType.of(
                  service + ":" + words[1], words[2], words.length > 3 ? words[3] : ""));
      case "on" -> {
        String names = words[1].substring(0, words[1].length() - 1);
        List<ResourceType> on =
            names.equals("-")
                ? List.of()
                : Stream.of(names.split(",", -1)).map(this::type).toList();
        Stream.of(words)
            .skip(2)
            .forEach(name -> actions.add(new Action(service, name, on, underResourceControl)));
      }
      default ->
          throw new IllegalStateException(NAME + " has a line that is not understood: " + line);
    }
  }

  private ResourceType type(String name) {
    ResourceType type = types.get(name);
    if (type == null) {
      throw new IllegalStateException(NAME + " names the unknown type " + service + ":" + name);
    }
    return type;
  }
}
