package io.cellwall.fleet.base;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A commit of the repository that holds the inventory.
 *
 * @param root the repository's working tree
 * @param name as the user named it
 * @param commit its 40 hexadecimal digits
 */
public record Revision(Path root, String name, String commit) {

  /** Modules whose code decides what a stack is, and how its graph is taken. */
  private static final List<String> MODULES =
      List.of(
          "regions",
          "wiring",
          "cell-template",
          "global-edge",
          "control-plane",
          "policies",
          "rehearsal",
          "fleet");

  /**
   * The commit that a name stands for.
   *
   * @param folder a folder of the repository
   * @throws UsageException if it is no repository, or has no such commit
   */
  public static Revision of(Path folder, String name) {
    Git git = new Git(folder);
    Git.Answer root = git.call(Map.of(), "rev-parse", "--show-toplevel");
    if (!root.isGood()) {
      throw new UsageException(
          "--base needs a Git repository, and %s is in none; compare with exported states instead:"
                  .formatted(folder)
              + " --against-state DIR");
    }
    Git.Answer commit =
        git.call(
            Map.of(), "rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}");
    if (!commit.isGood()) {
      throw new UsageException(
          "--base \"%s\" is no commit of %s; in CI, fetch it first: git fetch origin %s"
              .formatted(name, root.out().strip(), name.replaceFirst("^origin/", "")));
    }
    return new Revision(Path.of(root.out().strip()), name, commit.out().strip());
  }

  /** {@code main (4f2a9c1d03)}; the commit alone where that is how it was named. */
  public String shown() {
    String digits = commit.substring(0, 10);
    return commit.startsWith(name) ? digits : name + " (" + digits + ")";
  }

  /** The path of a folder inside the working tree, with forward slashes. */
  public String pathOf(Path folder) {
    try {
      return root.toRealPath().relativize(folder.toRealPath()).toString().replace('\\', '/');
    } catch (IOException e) {
      throw new UsageException("there is no folder " + folder);
    }
  }

  /**
   * Writes the commit's files, or those below one folder of it.
   *
   * @param path the folder inside the commit; empty for all
   * @param scratch where Git's own index goes for so long
   * @param target where the files go
   * @throws UsageException if the commit has no such folder
   */
  public void checkOut(String path, Scratch scratch, Path target) {
    Git git = new Git(root);
    Map<String, String> index =
        Map.of("GIT_INDEX_FILE", scratch.folder().resolve("index").toString());
    Git.Answer read = git.call(index, "read-tree", commit + (path.isEmpty() ? "" : ":" + path));
    if (!read.isGood()) {
      throw new UsageException("%s has no folder %s".formatted(shown(), path));
    }
    Git.Answer written =
        git.call(index, "checkout-index", "--all", "--force", "--prefix=" + target + "/");
    if (!written.isGood()) {
      throw new UsageException(
          "the files of %s cannot be written to %s: %s"
              .formatted(shown(), target, written.err().strip()));
    }
  }

  /** Whether everything that makes the program is the same in the working tree. */
  public boolean hasProgramOfWorkingTree() {
    List<String> paths = new ArrayList<>(List.of("pom.xml", ".mvn", "mvnw"));
    for (String module : MODULES) {
      paths.add(module + "/pom.xml");
      paths.add(module + "/src/main");
    }
    Git git = new Git(root);
    Git.Answer changed =
        git.call(
            Map.of(), arguments(List.of("diff", "--quiet", "--no-ext-diff", commit, "--"), paths));
    if (changed.exitCode() > 1) {
      throw new UsageException("git diff: " + changed.err().strip());
    }
    return changed.isGood()
        && git.ask(arguments(List.of("ls-files", "--others", "--exclude-standard", "--"), paths))
            .isEmpty();
  }

  private static String[] arguments(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return all.toArray(String[]::new);
  }
}
