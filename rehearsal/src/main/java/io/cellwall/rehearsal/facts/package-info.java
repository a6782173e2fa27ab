/** What no class file says of AWS's types: names, ids, what they need and what replaces them. */
@NullMarked
package io.cellwall.rehearsal.facts;

import org.jspecify.annotations.NullMarked;
