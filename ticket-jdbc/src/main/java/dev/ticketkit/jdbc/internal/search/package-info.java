/** Words: what is indexed of a ticket, and how a query finds it. */
@NullMarked
package dev.ticketkit.jdbc.internal.search;

import org.jspecify.annotations.NullMarked;
