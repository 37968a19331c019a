package zeroone.engine.cpu;

import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.*;
import zeroone.model.*;
import zeroone.model.huggingface.*;
import zeroone.tensor.*;

class Probe {
    public static void main(String[] a) {
        DType type = a[1].equals("f32") ? DType.FLOAT32 : DType.BFLOAT16;
        CausalLm model;
        if (a[0].equals("17m")) {
            model = ModelDirectory.random(new LlamaConfig(1344, 512, 1024, 8, 8, 2, 64, 10000, 1e-5, 2048, true, DataType.BF16, List.of(), OptionalInt.empty(), OptionalInt.empty()), type, Device.CPU, new Random(1));
        } else if (a[0].equals("600m")) {
            model = ModelDirectory.random(new LlamaConfig(151936, 1024, 3072, 28, 16, 8, 128, 10000, 1e-5, 2048, true, DataType.BF16, List.of(), OptionalInt.empty(), OptionalInt.empty()), type, Device.CPU, new Random(1));
        } else model = ModelDirectory.load(Path.of(a[0]), type, Device.CPU);
        int cores = Integer.parseInt(a[2]);
        int bs = 32, ctx = 256, max = 128;
        Crew crew = new Crew(cores);
        PackedDecoder d = new PackedDecoder(model, new DecoderShape(max * ctx / bs, bs, 512, 128), crew);
        int v = model.config().vocabularySize();
        int[] prompt = new int[40];
        Random r = new Random(3);
        for (int i = 0; i < prompt.length; i++) prompt[i] = r.nextInt(v);
        if (true) {
            int[] table = new int[ctx / bs]; for (int i = 0; i < table.length; i++) table[i] = i;
            Step s = new Step();
            s.add(Arrays.copyOf(prompt, 20), 0, table, 0); d.run(s);
            float[][] got = new float[20][];
            for (int i = 20; i < 40; i++) { s.clear(); s.add(new int[]{prompt[i]}, i, table, 1); var m = d.run(s); got[i-20] = new float[v]; for (int j = 0; j < v; j++) got[i-20][j] = m.getAtIndex(ValueLayout.JAVA_FLOAT, j); }
            try (TensorScope _ = new TensorScope(); Gradients _ = Gradients.off()) {
                long[] ids = Arrays.stream(prompt).asLongStream().toArray(); long[] pos = new long[40]; Arrays.setAll(pos, i -> i);
                float[] want = model.logits(model.hidden(Tensor.of(ids, Device.CPU, 1, 40), Tensor.of(pos, Device.CPU, 1, 40), CausalAttention.on(Device.CPU, 40))).toFloats();
                double max_ = 0, dl = 0; 
                for (int i = 0; i < 20; i++) { double lw=0, lg=0; for (int j = 0; j < v; j++) { max_ = Math.max(max_, Math.abs(got[i][j] - want[(i + 20) * v + j])); lw+=Math.exp(want[(i+20)*v+j]); lg+=Math.exp(got[i][j]); }
                    int t = prompt[(i+21)%40]; dl = Math.max(dl, Math.abs(got[i][t]-Math.log(lg) - want[(i+20)*v+t] + Math.log(lw))); }
                System.out.printf("max |dlogit| %.6f max |dlogp| %.6f%n", max_, dl);
            }
        }
        for (int b : new int[]{1, 8, 32, 128}) {
            double best = 0; int n = 128;
            for (int rep = 0; rep < (a[0].equals("600m") ? 2 : b == 1 ? 12 : 6); rep++) {
                int[][] tables = new int[b][ctx / bs]; int c = 0; for (int[] t : tables) for (int i = 0; i < t.length; i++) t[i] = c++;
                Step s = new Step();
                for (int i = 0; i < b; i += 8) { s.clear(); for (int j = i; j < Math.min(b, i + 8); j++) s.add(Arrays.copyOf(prompt, 32), 0, tables[j], 1); d.run(s); }
                long t0 = System.nanoTime();
                for (int i = 0; i < n; i++) { s.clear(); for (int j = 0; j < b; j++) s.add(new int[]{prompt[j % 40]}, 32 + i, tables[j], 1); d.run(s); }
                best = Math.max(best, n * b / ((System.nanoTime() - t0) / 1e9));
            }
            System.out.printf("batch %d: %.0f tokens/s, %.3f ms a step%n", b, best, b / best * 1e3);
        }
        for (int p : new int[]{128, 512}) {
          double best = 0; int[] table = new int[512/bs]; for (int i = 0; i < table.length; i++) table[i] = i;
          int[] ids = new int[p]; for (int i = 0; i < p; i++) ids[i] = r.nextInt(v);
          for (int rep = 0; rep < (a[0].equals("600m") ? 2 : 20); rep++) { Step s = new Step(); s.add(ids, 0, table, 1); long t0 = System.nanoTime(); d.run(s); best = Math.max(best, p / ((System.nanoTime() - t0) / 1e9)); }
          System.out.printf("prompt %d: %.0f tokens/s%n", p, best);
        }
        crew.close();
    }
}
