/** What each input property of the AWS provider's resource types carries. */
@NullMarked
package io.cellwall.policies.census;

import org.jspecify.annotations.NullMarked;
