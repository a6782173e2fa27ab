/** Topics, queues, streams, buses. */
@NullMarked
package io.cellwall.policies.rules.messaging;

import org.jspecify.annotations.NullMarked;
