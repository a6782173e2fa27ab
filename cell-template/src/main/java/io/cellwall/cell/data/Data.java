package io.cellwall.cell.data;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.logs.LogGroups;
import io.cellwall.cell.logs.LogSource;
import io.cellwall.cell.network.Network;
import io.cellwall.wiring.Tied;
import java.util.Map;

/** The cell's data stores, as their plan says. */
public final class Data extends ComponentResource {

  private final Database database;
  private final Cache cache;

  /**
   * Makes database, cache and queue.
   *
   * @param name the component's name
   */
  public Data(
      String name,
      DataPlan plan,
      Network network,
      Keys keys,
      LogGroups logs,
      ComponentResourceOptions options) {
    super("cellwall:cell:Data", name, options);
    ComponentResourceOptions part = ComponentResourceOptions.builder().parent(this).build();
    database =
        new Database(
            plan.database(),
            network,
            keys,
            logs.ready(LogSource.DATABASE, LogSource.DATABASE_SIGN_INS),
            part);
    plan.standbyDatabase()
        .ifPresent(copy -> new Database(copy, network, keys, new Resource[0], part));
    cache =
        new Cache(
            plan.cache(), network, keys, logs.ready(LogSource.CACHE, LogSource.CACHE_SLOW), part);
    new Queues(plan.queue(), keys.arn(KeyPurpose.DATA), part);
    registerOutputs(Map.of());
  }

  /** Host name of the database's writer. */
  public Output<String> databaseEndpoint() {
    return Tied.to(database.cluster(), database.cluster().endpoint());
  }

  /** Host name of the cache's primary. */
  public Output<String> cacheEndpoint() {
    return cache.endpoint();
  }

  /** The database. */
  public Database database() {
    return database;
  }
}
