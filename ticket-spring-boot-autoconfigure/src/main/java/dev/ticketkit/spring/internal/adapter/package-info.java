/** Mail and webhooks from properties. */
@NullMarked
package dev.ticketkit.spring.internal.adapter;

import org.jspecify.annotations.NullMarked;
