package vn.lienket.engine;

import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializerFactory;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Refuses transient variables in whatever a person does. They leave no history, where {@link CaseVariableGuard} would see them, and
 * nobody could tell afterwards what a step was decided on. It sits at the choice of the serializer because every variable passes it,
 * transient ones too, from whatever command and into whatever scope.
 */
class LastingVariables implements VariableSerializers {

    private final VariableSerializers serializers;
    private final IdentityService identityService;

    LastingVariables(VariableSerializers serializers, IdentityService identityService) {
        this.serializers = serializers;
        this.identityService = identityService;
    }

    @Override
    public TypedValueSerializer<?> findSerializerForValue(TypedValue value, VariableSerializerFactory fallback) {
        requireLasting(value);
        return serializers.findSerializerForValue(value, fallback);
    }

    @Override
    public TypedValueSerializer<?> findSerializerForValue(TypedValue value) {
        requireLasting(value);
        return serializers.findSerializerForValue(value);
    }

    /** The one transient variable that a person's step may bring about: what a decision table has answered, which no caller can send. */
    private void requireLasting(TypedValue value) {
        if (value != null && value.isTransient() && !isDecision(value)) {
            Authentication person = identityService.getCurrentAuthentication();
            if (person != null && person.getUserId() != null) {
                throw Refusals.asEngineException(Refusals.ofTransient("variables"));
            }
        }
    }

    private static boolean isDecision(TypedValue value) {
        return value instanceof UntypedValueImpl && value.getValue() instanceof DmnDecisionResult;
    }

    @Override
    public TypedValueSerializer<?> getSerializerByName(String serializerName) {
        return serializers.getSerializerByName(serializerName);
    }

    @Override
    public VariableSerializers addSerializer(TypedValueSerializer<?> serializer) {
        serializers.addSerializer(serializer);
        return this;
    }

    @Override
    public VariableSerializers addSerializer(TypedValueSerializer<?> serializer, int index) {
        serializers.addSerializer(serializer, index);
        return this;
    }

    @Override
    public VariableSerializers removeSerializer(TypedValueSerializer<?> serializer) {
        serializers.removeSerializer(serializer);
        return this;
    }

    @Override
    public int getSerializerIndex(TypedValueSerializer<?> serializer) {
        return serializers.getSerializerIndex(serializer);
    }

    @Override
    public int getSerializerIndexByName(String serializerName) {
        return serializers.getSerializerIndexByName(serializerName);
    }

    @Override
    public VariableSerializers join(VariableSerializers other) {
        return new LastingVariables(serializers.join(other), identityService);
    }

    @Override
    public List<TypedValueSerializer<?>> getSerializers() {
        return serializers.getSerializers();
    }
}
