/**
 * The inventory's files as written: what each key holds and where, also where another key is
 * broken.
 *
 * <p>The records here describe the file formats, once: reading binds to them, and the JSON Schemas
 * are generated from them.
 */
@NullMarked
package io.cellwall.regions.written;

import org.jspecify.annotations.NullMarked;
