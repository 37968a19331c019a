package zeroone.tensor;

import java.util.List;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.Type;

/** An operator of libtorch that has no Java binding, called through its dispatcher by name. */
final class Operator {
    private final OperatorHandle handle;

    Operator(String name, String overload) {
        handle = Dispatcher.singleton().findSchemaOrThrow(name, overload);
        handle.retainReference(); // lives as long as the class that holds it, whatever scope is open now
    }

    /** Calls it for its effect on its arguments. */
    void call(IValue... arguments) {
        handle.callBoxed(new IValueVector(arguments));
    }

    static IValue value(Tensor tensor) {
        return new IValue(tensor.torch);
    }

    static IValue list(List<Tensor> tensors) {
        GenericList list = new GenericList(new Type.TypePtr(TensorType.get()));
        for (Tensor tensor : tensors) {
            list.push_back(new IValue(tensor.torch));
        }
        return new IValue(list);
    }

    static IValue none() {
        return new IValue();
    }
}
