package io.cellwall.policies.rules;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of the pinned AWS provider, as the classes of its SDK describe them.
 *
 * <p>The classes serve as data here, looked up by name: the token {@code aws:ec2/vpc:Vpc} is {@code
 * com.pulumi.aws.ec2.Vpc}, and its inputs are the fields of {@code VpcArgs}. Rules depend on no
 * class of the SDK. Safe for many threads.
 */
public final class AwsTypes implements TypeCatalog {

  private static final String IMPORT = "com.pulumi.core.annotations.Import";
  private static final Map<String, Boolean> TAGGABLE = new ConcurrentHashMap<>();

  @Override
  public boolean taggable(String type) {
    return TAGGABLE.computeIfAbsent(type, AwsTypes::hasTags);
  }

  private static boolean hasTags(String type) {
    String[] parts = type.split("[:/]", -1);
    if (parts.length != 4 || !parts[0].equals("aws")) {
      return false;
    }
    String module = parts[1].equals("index") ? "" : parts[1] + ".";
    try {
      // Without initialising it: only its fields are looked at.
      Class<?> inputs =
          Class.forName(
              "com.pulumi.aws." + module + parts[3] + "Args",
              false,
              AwsTypes.class.getClassLoader());
      Field tags = inputs.getDeclaredField("tags");
      return isInput(tags) && isMap(tags.getGenericType());
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      return false;
    }
  }

  private static boolean isInput(Field field) {
    return Arrays.stream(field.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(IMPORT));
  }

  // Output<Map<String, String>>; an auto-scaling group has a list of its own kind.
  private static boolean isMap(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType().equals(Map.class) || isMap(generic.getActualTypeArguments()[0]);
    }
    return false;
  }
}
