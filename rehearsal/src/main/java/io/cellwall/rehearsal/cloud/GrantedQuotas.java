package io.cellwall.rehearsal.cloud;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What AWS granted beyond its defaults: a file of lines, each with account, region, code and value.
 */
public final class GrantedQuotas {

  private static final String FILE = "granted-quotas";

  private final Map<Key, Long> grants;

  /** Whose quota, where. */
  public record Key(AccountId account, Region region, QuotaCode code) {}

  private GrantedQuotas(Map<Key, Long> grants) {
    this.grants = Map.copyOf(grants);
  }

  /** Grants quotas to accounts of the cloud in this folder. */
  public static void write(Path folder, Map<Key, Long> grants) {
    TreeSet<String> lines = new TreeSet<>();
    grants.forEach(
        (key, value) ->
            lines.add(key.account() + " " + key.region() + " " + key.code() + " " + value));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(FILE), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GrantedQuotas read(Path folder) {
    Path file = folder.resolve(FILE);
    Map<Key, Long> grants = new HashMap<>();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] words = line.split(" ", -1);
        grants.put(
            new Key(AccountId.parse(words[0]), Region.parse(words[1]), QuotaCode.parse(words[2])),
            Long.valueOf(words[3]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return new GrantedQuotas(grants);
  }

  /** What was granted, if anything was. */
  public Optional<Long> find(AccountId account, Region region, QuotaCode code) {
    return Optional.ofNullable(grants.get(new Key(account, region, code)));
  }
}
