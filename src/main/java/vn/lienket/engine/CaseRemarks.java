package vn.lienket.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.lienket.cases.TaskAct;
import vn.lienket.problem.ProblemException;

/** Stores the comments on tasks. A comment may also name a case, which the engine takes as it comes: it must be the task's own. */
class CaseRemarks extends CommentManager {

    /** Signs; all comments of a task are read at once. */
    private static final int LONGEST = 4_000;

    /** Puts it in the place of the engine's own. */
    static final SessionFactory FACTORY = new InPlaceOf(CommentManager.class, CaseRemarks::new);

    /**
     * Remarks on a task what the person who is signed in has just done to it. Not by way of the engine's API: that would fire the
     * events of the task once more.
     */
    static void add(TaskEntity task, String sentence) {
        add(task, CommentEntity.ACTION_ADD_COMMENT, Context.getCommandContext().getAuthenticatedUserId(), sentence);
    }

    /**
     * The same of what is done with a task beside its work.
     *
     * @param by user id, or null for the product
     */
    static void add(TaskEntity task, TaskAct act, String by, String sentence) {
        add(task, act.name(), by, sentence);
    }

    private static void add(TaskEntity task, String action, String by, String sentence) {
        CommandContext command = Context.getCommandContext();
        CommentEntity remark = new CommentEntity();
        remark.setUserId(by);
        remark.setType(CommentEntity.TYPE_COMMENT);
        remark.setTime(ClockUtil.getCurrentTime());
        remark.setTaskId(task.getId());
        remark.setProcessInstanceId(task.getProcessInstanceId());
        remark.setRootProcessInstanceId(
                task.getExecution() == null ? null : task.getExecution().getRootProcessInstanceId());
        remark.setAction(action);
        remark.setMessage(remark.toEventMessage(sentence));
        remark.setFullMessage(sentence);
        command.getCommentManager().insert(remark);
    }

    @Override
    public void insert(DbEntity remark) {
        if (remark instanceof CommentEntity written
                && written.getFullMessage() != null
                && written.getFullMessage().length() > LONGEST) {
            throw Refusals.asEngineException(
                    ProblemException.invalid("message", "Ý kiến dài quá %d ký tự.".formatted(LONGEST)));
        }
        if (remark instanceof CommentEntity comment
                && CommentEntity.TYPE_COMMENT.equals(comment.getType())
                && comment.getTaskId() != null
                && comment.getProcessInstanceId() != null
                && !comment.getProcessInstanceId().equals(caseOf(comment.getTaskId()))) {
            throw Refusals.asEngineException(
                    ProblemException.invalid("processInstanceId", "Ý kiến phải thuộc hồ sơ của chính công việc này."));
        }
        super.insert(remark);
    }

    private String caseOf(String taskId) {
        TaskEntity task = getTaskManager().findTaskById(taskId);
        return task == null ? null : task.getProcessInstanceId();
    }
}
