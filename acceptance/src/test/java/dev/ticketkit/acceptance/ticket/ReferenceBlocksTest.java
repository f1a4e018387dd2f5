package dev.ticketkit.acceptance.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.reference.ReferenceFormat;
import dev.ticketkit.core.tenant.TenantSettings;
import dev.ticketkit.spi.model.Actor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("R7")
class ReferenceBlocksTest extends DeskFixture {
    ReferenceBlocksTest(Store store) {
        super(store);
    }

    @Test
    void eachDeskTakesTheNextOfItsOwnBlock() {
        ActorDesk one = deskInBlocks();
        ActorDesk two = deskInBlocks();

        assertThat(List.of(open(one), open(two), open(one), open(two)))
                .containsExactly("B-0001", "B-0011", "B-0002", "B-0012");
        List<String> more = IntStream.range(0, 10).mapToObj(i -> open(one)).toList();
        assertThat(more).startsWith("B-0003").endsWith("B-0022");
    }

    @Test
    @Tag("F20")
    void desksNeverGiveTheSame() {
        List<ActorDesk> desks = List.of(deskInBlocks(), deskInBlocks());

        List<String> references = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> open(desks.get(i % 2)))
                .toList();

        assertThat(references).doesNotHaveDuplicates().hasSize(200);
    }

    @Test
    @Tag("B8")
    void numbersThatWereSetByHandArePassedAtOnce() {
        ActorDesk inBlocks = deskInBlocks();
        open(inBlocks);
        for (int number = 2; number <= 60; number++) {
            opened(ticket("By hand").reference("b-00" + number / 10 + number % 10));
        }

        assertThat(open(inBlocks)).isEqualTo("B-0061");
    }

    private ActorDesk deskInBlocks() {
        TenantSettings settings = TenantSettings.defaults()
                .withReferences(ReferenceFormat.sequence("B-", 4).inBlocksOf(10));
        return deskBuilder().tenants(any -> settings).build().as(tenant, Actor.operator("olga", "Olga"));
    }

    private static String open(ActorDesk desk) {
        return desk.open(ticket("Numbered").build()).ticket().reference().value();
    }
}
