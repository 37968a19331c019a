package zeroone.tensor;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.global.torch;

/** Process-wide settings and figures of libtorch. */
public final class NativeLibrary {
    private NativeLibrary() {}

    /** Sets how many threads one operation may use; call it once, before the first operation. */
    public static void useThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be positive: " + threads);
        }
        torch.set_num_threads(threads);
    }

    public static int threads() {
        return torch.get_num_threads();
    }

    /** Native objects that are alive: after a step it must be what it was before the step. */
    public static long liveObjects() {
        return Pointer.totalCount();
    }

    /** Resident memory of this process in bytes. */
    public static long residentBytes() {
        return Pointer.physicalBytes();
    }

    /** Waits until the device has done what was asked of it, so that a clock can be read. */
    public static void synchronize(Device device) {
        if (device == Device.CUDA) {
            torch.cuda_synchronize();
        }
    }
}
