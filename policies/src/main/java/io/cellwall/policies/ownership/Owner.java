package io.cellwall.policies.ownership;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.ZoneName;

/** Whom a value belongs to, seen from the stack that holds it. */
public sealed interface Owner {

  /** In words, without the value itself: it may be a secret. */
  String description();

  /** The stack itself: its account, its region, its addresses, a resource that it declares. */
  record ThisStack() implements Owner {
    @Override
    public String description() {
      return "this stack";
    }
  }

  /** The stack's own zone, as a whole: another of its regions. */
  record ItsZone(ZoneName zone) implements Owner {
    @Override
    public String description() {
      return "its own zone " + zone;
    }
  }

  /** An edge stack of the stack's own zone, or the global edge. */
  record Edge(StackName stack) implements Owner {
    @Override
    public String description() {
      return "the edge stack " + stack;
    }
  }

  /** Another cell, of whatever zone. */
  record OtherCell(CellName cell, ZoneName zone, boolean sameZone, boolean retired)
      implements Owner {
    @Override
    public String description() {
      return (retired ? "the retired cell " : "cell ") + cell + " of zone " + zone;
    }
  }

  /** Another zone: one of its regions, its names, its edge. */
  record OtherZone(ZoneName zone) implements Owner {
    @Override
    public String description() {
      return "zone " + zone;
    }
  }

  /** Known for what it is, and not to the inventory. */
  record Stranger(String what) implements Owner {
    @Override
    public String description() {
      return what + " that the inventory does not know";
    }
  }

  /** AWS itself. */
  record Aws() implements Owner {
    @Override
    public String description() {
      return "AWS";
    }
  }

  /** The public internet. */
  record Internet() implements Owner {
    @Override
    public String description() {
      return "the public internet";
    }
  }

  /** Everybody: every address. */
  record Everyone() implements Owner {
    @Override
    public String description() {
      return "everyone";
    }
  }

  /** More than one, none of them the stack itself. */
  record Several(Owner first, int more) implements Owner {
    @Override
    public String description() {
      return first.description() + " and " + more + " more";
    }
  }

  /** Private addresses that the inventory gives to nobody. */
  record Nobody() implements Owner {
    @Override
    public String description() {
      return "nobody in the inventory";
    }
  }

  /** It names something, and nothing says whose. */
  record Unknown(String what) implements Owner {
    @Override
    public String description() {
      return what;
    }
  }
}
