package vn.lienket.engine;

import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.CommentManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import vn.lienket.problem.ProblemException;

/** Stores the comments on tasks. A comment may also name a case, which the engine takes as it comes: it must be the task's own. */
class CaseRemarks extends CommentManager {

    /** Puts it in the place of the engine's own. */
    static final SessionFactory FACTORY = new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
            return CommentManager.class;
        }

        @Override
        public Session openSession() {
            return new CaseRemarks();
        }
    };

    @Override
    public void insert(DbEntity remark) {
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
