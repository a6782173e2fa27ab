package io.cellwall.regions.written;

import io.cellwall.regions.written.Constraint.Between;
import io.cellwall.regions.written.Constraint.Items;
import io.cellwall.regions.written.Constraint.MayBeMissing;
import io.cellwall.regions.written.Constraint.OnlyIf;
import io.cellwall.regions.written.Constraint.Shaped;
import io.cellwall.regions.written.Shape.Condition;
import io.cellwall.regions.written.Shape.Dictionary;
import io.cellwall.regions.written.Shape.Mapping;
import io.cellwall.regions.written.Shape.Sequence;
import io.cellwall.regions.written.Shape.Text;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a shape off a record of fields. A record that is not fit for it is a bug. */
final class RecordShape {

  private RecordShape() {}

  static Mapping of(Class<? extends Record> type) {
    List<Shape.Key> keys =
        Arrays.stream(type.getRecordComponents()).map(component -> key(component)).toList();
    return new Mapping(type, required(type, Described.class).value(), keys);
  }

  private static Shape.Key key(RecordComponent component) {
    Optional<Condition> condition =
        Optional.ofNullable(component.getAnnotation(OnlyIf.class))
            .map(onlyIf -> new Condition(onlyIf.key(), onlyIf.is()));
    return new Shape.Key(
        component.getName(),
        required(component, Described.class).value(),
        !component.isAnnotationPresent(MayBeMissing.class) && condition.isEmpty(),
        condition,
        shape(argument(component.getGenericType(), Field.class, 0), component));
  }

  private static Shape shape(Type type, RecordComponent component) {
    if (type instanceof Class<?> plain) {
      return plainShape(plain, component);
    }
    Type item = argument(type, List.class, 0);
    if (isA(item, Entry.class)) {
      return new Dictionary(
          text((Class<?>) argument(item, Entry.class, 0), component),
          plainShape((Class<?>) argument(item, Entry.class, 1), component));
    }
    Items items = required(component, Items.class);
    Class<?> itemType = (Class<?>) argument(item, Field.class, 0);
    if (itemType.isAnnotationPresent(Described.class)) {
      return new Shape.Listing(of(recordType(itemType)), items.min(), items.max());
    }
    return new Sequence(text(itemType, component), items.min(), items.max());
  }

  private static Shape plainShape(Class<?> type, RecordComponent component) {
    if (type == Long.class) {
      Between between = required(component, Between.class);
      return new Shape.WholeNumber(between.min(), between.max());
    }
    return type.isAnnotationPresent(Described.class) ? of(recordType(type)) : text(type, component);
  }

  private static Text text(Class<?> type, RecordComponent component) {
    if (type == String.class) {
      Shaped shaped = required(component, Shaped.class);
      return new Text(Scalar.text(shaped.pattern(), shaped.says()));
    }
    return new Text(Scalar.of(type));
  }

  private static Class<? extends Record> recordType(Class<?> type) {
    return type.asSubclass(Record.class);
  }

  private static boolean isA(Type type, Class<?> raw) {
    return type instanceof ParameterizedType generic && generic.getRawType() == raw;
  }

  private static Type argument(Type type, Class<?> raw, int index) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == raw) {
      return generic.getActualTypeArguments()[index];
    }
    throw new IllegalArgumentException(type + " is not a " + raw.getSimpleName());
  }

  private static <A extends Annotation> A required(AnnotatedElement element, Class<A> annotation) {
    A found = element.getAnnotation(annotation);
    if (found == null) {
      throw new IllegalArgumentException(element + " lacks @" + annotation.getSimpleName());
    }
    return found;
  }
}
