/** The cell's IAM roles: how each is planned and made, always under the permissions boundary. */
@NullMarked
package io.cellwall.cell.role;

import org.jspecify.annotations.NullMarked;
