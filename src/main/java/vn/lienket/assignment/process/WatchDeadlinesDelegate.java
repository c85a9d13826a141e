package vn.lienket.assignment.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.lienket.assignment.SlaWatch;

@Component
class WatchDeadlinesDelegate implements JavaDelegate {

    private final SlaWatch slaWatch;

    WatchDeadlinesDelegate(SlaWatch slaWatch) {
        this.slaWatch = slaWatch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        slaWatch.sweep();
    }
}
