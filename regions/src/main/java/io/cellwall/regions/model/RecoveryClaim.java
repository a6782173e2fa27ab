package io.cellwall.regions.model;

import java.util.Optional;

/**
 * What a cell's owners promise for its loss; {@link Recovery} tells whether they can.
 *
 * @param rpo the most that may be lost, in time before the loss
 * @param rto the longest that its users wait for service
 * @param capacity how much of the standby runs before it is needed, where there is one
 */
public record RecoveryClaim(
    Optional<TimeSpan> rpo, Optional<TimeSpan> rto, Optional<StandbyCapacity> capacity) {}
