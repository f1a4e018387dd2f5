/**
 * What every store must do, as tests. An implementer extends each contract with a thin class that says where the store is. Every test
 * uses a tenant of its own, so one database serves them all.
 */
@NullMarked
package dev.ticketkit.testkit.contract;

import org.jspecify.annotations.NullMarked;
