package zeroone.tensor;

import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products of one row with a block of 64 outputs of a matrix as oneDNN packs it on machines with vectors of 512
 * bits: pairs of inputs of one output are neighbours.
 *
 * <p>Sums are in oneDNN's order, which is that of the instruction it uses: of a pair, the second input is added first.
 */
sealed interface RowKernel permits SixteenBitRow, EightBitRow {
    /** Outputs that lie together. */
    int BLOCK = 64;

    ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    VectorSpecies<Integer> INTS = IntVector.SPECIES_512;

    /**
     * Sums over some pairs of inputs.
     *
     * @param block of outputs
     * @param x float32, two for each pair
     * @param sums [BLOCK], overwritten
     */
    void sum(int block, int firstPair, int endPair, float[] x, float[] sums);
}
