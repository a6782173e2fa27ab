package io.cellwall.policies.census;

import com.google.common.reflect.ClassPath;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Every input property of every resource type, as the classes of the provider's SDK have them. What
 * stands in itself, such as the statements of a web ACL, is followed once.
 */
final class ProviderProperties {

  /**
   * One property that holds a value, or a list or map of values.
   *
   * @param type the resource's type token
   * @param path the names, with dots and without indexes
   * @param map whether it holds values by free keys
   */
  record Property(String type, String path, boolean map) {

    /** The path of a value in it. */
    String value() {
      return map ? path + ".key" : path;
    }
  }

  private final List<Property> properties = new ArrayList<>();
  private final String type;
  private final Deque<Class<?>> within = new ArrayDeque<>();

  private ProviderProperties(String type) {
    this.type = type;
  }

  /** All of them, in the order of types and paths. */
  static List<Property> all() throws IOException {
    List<Property> all = new ArrayList<>();
    for (Class<?> resource : resources()) {
      String token = resource.getAnnotation(ResourceType.class).type();
      ProviderProperties found = new ProviderProperties(token);
      try {
        found.walk(load(resource.getName() + "Args"), "");
      } catch (ClassNotFoundException e) {
        throw new AssertionError(token + " has no class of its inputs", e);
      }
      all.addAll(found.properties);
    }
    all.sort(Comparator.comparing(Property::type).thenComparing(Property::path));
    return all;
  }

  private static List<Class<?>> resources() throws IOException {
    List<Class<?>> resources = new ArrayList<>();
    for (ClassPath.ClassInfo info :
        ClassPath.from(ProviderProperties.class.getClassLoader())
            .getTopLevelClassesRecursive("com.pulumi.aws")) {
      boolean shape =
          info.getPackageName().endsWith(".inputs") || info.getPackageName().endsWith(".outputs");
      if (!shape && !info.getSimpleName().endsWith("Args")) {
        Class<?> loaded = info.load();
        if (loaded.isAnnotationPresent(ResourceType.class)) {
          resources.add(loaded);
        }
      }
    }
    return resources;
  }

  private void walk(Class<?> inputs, String parent) throws ClassNotFoundException {
    if (within.contains(inputs)) {
      return;
    }
    within.push(inputs);
    for (Field field : inputs.getDeclaredFields()) {
      Import named = field.getAnnotation(Import.class);
      if (named != null) {
        String name = named.name().isEmpty() ? field.getName() : named.name();
        add(parent.isEmpty() ? name : parent + "." + name, field.getGenericType());
      }
    }
    within.pop();
  }

  private void add(String path, Type declared) throws ClassNotFoundException {
    Class<?> end = end(declared);
    if (end.getSimpleName().endsWith("Args")) {
      walk(end, path);
    } else {
      properties.add(new Property(type, path, isMap(declared)));
    }
  }

  // Output<Map<..>>; a map inside a list has its keys one step deeper than any path can say.
  private static boolean isMap(Type type) {
    return type instanceof ParameterizedType generic
        && (generic.getRawType() == Map.class
            || (generic.getRawType() != List.class && isMap(last(generic))));
  }

  // Output<List<X>>, Map<String, X>, Either<X, Y>: what stands last.
  private static Class<?> end(Type type) {
    return type instanceof ParameterizedType generic ? end(last(generic)) : (Class<?>) type;
  }

  private static Type last(ParameterizedType generic) {
    Type[] arguments = generic.getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  // Without initialising it: only its fields are looked at.
  private static Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ProviderProperties.class.getClassLoader());
  }
}
