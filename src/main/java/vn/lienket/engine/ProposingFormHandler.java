package vn.lienket.engine;

import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.type.AbstractFormFieldType;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Proposes values anew each time the form of a task is opened, since what was proposed when the task came to be may be taken by now.
 * A model names it as the {@code formHandlerClass} of a task and gives the proposal as the default of a form field.
 */
public class ProposingFormHandler extends DefaultTaskFormHandler {

    // the default is the proposal itself, the value what was proposed when the task came to be
    @SuppressWarnings("deprecation")
    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormData form = super.createTaskForm(task);
        for (FormField field : form.getFormFields()) {
            if (field.getDefaultValue() != null && field instanceof FormFieldImpl proposed) {
                AbstractFormFieldType type = (AbstractFormFieldType) field.getType();
                proposed.setValue(type.convertToFormValue(
                        type.convertToModelValue(Variables.untypedValue(field.getDefaultValue()))));
            }
        }
        return form;
    }
}
