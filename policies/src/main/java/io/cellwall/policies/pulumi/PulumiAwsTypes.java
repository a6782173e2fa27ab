package io.cellwall.policies.pulumi;

import com.pulumi.core.annotations.Import;
import io.cellwall.policies.rules.TypeCatalog;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types of the pinned AWS provider, by the classes of its SDK.
 *
 * <p>The token {@code aws:ec2/vpc:Vpc} is the class {@code com.pulumi.aws.ec2.Vpc}, and its inputs
 * are the fields of {@code VpcArgs}. Safe for many threads.
 */
public final class PulumiAwsTypes implements TypeCatalog {

  private static final Map<String, Boolean> TAGGABLE = new ConcurrentHashMap<>();

  @Override
  public boolean taggable(String type) {
    return TAGGABLE.computeIfAbsent(type, PulumiAwsTypes::hasTags);
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
              PulumiAwsTypes.class.getClassLoader());
      Field tags = inputs.getDeclaredField("tags");
      return tags.isAnnotationPresent(Import.class) && isMap(tags.getGenericType());
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      return false;
    }
  }

  // Output<Map<String, String>>; an auto-scaling group has a list of its own kind.
  private static boolean isMap(Type type) {
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType().equals(Map.class) || isMap(generic.getActualTypeArguments()[0]);
    }
    return false;
  }
}
