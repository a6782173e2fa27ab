package io.cellwall.cell.logs;

import io.cellwall.wiring.Arn;

/**
 * A log group.
 *
 * @param source who writes to it
 * @param name name of its resource, and its {@code Name} tag
 * @param group the group's name
 * @param arn its ARN, known before it exists
 * @param retentionDays how long events are kept
 */
public record LogGroupPlan(
    LogSource source, String name, String group, Arn arn, int retentionDays) {}
