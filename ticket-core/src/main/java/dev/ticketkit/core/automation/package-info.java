/**
 * Automations: what a tenant's desk does by itself, as data. What starts one, under which conditions, and its steps; written by hand with
 * the builder or read from JSON, checked together when they are saved. Nothing here reads a clock or a store.
 */
@NullMarked
package dev.ticketkit.core.automation;

import org.jspecify.annotations.NullMarked;
