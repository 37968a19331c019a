package zeroone.server.inference;

import java.util.List;
import java.util.Optional;
import zeroone.server.auth.Caller;
import zeroone.server.http.ApiException;
import zeroone.server.http.Quoted;

/** The models that are served; the first one answers where a request names none. */
public record Models(List<ServedModel> all) {
    public Models {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is no model to serve");
        }
        if (all.stream().map(ServedModel::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two models have one name: "
                    + all.stream().map(ServedModel::name).toList());
        }
    }

    /** Those that the caller may use. */
    public List<ServedModel> of(Caller caller) {
        return all.stream().filter(model -> caller.mayUse(model.name())).toList();
    }

    /**
     * @throws ApiException if there is no such model, or it is not for this caller: nobody learns which
     */
    public ServedModel named(String name, Caller caller) {
        return of(caller).stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.refused(
                        404,
                        "model_not_found",
                        "there is no model '" + Quoted.of(name) + "' for this key; see GET /v1/models"));
    }

    /** The named model, or the first that the caller may use. */
    public ServedModel choose(Optional<String> name, Caller caller) {
        return named(
                name.or(() -> of(caller).stream().findFirst().map(ServedModel::name))
                        .orElse(""),
                caller);
    }
}
