package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A template in YAML as a tree, with the short form of functions ({@code !Ref x}) made long.
 *
 * <p>Aliases are refused, as CloudFormation does; so is what is nested too deep. A plain scalar is
 * a number only where no digit is lost: an account keeps its leading zero.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html">Template
 *     formats</a>
 */
final class TemplateYaml {

  static final int DEEPEST = 100;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,10})(?:\\.[0-9]{1,9})?");

  private final String file;
  private final Iterator<Event> events;

  private TemplateYaml(String file, String text) {
    this.file = file;
    this.events =
        new Parse(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
            .parseString(text)
            .iterator();
  }

  static Value parse(String file, String text) {
    try {
      TemplateYaml yaml = new TemplateYaml(file, text);
      Event event = yaml.events.next();
      while (event.getEventId() == Event.ID.StreamStart
          || event.getEventId() == Event.ID.DocumentStart
          || event.getEventId() == Event.ID.Comment) {
        event = yaml.events.next();
      }
      return event.getEventId() == Event.ID.StreamEnd ? new Value.Null() : yaml.value(event, 0);
    } catch (YamlEngineException e) {
      String[] lines = String.valueOf(e.getMessage()).split("\n", 2);
      throw new UnreadableGraphException(file, "is neither JSON nor YAML: " + lines[0], e);
    }
  }

  private Value value(Event event, int depth) {
    if (depth > DEEPEST) {
      throw wrong(event, "is nested more than " + DEEPEST + " levels deep");
    }
    if (event instanceof ScalarEvent scalar) {
      return tagged(scalar.getTag(), scalar(scalar));
    }
    if (event instanceof SequenceStartEvent start) {
      List<Value> items = new ArrayList<>();
      for (Event next = events.next();
          next.getEventId() != Event.ID.SequenceEnd;
          next = events.next()) {
        items.add(value(next, depth + 1));
      }
      return tagged(start.getTag(), new Value.Items(items));
    }
    if (event instanceof MappingStartEvent start) {
      Map<String, Value> fields = new TreeMap<>();
      for (Event next = events.next();
          next.getEventId() != Event.ID.MappingEnd;
          next = events.next()) {
        if (!(next instanceof ScalarEvent key)) {
          throw wrong(next, "has a key that is no text");
        }
        if (fields.put(key.getValue(), value(events.next(), depth + 1)) != null) {
          throw wrong(next, "has the key \"" + key.getValue() + "\" twice");
        }
      }
      return tagged(start.getTag(), Value.Fields.of(fields));
    }
    throw wrong(event, "uses an alias, which CloudFormation does not have");
  }

  private static Value scalar(ScalarEvent scalar) {
    String text = scalar.getValue();
    if (!scalar.isPlain() || scalar.getTag().isPresent()) {
      return new Value.Text(text);
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Value.Null();
      case "true", "True", "TRUE" -> new Value.Bool(true);
      case "false", "False", "FALSE" -> new Value.Bool(false);
      default ->
          NUMBER.matcher(text).matches()
              ? new Value.Numeric(new BigDecimal(text))
              : new Value.Text(text);
    };
  }

  private static Value tagged(Optional<String> tag, Value value) {
    if (tag.isEmpty() || !tag.get().startsWith("!") || tag.get().length() == 1) {
      return value;
    }
    String name = tag.get().substring(1);
    String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    return Value.Fields.of(Map.of(function, value));
  }

  private UnreadableGraphException wrong(Event event, String problem) {
    int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    return new UnreadableGraphException(file + ":" + line, problem);
  }
}
