package io.cellwall.rehearsal.cloud;

/**
 * Something that AWS refuses. Each method throws {@link Refusal} or does nothing.
 *
 * <p>Rules are found by {@link java.util.ServiceLoader}.
 */
public interface CloudRule {

  /**
   * Before something is created.
   *
   * @param wanted as it would be
   * @param account what the account has
   */
  default void create(CloudObject wanted, Account account) {}

  /**
   * Before something is changed.
   *
   * @param wanted as it would be
   * @param account what the account has, the former state included
   */
  default void update(CloudObject wanted, Account account) {}

  /** Before something is deleted. */
  default void delete(CloudObject doomed, Account account) {}
}
