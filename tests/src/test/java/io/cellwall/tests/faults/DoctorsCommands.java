package io.cellwall.tests.faults;

import io.cellwall.tests.engine.HostedEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Does what {@code cellwall doctor --stack} says, word for word; of many imports the first alone,
 * and all that they say of the others in one, for each has the engine look at the whole stack.
 */
final class DoctorsCommands {

  private static final Pattern IMPORT =
      Pattern.compile(
          "pulumi import '([^']+)' '([^']+)' '([^']+)' --stack \\S+(?: --parent 'parent=([^']+)')?"
              + "(?: --provider 'provider=([^']+)')? --protect=false --generate-code=false"
              + " --skip-preview --yes");

  private static final int FEW = 3;

  private final HostedEngine engine;
  private final String stack;

  DoctorsCommands(HostedEngine engine, String stack) {
    this.engine = engine;
    this.stack = stack;
  }

  void run(List<String> commands) {
    List<Matcher> later = new ArrayList<>();
    int imports = 0;
    for (String command : commands) {
      Matcher matcher = IMPORT.matcher(command);
      if (matcher.matches() && ++imports > 1 && commands.size() > FEW) {
        later.add(matcher);
      } else {
        String unused = engine.shell(command);
      }
    }
    if (!later.isEmpty()) {
      together(later);
    }
  }

  private void together(List<Matcher> imports) {
    ObjectNode file = JsonMapper.shared().createObjectNode();
    ObjectNode names = file.putObject("nameTable");
    ArrayNode resources = file.putArray("resources");
    for (Matcher each : imports) {
      ObjectNode resource = resources.addObject();
      resource.put("type", each.group(1)).put("name", each.group(2)).put("id", each.group(3));
      name(names, resource, "parent", each.group(4));
      name(names, resource, "provider", each.group(5));
    }
    try {
      Path written = Files.createTempFile(engine.project(), "imports", ".json");
      Files.writeString(written, JsonMapper.shared().writeValueAsString(file));
      String unused =
          engine.shell(
              "pulumi import --file '%s' --stack %s --protect=false --generate-code=false --skip-preview --yes"
                  .formatted(written, stack));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void name(
      ObjectNode names, ObjectNode resource, String key, @Nullable String urn) {
    if (urn != null) {
      String name = "n" + Integer.toHexString(urn.hashCode());
      names.put(name, urn);
      resource.put(key, name);
    }
  }
}
