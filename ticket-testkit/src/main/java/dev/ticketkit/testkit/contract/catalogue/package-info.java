/** What a store promises of statuses, priorities and categories. */
@NullMarked
package dev.ticketkit.testkit.contract.catalogue;

import org.jspecify.annotations.NullMarked;
