package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.Words;
import dev.ticketkit.testkit.contract.fixture.TicketFixtures;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words with accents and their other forms, each found by the other, typed with accents or without. */
@Tag("R16")
class WordFormsTest {
    private static final String PAIRS = """
            pt, informação/informações reclamação/reclamações configuração/configurações pão/pães cão/cães mão/mãos
            pt, irmão/irmãos órgão/órgãos limão/limões avião/aviões botão/botões papel/papéis hotel/hotéis nível/níveis
            pt, útil/úteis possível/possíveis difícil/difíceis português/portugueses inglês/ingleses mês/meses
            pt, país/países serviço/serviços preço/preços endereço/endereços número/números página/páginas café/cafés
            pt, bebê/bebês relatório/relatórios análise/análises solicitação/solicitações lençol/lençóis
            pt, espanhol/espanhóis capitão/capitães alemão/alemães cartão/cartões versão/versões ação/ações razão/razões
            pt, móvel/móveis automóvel/automóveis crédito/créditos usuário/usuários código/códigos
            es, reclamación/reclamaciones impresión/impresiones avión/aviones botón/botones francés/franceses
            es, inglés/ingleses país/países rubí/rubíes número/números teléfono/teléfonos página/páginas
            es, artículo/artículos señora/señoras año/años niño/niños café/cafés sofá/sofás menú/menús lápiz/lápices
            es, razón/razones sesión/sesiones contraseña/contraseñas línea/líneas árbol/árboles examen/exámenes
            es, joven/jóvenes imagen/imágenes orden/órdenes interés/intereses autobús/autobuses tamaño/tamaños
            es, código/códigos dirección/direcciones
            it, città/citta attività/attivita caffè/caffe qualità/qualita novità/novita proprietà/proprieta menù/menu
            fr, réclamée/réclamer réclamé/réclamées écran/écrans élève/élèves problème/problèmes clé/clés numéro/numéros
            fr, téléphone/téléphones référence/références société/sociétés employé/employés employée/employés
            fr, général/généraux hôtel/hôtels forêt/forêts intérêt/intérêts réseau/réseaux matériel/matériels
            fr, matériau/matériaux éditeur/éditeurs première/premières premier/première répété/répéter créé/créer
            fr, envoyée/envoyer reçu/reçus leçon/leçons garçon/garçons français/française achevé/achever bloqué/bloquée
            fr, spécial/spéciaux hôpital/hôpitaux médical/médicaux fenêtre/fenêtres erroné/erronées
            de, gerät/geräte störung/störungen rückruf/rückrufe buch/bücher haus/häuser mangel/mängel vertrag/verträge
            de, auftrag/aufträge anhang/anhänge baum/bäume prüfung/prüfungen lösung/lösungen gebühr/gebühren größe/größen
            de, maß/maße fuß/füße straße/straßen lücke/lücken platz/plätze tochter/töchter vater/väter land/länder
            de, raum/räume schlüssel/schlüsseln zähler/zählers gehäuse/gehäusen büro/büros menü/menüs
            nl, coördinatie/coördinaties coördinator/coördinatoren reünie/reünies coöperatie/coöperaties
            nl, categorie/categorieën idee/ideeën zee/zeeën knie/knieën kopie/kopieën industrie/industrieën
            nl, bacterie/bacteriën efficiënt/efficiënte patiënt/patiënten cliënt/cliënten officieel/officiële
            nl, financieel/financiële reëel/reële ruïne/ruïnes café/cafés logé/logés scène/scènes crème/crèmes
            nl, première/premières enquête/enquêtes barrière/barrières conciërge/conciërges reünist/reünisten
            nl, geïnteresseerd/geïnteresseerde porie/poriën olie/oliën calorie/calorieën melodie/melodieën
            nl, reclamatie/reclamaties vacature/vacatures organisatie/organisaties functie/functies
            """;

    private static HikariDataSource database;

    private final TicketFixtures make = TicketFixtures.ofNewTenant();

    @BeforeAll
    static void create() {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** A row is a language and pairs. */
    static Stream<Arguments> pairs() {
        return PAIRS.lines().map(line -> line.split(", ", -1)).map(cells -> Arguments.of(cells[0], cells[1]));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void eachFormFindsTheOther(String language, String pairs) {
        JdbcStorage store = JdbcStorage.owning(
                database,
                JdbcOptions.builder()
                        .searchLanguage(tenant -> Locale.forLanguageTag(language))
                        .build());
        List<String[]> all = Arrays.stream(pairs.split(" ", -1))
                .map(pair -> pair.split("/", -1))
                .toList();
        Set<String> words = new LinkedHashSet<>();
        all.forEach(pair -> words.addAll(List.of(pair)));
        words.forEach(word -> open(store, word));
        store.maintenance().run(1_000_000);

        for (String[] pair : all) {
            for (int i = 0; i < 2; i++) {
                String typed = pair[i];
                assertThat(titles(store, typed)).as(typed).contains(pair);
                assertThat(titles(store, String.join(" ", Words.inOrder(typed))))
                        .as(typed + " without accents")
                        .contains(pair);
            }
        }
        // What finds everything is no search.
        assertThat(all).allSatisfy(pair -> assertThat(titles(store, pair[0])).hasSizeLessThan(8));
        assertThat(titles(store, "printer")).isEmpty();
    }

    private void open(JdbcStorage store, String title) {
        Ticket ticket = make.ticket().title(title).build();
        store.tickets().commit(make.opening(ticket));
    }

    private List<String> titles(JdbcStorage store, String text) {
        TicketQuery query = TicketQuery.builder().text(text).build();
        return store.tickets().list(make.tenant(), query, AccessScope.all(), null, 500).stream()
                .map(Ticket::title)
                .toList();
    }
}
