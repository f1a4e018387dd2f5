/**
 * What no other sample shows: a store of the host's own. The tests show a transaction of plain JDBC, plain Java and CDI, and run what README
 * and the guide say. Spring Boot is in the shop.
 */
@NullMarked
package dev.ticketkit.samples.embedding;

import org.jspecify.annotations.NullMarked;
