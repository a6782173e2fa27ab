/** IAM policy documents, read strictly. */
@NullMarked
package io.cellwall.policies.iam.document;

import org.jspecify.annotations.NullMarked;
