@NullMarked
package io.cellwall.policies.iam.document;

import org.jspecify.annotations.NullMarked;
