package io.cellwall.policies.judge;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Judges nodes in bounded time, whatever the rules do.
 *
 * <p>The rules run in a thread of their own. One that takes too long over a node is left behind:
 * the node is undecided, and another thread goes on with the next. Java cannot stop a thread that
 * does not want to; it does not keep the process from ending.
 */
final class Watch {

  private final NodeJudge judge;
  private final Patience patience;

  Watch(NodeJudge judge, Patience patience) {
    this.judge = judge;
    this.patience = patience;
  }

  /**
   * What is wrong with these nodes, in their order.
   *
   * @param contexts makes what the rules know; a new one for each thread
   * @param starting is told of each rule before it starts
   */
  List<Finding> judge(List<Node> nodes, Supplier<RuleContext> contexts, Consumer<Rule> starting) {
    List<Finding> findings = new ArrayList<>();
    int next = 0;
    for (int overruns = 0; next < nodes.size(); overruns++) {
      if (overruns == patience.overruns()) {
        findings.add(givenUp(contexts.get().graph().stack(), nodes.size() - next));
        return findings;
      }
      Round round = new Round(nodes.subList(next, nodes.size()), contexts.get(), starting);
      Optional<Finding> overrun = round.await();
      findings.addAll(round.found());
      overrun.ifPresent(findings::add);
      next += round.judged() + 1;
    }
    return findings;
  }

  private Finding givenUp(String stack, int nodes) {
    return new Finding(
        "Watch",
        Severity.UNDECIDED,
        stack,
        "rules ran too long on "
            + patience.overruns()
            + " resources, so "
            + (nodes == 1 ? "1 more is" : nodes + " more are")
            + " not judged",
        "see the findings about those resources",
        List.of(),
        Optional.empty());
  }

  /** One thread's way through the nodes, until it ends or is left behind. */
  private final class Round {

    private final List<Node> nodes;
    private final RuleContext context;
    private final Consumer<Rule> listener;
    private final Thread thread;
    private final List<Finding> found = new ArrayList<>();
    private int judged;
    private String running = "Watch";
    private String failure = "";
    private boolean started;
    private long since;
    private boolean leftBehind;
    private boolean ended;

    Round(List<Node> nodes, RuleContext context, Consumer<Rule> listener) {
      this.nodes = nodes;
      this.context = context;
      this.listener = listener;
      this.thread = new Thread(this::run, "judge of " + context.graph().stack());
      thread.setDaemon(true);
    }

    private void run() {
      try {
        for (Node node : nodes) {
          List<Finding> findings = judge.judge(node, context, this::starting);
          if (!finished(findings)) {
            break;
          }
        }
        end("");
      } catch (RuntimeException | Error e) {
        end(e.getClass().getSimpleName());
      }
    }

    private void starting(Rule rule) {
      listener.accept(rule);
      now(rule.id());
    }

    private synchronized void now(String rule) {
      running = rule;
      started = true;
      since = System.nanoTime();
    }

    private synchronized boolean finished(List<Finding> findings) {
      if (!leftBehind) {
        found.addAll(findings);
        judged++;
      }
      return !leftBehind;
    }

    private synchronized void end(String how) {
      failure = how;
      ended = true;
      notifyAll();
    }

    /** Waits for the end; the finding about the node that it was left behind at, if it was. */
    synchronized Optional<Finding> await() {
      thread.start();
      while (!ended) {
        // Until the first rule starts, nothing but the machine is slow.
        long spent = started ? System.nanoTime() - since : 0;
        long left = patience.perRule().toNanos() - spent;
        if (left <= 0) {
          leftBehind = true;
          thread.interrupt();
          return Optional.of(overrun());
        }
        try {
          // A rule that ends in time moves the deadline on.
          wait(left / 1_000_000 + 1);
        } catch (InterruptedException e) {
          leftBehind = true;
          thread.interrupt();
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while judging " + stack(), e);
        }
      }
      return judged == nodes.size() ? Optional.empty() : Optional.of(broken());
    }

    synchronized List<Finding> found() {
      return List.copyOf(found);
    }

    synchronized int judged() {
      return judged;
    }

    private String stack() {
      return context.graph().stack();
    }

    private Finding overrun() {
      return undecided(
          "ran longer than " + patience.perRule().toMillis() / 1_000.0 + " s on this resource");
    }

    private Finding broken() {
      return undecided("broke off on this resource with " + failure);
    }

    private Finding undecided(String what) {
      return NodeJudge.undecided(
          running,
          nodes.get(judged),
          "the rule " + running + " " + what + ", so neither it nor the rules after it are decided",
          "look at the resource's longest value; if it is as it must be, this is a defect of the"
              + " rule: report it with the stack's graph");
    }
  }
}
