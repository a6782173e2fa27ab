package io.cellwall.regions.reading;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;

/**
 * A YAML parser that refuses what no inventory needs and what could be used against its reader:
 * anchors and aliases (which grow without bound), deep nesting, a second document.
 */
final class BoundedParser implements Parser {

  // The deepest inventory file has four levels. The composer recurses, so depth costs stack.
  private static final int DEEPEST = 16;

  private final Parser parser;
  private int depth;
  private int documents;

  BoundedParser(Parser parser) {
    this.parser = parser;
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    switch (event.getEventId()) {
      case MappingStart, SequenceStart -> enter(event);
      case MappingEnd, SequenceEnd -> depth--;
      case DocumentStart -> document(event);
      case Alias -> alias(event);
      default -> {}
    }
    return event;
  }

  private void enter(Event event) {
    depth++;
    if (depth > DEEPEST) {
      throw new BoundExceeded(
          "NestedTooDeep",
          event,
          "is nested more than " + DEEPEST + " levels deep",
          "Write the keys as the other files have them.");
    }
  }

  private void document(Event event) {
    documents++;
    if (documents > 1) {
      throw new BoundExceeded(
          "SeveralDocuments",
          event,
          "a second document starts; a file holds one",
          "Move it to a file of its own, or remove the line \"---\".");
    }
  }

  private static void alias(Event event) {
    String name =
        event instanceof NodeEvent node ? node.getAnchor().map(Object::toString).orElse("") : "";
    throw new BoundExceeded(
        "AliasUsed",
        event,
        "the alias *" + Printable.of(name) + " is used; aliases are not allowed",
        "Write the value out.");
  }

  /** Ends the reading of a file at the place where it leaves its bounds. */
  static final class BoundExceeded extends RuntimeException {
    final String rule;
    final Mark mark;
    final String problem;
    final String hint;

    BoundExceeded(String rule, Event event, String problem, String hint) {
      super(problem);
      this.rule = rule;
      this.mark = event.getStartMark().orElseThrow();
      this.problem = problem;
      this.hint = hint;
    }
  }
}
