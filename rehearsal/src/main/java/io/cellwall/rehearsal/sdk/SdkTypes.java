package io.cellwall.rehearsal.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Suppliers;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Reads resource types off the classes of {@code com.pulumi:aws}, so that every type can be
 * rehearsed, also one that nobody has described here.
 */
public final class SdkTypes {

  private static final Map<String, Optional<SdkType>> TYPES = new ConcurrentHashMap<>();

  private SdkTypes() {}

  /** The type of a token such as {@code aws:ec2/vpc:Vpc}, if the SDK has it. */
  public static Optional<SdkType> find(String token) {
    return TYPES.computeIfAbsent(token, SdkTypes::read);
  }

  /**
   * The version of {@code com.pulumi:aws}, and so the one that the engine asks the provider for.
   */
  public static String version() {
    try (InputStream in = Output.class.getResourceAsStream("/com/pulumi/aws/version.txt")) {
      if (in == null) {
        throw new IllegalStateException("com.pulumi:aws does not say its version");
      }
      return new String(in.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<SdkType> read(String token) {
    String[] parts = token.split(":", -1);
    if (parts.length != 3 || !parts[0].equals("aws")) {
      return Optional.empty();
    }
    String module = parts[1].split("/", -1)[0];
    String name = "com.pulumi.aws." + (module.equals("index") ? "" : module + ".") + parts[2];
    try {
      Class<?> resource = Class.forName(name);
      ResourceType annotation = resource.getAnnotation(ResourceType.class);
      if (annotation == null || !annotation.type().equals(token)) {
        return Optional.empty();
      }
      return Optional.of(
          new SdkType(token, inputs(Class.forName(name + "Args")), outputs(resource)));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static List<SdkType.Property> inputs(Class<?> arguments) {
    List<SdkType.Property> properties = new ArrayList<>();
    for (Field field : arguments.getDeclaredFields()) {
      Import found = field.getAnnotation(Import.class);
      if (found != null) {
        properties.add(
            new SdkType.Property(
                named(found.name(), field.getName()),
                shape(inside(field.getGenericType())),
                found.required()));
      }
    }
    return properties;
  }

  private static List<SdkType.Property> outputs(Class<?> resource) {
    List<SdkType.Property> properties = new ArrayList<>();
    for (Field field : resource.getDeclaredFields()) {
      Export found = field.getAnnotation(Export.class);
      if (found != null) {
        // A getter tells what the field does not: Output<Optional<T>> may be absent.
        Type type = getter(resource, field.getName()).map(SdkTypes::inside).orElse(Object.class);
        properties.add(
            new SdkType.Property(
                named(found.name(), field.getName()),
                shape(isOptional(type) ? inside(type) : type),
                !isOptional(type)));
      }
    }
    return properties;
  }

  private static List<SdkType.Property> members(Class<?> object) {
    Class<?> builder =
        Stream.of(object.getDeclaredClasses())
            .filter(each -> each.isAnnotationPresent(CustomType.Builder.class))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(object + " has no builder"));
    List<SdkType.Property> members = new ArrayList<>();
    for (Method setter : builder.getDeclaredMethods()) {
      CustomType.Setter found = setter.getAnnotation(CustomType.Setter.class);
      if (found != null) {
        Type type = getter(object, setter.getName()).orElse(Object.class);
        boolean optional =
            isOptional(type)
                || Stream.of(setter.getParameters())
                    .anyMatch(each -> Arrays.toString(each.getAnnotations()).contains("Nullable"));
        members.add(
            new SdkType.Property(
                named(found.value(), setter.getName()),
                shape(isOptional(type) ? inside(type) : type),
                !optional));
      }
    }
    return members;
  }

  private static Optional<Type> getter(Class<?> type, String name) {
    try {
      return Optional.of(type.getMethod(name).getGenericReturnType());
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static Shape shape(Type type) {
    Class<?> raw = raw(type);
    if (raw == String.class || raw.isEnum()) {
      return new Shape.Text();
    }
    if (raw == Integer.class || raw == Double.class) {
      return new Shape.Numeric();
    }
    if (raw == Boolean.class) {
      return new Shape.Bool();
    }
    if (List.class.isAssignableFrom(raw)) {
      return new Shape.Listing(shape(inside(type)));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return new Shape.Mapping(shape(argument(type, 1)));
    }
    return raw.isAnnotationPresent(CustomType.class)
        ? new Shape.Members(Suppliers.memoize(() -> members(raw)))
        : new Shape.Any();
  }

  private static boolean isOptional(Type type) {
    return raw(type) == Optional.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  // What stands in Output<...>, Optional<...> or List<...>.
  private static Type inside(Type type) {
    return raw(type) == Output.class || type instanceof ParameterizedType
        ? argument(type, 0)
        : type;
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : Object.class;
  }

  private static String named(String annotated, String field) {
    return annotated.isEmpty() ? field : annotated;
  }
}
