package dev.ticketkit.acceptance.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ticketkit.spi.query.Page;
import tools.jackson.databind.json.JsonMapper;

/** The two generations of Jackson, as they come. */
@SuppressWarnings("ImmutableEnumChecker") // mappers are made once and never configured again
enum Jackson {
    TWO {
        private final ObjectMapper mapper = new ObjectMapper();

        @Override
        String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }

        @Override
        <T> T read(String json, Class<T> type) throws Exception {
            return mapper.readValue(json, type);
        }

        @Override
        <T> Page<T> readPage(String json, Class<T> item) throws Exception {
            return mapper.readValue(json, mapper.getTypeFactory().constructParametricType(Page.class, item));
        }
    },
    THREE {
        private final JsonMapper mapper = JsonMapper.builder().build();

        @Override
        String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        <T> T read(String json, Class<T> type) {
            return mapper.readValue(json, type);
        }

        @Override
        <T> Page<T> readPage(String json, Class<T> item) {
            return mapper.readValue(json, mapper.getTypeFactory().constructParametricType(Page.class, item));
        }
    };

    abstract String write(Object value) throws Exception;

    abstract <T> T read(String json, Class<T> type) throws Exception;

    abstract <T> Page<T> readPage(String json, Class<T> item) throws Exception;
}
