package io.cellwall.rehearsal.sdk;

import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The shape of a property's value, as the SDK's classes have it. */
public sealed interface Shape {

  /** A value of this shape where AWS must give one and nothing is known of it. */
  Value blank(String property, UnaryOperator<String> texts);

  /** The value with what AWS adds inside it: the members that an object of this shape must have. */
  default Value completed(Value value, UnaryOperator<String> texts) {
    return value;
  }

  /** Text. */
  record Text() implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return new Value.Text(texts.apply(property));
    }
  }

  /** A number. */
  record Numeric() implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return new Value.Numeric(BigDecimal.ZERO);
    }

    @Override
    public Value completed(Value value, UnaryOperator<String> texts) {
      return value.bare() instanceof Value.Text text && text.value().matches("-?[0-9]{1,18}")
          ? new Value.Numeric(new BigDecimal(text.value()))
          : value;
    }
  }

  /** True or false. */
  record Bool() implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return new Value.Bool(false);
    }

    @Override
    public Value completed(Value value, UnaryOperator<String> texts) {
      return value.bare() instanceof Value.Text text
          ? new Value.Bool(text.value().equals("true"))
          : value;
    }
  }

  /** Anything: JSON whose shape no class tells. */
  record Any() implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return Value.Fields.none();
    }
  }

  /** A list of values. */
  record Listing(Shape item) implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return new Value.Items(List.of());
    }

    @Override
    public Value completed(Value value, UnaryOperator<String> texts) {
      if (!(value instanceof Value.Items items)) {
        return value;
      }
      List<Value> completed = new ArrayList<>();
      items.values().forEach(each -> completed.add(item.completed(each, texts)));
      return new Value.Items(completed);
    }
  }

  /** Values by keys of the user's choice. */
  record Mapping(Shape value) implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return Value.Fields.none();
    }
  }

  /**
   * An object with members.
   *
   * @param members its members; read when they are first asked for, as some objects hold their own
   *     kind
   */
  record Members(Supplier<List<SdkType.Property>> members) implements Shape {
    @Override
    public Value blank(String property, UnaryOperator<String> texts) {
      return completed(Value.Fields.none(), texts);
    }

    @Override
    public Value completed(Value value, UnaryOperator<String> texts) {
      if (!(value instanceof Value.Fields fields)) {
        return value;
      }
      Map<String, Value> completed = new TreeMap<>(fields.values());
      for (SdkType.Property member : members.get()) {
        Value given = fields.values().get(member.name());
        if (given != null) {
          completed.put(member.name(), member.shape().completed(given, texts));
        } else if (member.required()) {
          completed.put(member.name(), member.shape().blank(member.name(), texts));
        }
      }
      return Value.Fields.of(completed);
    }
  }
}
