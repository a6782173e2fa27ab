package io.cellwall.cell.data;

import io.cellwall.regions.model.CellSize;
import java.util.Optional;

/**
 * What an instance of the database can do.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.html">Aurora
 *     instance classes</a>
 */
public sealed interface DatabaseCapacity {

  /** The class in the RDS API. */
  String instanceClass();

  /** Between which capacities it scales; empty where it does not. */
  Optional<Serverless> scaling();

  /**
   * The capacity of a cell's size: small cells follow their load, since it comes and goes with a
   * few tenants; larger ones have a fixed size, so that their limit is known before it is met.
   *
   * <p>The numbers are a choice of this product, to be replaced by what is measured.
   */
  static DatabaseCapacity of(CellSize size) {
    return switch (size) {
      case SMALL -> new Serverless(1, 16);
      case MEDIUM -> new Fixed("db.r7g.xlarge");
      case LARGE -> new Fixed("db.r7g.4xlarge");
    };
  }

  /**
   * It follows the load.
   *
   * @param least capacity units (2 GiB of memory each) that are always there; with 1 or more it
   *     never pauses, and Performance Insights works
   * @param most capacity units that it never exceeds
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html">Aurora
   *     Serverless v2</a>
   */
  record Serverless(double least, double most) implements DatabaseCapacity {
    @Override
    public String instanceClass() {
      return "db.serverless";
    }

    @Override
    public Optional<Serverless> scaling() {
      return Optional.of(this);
    }
  }

  /**
   * It has one size.
   *
   * @param instanceClass the class
   */
  record Fixed(String instanceClass) implements DatabaseCapacity {
    @Override
    public Optional<Serverless> scaling() {
      return Optional.empty();
    }
  }
}
