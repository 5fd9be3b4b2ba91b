package org.cytovigil.feed.bench;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.HL7Service;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.protocol.ReceivingApplication;
import ca.uhn.hl7v2.protocol.ReceivingApplicationException;
import ca.uhn.hl7v2.util.idgenerator.InMemoryIDGenerator;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;

/**
 * The measure: HAPI's own SimpleServer, with its own threads, which parses each message, makes the
 * acknowledgement and keeps nothing. Argument {@code standard} has it as it comes, with the classes
 * of the version and the usual validation; {@code typed} without validation; {@code generic}
 * without the classes too.
 */
final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        HapiContext context =
                arguments[0].equals("generic")
                        ? new DefaultHapiContext(new GenericModelClassFactory())
                        : new DefaultHapiContext();
        if (!arguments[0].equals("standard")) {
            context.setValidationContext(ValidationContextFactory.noValidation());
        }
        // The usual one keeps its numbers in a file of the working folder.
        context.getParserConfiguration().setIdGenerator(new InMemoryIDGenerator());
        int port = free();
        HL7Service server = context.newServer(port, false);
        server.registerApplication(new Accepting());
        server.startAndWait();
        System.out.println("listening, port " + port);
        Thread.currentThread().join();
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static final class Accepting implements ReceivingApplication<Message> {
        @Override
        public Message processMessage(Message message, Map<String, Object> metadata)
                throws ReceivingApplicationException, HL7Exception {
            try {
                return message.generateACK();
            } catch (IOException e) {
                throw new ReceivingApplicationException(e);
            }
        }

        @Override
        public boolean canProcess(Message message) {
            return true;
        }
    }
}
