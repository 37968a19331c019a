package zeroone.server.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import zeroone.text.generation.Alternative;
import zeroone.text.generation.FinishReason;
import zeroone.text.generation.TokenEvent;

/**
 * The bytes of log entries. Tokens with what is known of them come in runs of one sample: sample, first position, count,
 * then each token. Numbers are of variable length; events, which are repetitive JSON, are deflated.
 */
final class LogCodec {
    private static final int VERSION = 1;
    private static final int RUN = 1;
    private static final int END = 2;
    private static final int BEGUN = 3;
    private static final int FORCED = 1;
    private static final int ANSWER = 2;
    private static final int RAW = 4;
    private static final int ALTERNATIVES = 8;

    private LogCodec() {}

    static byte[] encodeTold(List<Told> told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 + told.size() * 8);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            for (int i = 0; i < told.size(); ) {
                switch (told.get(i)) {
                    case Told.Token first -> {
                        int count = run(told, i);
                        out.writeByte(RUN);
                        writeNumber(out, first.sample());
                        writeNumber(out, first.event().position());
                        writeNumber(out, count);
                        for (int t = i; t < i + count; t++) {
                            writeToken(out, ((Told.Token) told.get(t)).event());
                        }
                        i += count;
                    }
                    case Told.Begun begun -> {
                        out.writeByte(BEGUN);
                        writeNumber(out, begun.sample());
                        writeNumber(out, begun.cached());
                        i++;
                    }
                    case Told.End end -> {
                        out.writeByte(END);
                        writeNumber(out, end.sample());
                        out.writeUTF(end.reason().name());
                        writeNumber(out, end.thoughtLength());
                        out.writeBoolean(end.closeForced());
                        i++;
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Told> decodeTold(byte[] bytes) {
        List<Told> told = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            requireVersion(in);
            for (int kind = in.read(); kind >= 0; kind = in.read()) {
                if (kind == BEGUN) {
                    told.add(new Told.Begun(readNumber(in), readNumber(in)));
                } else if (kind == RUN) {
                    int sample = readNumber(in);
                    int position = readNumber(in);
                    int count = readNumber(in);
                    for (int t = 0; t < count; t++) {
                        told.add(new Told.Token(sample, readToken(in, position + t)));
                    }
                } else if (kind == END) {
                    int sample = readNumber(in);
                    FinishReason reason = FinishReason.valueOf(in.readUTF());
                    int thoughtLength = readNumber(in);
                    told.add(new Told.End(sample, reason, thoughtLength, in.readBoolean()));
                } else {
                    throw new IOException("kind " + kind + " is unknown");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("a log entry of tokens cannot be read", broken);
        }
        return told;
    }

    static byte[] encodeEvents(List<JobEvent> events) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeByte(VERSION);
            writeNumber(out, events.size());
            for (JobEvent event : events) {
                out.writeLong(event.sequence());
                writeText(out, event.type());
                writeText(out, event.data());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    static List<JobEvent> decodeEvents(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            requireVersion(in);
            int count = readNumber(in);
            List<JobEvent> events = new ArrayList<>();
            for (int e = 0; e < count; e++) {
                events.add(new JobEvent(in.readLong(), readText(in), readText(in)));
            }
            return events;
        } catch (IOException broken) {
            throw new UncheckedIOException("a log entry of events cannot be read", broken);
        }
    }

    /** How many tokens from here on follow each other in one sample. */
    private static int run(List<Told> told, int from) {
        Told.Token first = (Told.Token) told.get(from);
        int count = 1;
        while (from + count < told.size()
                && told.get(from + count) instanceof Told.Token next
                && next.sample() == first.sample()
                && next.event().position() == first.event().position() + count) {
            count++;
        }
        return count;
    }

    private static void writeToken(DataOutputStream out, TokenEvent event) throws IOException {
        boolean raw = Float.floatToRawIntBits(event.rawLogProb()) != Float.floatToRawIntBits(event.logProb());
        boolean answer = event.phase() == TokenEvent.Phase.ANSWER;
        boolean alternatives = !event.alternatives().isEmpty();
        out.writeByte((event.forced() ? FORCED : 0)
                | (answer ? ANSWER : 0)
                | (raw ? RAW : 0)
                | (alternatives ? ALTERNATIVES : 0));
        writeNumber(out, event.token());
        out.writeFloat(event.logProb());
        if (raw) {
            out.writeFloat(event.rawLogProb());
        }
        if (alternatives) {
            writeNumber(out, event.alternatives().size());
            for (Alternative alternative : event.alternatives()) {
                writeNumber(out, alternative.token());
                out.writeFloat(alternative.rawLogProb());
            }
        }
    }

    private static TokenEvent readToken(DataInputStream in, int position) throws IOException {
        int flags = in.readUnsignedByte();
        int token = readNumber(in);
        float logProb = in.readFloat();
        float raw = (flags & RAW) != 0 ? in.readFloat() : logProb;
        List<Alternative> alternatives = new ArrayList<>();
        if ((flags & ALTERNATIVES) != 0) {
            int count = readNumber(in);
            for (int a = 0; a < count; a++) {
                alternatives.add(new Alternative(readNumber(in), in.readFloat()));
            }
        }
        TokenEvent.Phase phase = (flags & ANSWER) != 0 ? TokenEvent.Phase.ANSWER : TokenEvent.Phase.THOUGHT;
        return new TokenEvent(0, position, token, logProb, raw, alternatives, phase, (flags & FORCED) != 0);
    }

    private static void requireVersion(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("version " + version + " of the format is not known here, only " + VERSION);
        }
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(out, utf8.length);
        out.write(utf8);
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(readNumber(in)), StandardCharsets.UTF_8);
    }

    /** A number that is not negative, seven bits a byte, lowest first. */
    static void writeNumber(DataOutputStream out, int number) throws IOException {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            number |= (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                if (number < 0) {
                    break;
                }
                return number;
            }
        }
        throw new IOException("a number is longer than 31 bits");
    }
}
