package zeroone.tensor;

import java.util.Locale;
import org.bytedeco.pytorch.global.torch;

/** Where tensors live and are computed: the CPU, or one CUDA GPU. */
public enum Device {
    CPU,
    CUDA;

    /**
     * The device of that name.
     *
     * @throws IllegalArgumentException if there is no such device, or this machine has none
     */
    public static Device named(String name) {
        Device device = switch (name.toLowerCase(Locale.ROOT)) {
            case "cpu" -> CPU;
            case "cuda" -> CUDA;
            default -> throw new IllegalArgumentException("device must be cpu or cuda: " + name);
        };
        if (device == CUDA && !torch.cuda_is_available()) {
            throw new IllegalArgumentException(
                    "device cuda was asked for, but this libtorch sees no CUDA GPU: it takes the build of libtorch for"
                            + " CUDA (-Dnative.extension=-gpu) and a machine that has one; or use device cpu");
        }
        return device;
    }

    org.bytedeco.pytorch.Device torchDevice() {
        return new org.bytedeco.pytorch.Device(this == CPU ? "cpu" : "cuda:0");
    }
}
