package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.access.Resource;

/**
 * Something that runs code as a role: a function, an instance with its profile, a build.
 *
 * @param resource what runs
 * @param role ARN of the role that it runs as
 */
public record Workload(Resource resource, String role) {}
