package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the intrinsic functions of a template as far as the template itself allows. Where a
 * condition decides, both branches are taken: rules see each.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     functions</a>
 */
final class Intrinsics {

  private static final Pattern HOLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
  private static final String NO_VALUE = "AWS::NoValue";

  private final Names names;

  Intrinsics(Names names) {
    this.names = names;
  }

  /** The tree with every function resolved; what was {@code AWS::NoValue} is gone. */
  Value resolve(Value tree) {
    if (tree instanceof Value.Text text) {
      return text(text);
    }
    if (tree instanceof Value.Items items) {
      return new Value.Items(
          items.values().stream().filter(item -> !isNothing(item)).map(this::resolve).toList());
    }
    if (!(tree instanceof Value.Fields fields)) {
      return tree;
    }
    if (fields.values().size() == 1) {
      Map.Entry<String, Value> only = fields.values().entrySet().iterator().next();
      if (only.getKey().equals("Ref")) {
        return only.getValue() instanceof Value.Text name
            ? names.ref(name.value())
            : names.unresolvable("Ref");
      }
      if (only.getKey().startsWith("Fn::")) {
        return function(only.getKey(), only.getValue());
      }
    }
    Map<String, Value> resolved = new TreeMap<>();
    fields
        .values()
        .forEach(
            (key, value) -> {
              if (!isNothing(value)) {
                // A macro's call may stand beside other keys, and adds to them.
                resolved.put(key, key.startsWith("Fn::") ? function(key, value) : resolve(value));
              }
            });
    return Value.Fields.of(resolved);
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Fields fields
        && fields.values().size() == 1
        && fields.text("Ref").filter(NO_VALUE::equals).isPresent();
  }

  // {{resolve:ssm:name}} becomes a parameter's value; a secret's is a credential and names nobody.
  private Value text(Value.Text text) {
    return text.value().contains("{{resolve:ssm:")
        ? Options.of(text).then(Options.of(names.unresolvable("{{resolve:ssm}}"))).value()
        : text;
  }

  private Value function(String name, Value argument) {
    List<Value> arguments = argument instanceof Value.Items items ? items.values() : List.of();
    return switch (name) {
      case "Fn::GetAtt" -> attribute(argument);
      case "Fn::Sub" -> sub(argument);
      case "Fn::Join" -> join(arguments);
      case "Fn::Select" -> select(arguments);
      case "Fn::Split" -> split(arguments);
      case "Fn::If" -> either(arguments);
      case "Fn::ImportValue" -> names.imported(Options.of(resolve(argument)));
      case "Fn::FindInMap" ->
          arguments.size() < 3
              ? names.unresolvable(name)
              : names.inMap(
                  Options.of(resolve(arguments.get(0))),
                  Options.of(resolve(arguments.get(1))),
                  Options.of(resolve(arguments.get(2))));
      case "Fn::GetAZs" -> zones(argument);
      // The blocks that it cuts lie inside the one that it is given.
      case "Fn::Cidr" -> arguments.isEmpty() ? names.unresolvable(name) : resolve(arguments.get(0));
      // In clear, so that what is inside is judged.
      case "Fn::Base64", "Fn::ToJsonString" -> resolve(argument);
      default -> names.unresolvable(name);
    };
  }

  private Value attribute(Value argument) {
    if (argument instanceof Value.Text text) {
      int dot = text.value().indexOf('.');
      return dot < 0
          ? names.unresolvable("Fn::GetAtt")
          : names.attribute(text.value().substring(0, dot), text.value().substring(dot + 1));
    }
    if (argument instanceof Value.Items items
        && items.values().size() == 2
        && items.values().get(0) instanceof Value.Text resource) {
      Options attribute = Options.of(resolve(items.values().get(1)));
      return attribute.texts().size() == 1 && !attribute.open()
          ? names.attribute(resource.value(), attribute.texts().get(0))
          : names.unresolvable("Fn::GetAtt");
    }
    return names.unresolvable("Fn::GetAtt");
  }

  private Value sub(Value argument) {
    Map<String, Value> variables = new HashMap<>();
    Value template = argument;
    if (argument instanceof Value.Items items && items.values().size() == 2) {
      template = items.values().get(0);
      if (items.values().get(1) instanceof Value.Fields given) {
        given.values().forEach((key, value) -> variables.put(key, resolve(value)));
      }
    }
    if (!(template instanceof Value.Text text)) {
      return names.unresolvable("Fn::Sub");
    }
    Options result = Options.of("");
    Matcher holes = HOLE.matcher(text.value());
    int end = 0;
    while (holes.find()) {
      result = result.then(Options.of(text.value().substring(end, holes.start())));
      result =
          result.then(
              holes.group(1).isEmpty()
                  ? Options.of(named(holes.group(2).strip(), variables))
                  : Options.of("${" + holes.group(2) + "}"));
      end = holes.end();
    }
    return text(result.then(Options.of(text.value().substring(end))));
  }

  private Value text(Options options) {
    Value value = options.value();
    return value instanceof Value.Text text ? text(text) : value;
  }

  private Value named(String name, Map<String, Value> variables) {
    @Nullable Value variable = variables.get(name);
    if (variable != null) {
      return variable;
    }
    int dot = name.indexOf('.');
    return dot < 0
        ? names.ref(name)
        : names.attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private Value join(List<Value> arguments) {
    if (arguments.size() != 2
        || !(arguments.get(0) instanceof Value.Text delimiter)
        || !(resolve(arguments.get(1)) instanceof Value.Items parts)) {
      return arguments.size() == 2
          ? resolveUnless(Value.Items.class, arguments.get(1))
          : names.unresolvable("Fn::Join");
    }
    Options result = Options.of("");
    boolean first = true;
    for (Value part : parts.values()) {
      result = first ? result : result.then(Options.of(delimiter.value()));
      result = result.then(Options.of(part));
      first = false;
    }
    return text(result);
  }

  // A list that is not known yet: what it derives from was noted when it was resolved.
  private Value resolveUnless(Class<? extends Value> type, Value tree) {
    Value value = resolve(tree);
    return type.isInstance(value) ? names.unresolvable("Fn::Join") : value;
  }

  private Value select(List<Value> arguments) {
    if (arguments.size() != 2) {
      return names.unresolvable("Fn::Select");
    }
    Value list = resolve(arguments.get(1));
    Options index = Options.of(resolve(arguments.get(0)));
    if (list instanceof Value.Items items
        && index.texts().size() == 1
        && index.texts().get(0).matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(index.texts().get(0));
      boolean open = items.values().stream().anyMatch(Value.Unknown.class::isInstance);
      if (number < items.values().size() && !open) {
        return items.values().get(number);
      }
    }
    return list;
  }

  private Value split(List<Value> arguments) {
    if (arguments.size() != 2 || !(arguments.get(0) instanceof Value.Text delimiter)) {
      return names.unresolvable("Fn::Split");
    }
    Value text = resolve(arguments.get(1));
    if (text instanceof Value.Text known && !delimiter.value().isEmpty()) {
      List<Value> parts = new ArrayList<>();
      for (String part : known.value().split(Pattern.quote(delimiter.value()), -1)) {
        parts.add(new Value.Text(part));
      }
      return new Value.Items(parts);
    }
    return text;
  }

  private Value either(List<Value> arguments) {
    if (arguments.size() != 3) {
      return names.unresolvable("Fn::If");
    }
    List<Value> branches =
        arguments.subList(1, 3).stream()
            .filter(branch -> !isNothing(branch))
            .map(this::resolve)
            .distinct()
            .toList();
    return branches.size() == 1 ? branches.get(0) : new Value.Items(branches);
  }

  private Value zones(Value argument) {
    Value region = resolve(argument);
    Options options =
        Options.of(
            region instanceof Value.Text text && text.value().isEmpty()
                ? names.ref("AWS::Region")
                : region);
    List<Value> zones = new ArrayList<>();
    for (String letter : List.of("a", "b", "c")) {
      zones.add(options.then(Options.of(letter)).value());
    }
    return new Value.Items(zones);
  }
}
