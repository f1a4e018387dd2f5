package dev.ticketkit.samples.shop;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.Reference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers and operators ask for. */
@RestController
class OrderController {
    private final Orders orders;
    private final TicketDesk desk;

    OrderController(Orders orders, TicketDesk desk) {
        this.orders = orders;
        this.desk = desk;
    }

    record NewOrder(@NotBlank String item, @NotBlank @Email String email) {}

    record Opened(String ticket) {}

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    Opened place(@Valid @RequestBody NewOrder order) {
        return new Opened(orders.place(order.item(), order.email()).value());
    }

    @PostMapping("/tickets/{reference}/resolve")
    void resolve(@PathVariable String reference) {
        desk.as(Orders.TENANT, Orders.SHOP).ticket(new Reference(reference)).resolve();
    }
}
