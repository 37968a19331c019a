/** The only place that touches libtorch: tensors with an owner, layers, optimisers, devices. */
@NullMarked
package zeroone.tensor;

import org.jspecify.annotations.NullMarked;
