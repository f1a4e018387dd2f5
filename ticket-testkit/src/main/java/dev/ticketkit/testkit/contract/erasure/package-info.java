/** What a store promises of erasing a person. */
@NullMarked
package dev.ticketkit.testkit.contract.erasure;

import org.jspecify.annotations.NullMarked;
