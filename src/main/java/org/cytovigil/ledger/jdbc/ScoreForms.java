package org.cytovigil.ledger.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;

/**
 * The stored form of scores: the sum alone is a number, as it was before the tasks were charted one
 * by one; the tasks are an object.
 */
final class ScoreForms {
    private ScoreForms() {}

    /** Writes a sum as a number. */
    static final class TotalWriter<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient ToIntFunction<T> points;

        TotalWriter(Class<T> type, ToIntFunction<T> points) {
            super(type);
            this.points = points;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeNumber(points.applyAsInt(value));
        }
    }

    /** Reads a number as a sum, an object as the tasks. */
    static final class IceReader extends StdDeserializer<IceScore> {
        private static final long serialVersionUID = 1L;

        IceReader() {
            super(IceScore.class);
        }

        @Override
        public IceScore deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? new IceScore.Total(in.getIntValue())
                    : context.readValue(in, IceScore.Items.class);
        }
    }

    /** Reads a number as a sum, an object as the questions. */
    static final class CapdReader extends StdDeserializer<CapdScore> {
        private static final long serialVersionUID = 1L;

        CapdReader() {
            super(CapdScore.class);
        }

        @Override
        public CapdScore deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return in.currentToken() == JsonToken.VALUE_NUMBER_INT
                    ? new CapdScore.Total(in.getIntValue())
                    : context.readValue(in, CapdScore.Items.class);
        }
    }
}
