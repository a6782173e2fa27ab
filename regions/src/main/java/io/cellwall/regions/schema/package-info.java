/** The JSON Schemas of the inventory's files, for editors. */
@NullMarked
package io.cellwall.regions.schema;

import org.jspecify.annotations.NullMarked;
