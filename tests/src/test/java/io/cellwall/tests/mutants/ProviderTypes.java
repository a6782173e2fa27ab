package io.cellwall.tests.mutants;

import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether inputs are such as the pinned provider has: a misspelt one would prove nothing. */
final class ProviderTypes {

  private ProviderTypes() {}

  /** What is wrong with these inputs of a resource type. */
  static List<String> problems(String type, Map<String, Object> inputs) {
    String[] parts = type.split("[:/]", -1);
    if (parts.length != 4 || !parts[0].equals("aws")) {
      return List.of();
    }
    String module = parts[1].equals("index") ? "" : parts[1] + ".";
    List<String> problems = new ArrayList<>();
    try {
      check(Class.forName("com.pulumi.aws." + module + parts[3] + "Args"), "", inputs, problems);
    } catch (ClassNotFoundException e) {
      problems.add("the provider has no type " + type);
    }
    return problems;
  }

  private static void check(
      Class<?> arguments, String at, Map<String, Object> inputs, List<String> problems) {
    Map<String, Field> known = new HashMap<>();
    for (Field field : arguments.getDeclaredFields()) {
      Optional.ofNullable(field.getAnnotation(Import.class))
          .ifPresent(i -> known.put(i.name().isEmpty() ? field.getName() : i.name(), field));
    }
    inputs.forEach(
        (name, value) -> {
          if (!known.containsKey(name)) {
            problems.add(arguments.getSimpleName() + " has no input " + at + name);
          } else {
            nested(known.get(name).getGenericType(), at + name, value, problems);
          }
        });
  }

  // Output<List<SecurityGroupIngressArgs>>: the objects in it are checked in turn.
  private static void nested(Type type, String at, Object value, List<String> problems) {
    boolean holes = value instanceof Map<?, ?> map && map.keySet().toString().startsWith("[$");
    if (type instanceof ParameterizedType generic && !holes) {
      Type[] inner = generic.getActualTypeArguments();
      nested(inner[inner.length - 1], at, value, problems);
      return;
    }
    if (type instanceof Class<?> arguments && arguments.getSimpleName().endsWith("Args")) {
      for (Object each : Yaml.list(value)) {
        if (each instanceof Map<?, ?> && !each.toString().startsWith("{$")) {
          check(arguments, at + ".", Yaml.map(each), problems);
        }
      }
    }
  }
}
