package io.cellwall.rehearsal.cloud;

import io.cellwall.policies.graph.Value;
import io.cellwall.rehearsal.facts.AwsFacts;
import io.cellwall.rehearsal.facts.TypeFacts;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that exists.
 *
 * @param order what was asked for
 * @param id its id
 * @param outputs all its properties: the inputs, and what AWS made up
 */
public record CloudObject(Order order, String id, Value.Fields outputs) {

  /** Its type token. */
  public String type() {
    return order.type();
  }

  /** Its inputs. */
  public Value.Fields inputs() {
    return order.inputs();
  }

  /**
   * All that the provider tells the engine of it: its properties and, as every AWS provider does,
   * its id once more among them. At the end of a stack a policy pack learns an id nowhere else.
   */
  public Value.Fields state() {
    TreeMap<String, Value> state = new TreeMap<>(outputs.values());
    state.put("id", new Value.Text(id));
    return Value.Fields.of(state);
  }

  /** What is known of its type. */
  public TypeFacts facts() {
    return AwsFacts.of(type());
  }

  /** Its id and whatever else others may name it by. */
  public Set<String> handles() {
    Set<String> handles = new TreeSet<>(Set.of(id));
    outputs.text("arn").ifPresent(handles::add);
    outputs.text(facts().shape().nameInput()).ifPresent(handles::add);
    return handles;
  }

  /** Tells whether this stack made it. */
  public boolean isOf(String stack) {
    return order.urn().startsWith("urn:pulumi:" + stack + "::");
  }

  /** The same with one property changed, and its input unchanged. */
  CloudObject with(String property, Value value) {
    TreeMap<String, Value> changed = new TreeMap<>(outputs.values());
    changed.put(property, value);
    return new CloudObject(order, id, Value.Fields.of(changed));
  }

  /** How messages name it: type and id. */
  public String title() {
    return type().substring(type().lastIndexOf(':') + 1) + " " + id;
  }
}
