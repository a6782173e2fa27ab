package io.cellwall.benchmarks;

import io.cellwall.policies.iam.glob.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whether patterns overlap: 200 by 200 ARN patterns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class GlobBenchmark {

  private final List<Glob> globs = new ArrayList<>();

  /** Patterns of one seed. */
  public GlobBenchmark() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String name = Integer.toHexString(random.nextInt(1 << 12));
      globs.add(
          Glob.parse(
              "arn:aws:s3:::*%s*/%s?%s*"
                  .formatted(name.substring(0, 1), name, random.nextInt(10))));
    }
  }

  /** How many of 40,000 pairs overlap. */
  @Benchmark
  public int overlaps() {
    int overlaps = 0;
    for (Glob one : globs) {
      for (Glob other : globs) {
        overlaps += one.overlaps(other) ? 1 : 0;
      }
    }
    return overlaps;
  }
}
