package vn.lienket.notification.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienket.embedded.EmbeddedMailServer;
import vn.lienket.support.People;
import vn.lienket.support.ProcessCoverage;
import vn.lienket.support.ProcessTest;
import vn.lienket.support.SigningCases;

@ProcessTest
class NotificationDeliveryProcessTest {

    @RegisterExtension
    static final ProcessCoverage COVERAGE = ProcessCoverage.of(NotificationModel.PROCESS);

    @Autowired
    SigningCases cases;

    @Autowired
    People people;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    ManagementService managementService;

    @Autowired
    EmbeddedMailServer mailServer;

    @Autowired
    JdbcClient jdbc;

    private ProcessInstance delivery;

    /** Opening a case tells its officers of their task. */
    @BeforeEach
    void aMessageOfACase() {
        delivery = runtimeService
                .createProcessInstanceQuery()
                .processDefinitionKey(NotificationModel.PROCESS)
                .processInstanceBusinessKey(cases.open().code())
                .list()
                .get(0);
    }

    @AfterEach
    void theMailServerRuns() {
        mailServer.start();
    }

    @Test
    void deliversAMessageInAJobOfItsOwn() {
        assertThat(delivery).isWaitingAtExactly(NotificationModel.TASK_SEND);
        assertThat(delivery.getTenantId()).isEqualTo("binhduong-tayninh");
        assertThat(arrived()).isEmpty();

        send();

        assertThat(delivery)
                .isEnded()
                .hasPassed(
                        NotificationModel.START_MESSAGE_QUEUED,
                        NotificationModel.TASK_SEND,
                        NotificationModel.END_MESSAGE_SENT);
        assertThat(arrived()).singleElement().asString().endsWith("@binhduong.example");
    }

    @Test
    void aMessageThatCannotBeSentIsAnIncidentWhichAManagersRetryDelivers() {
        mailServer.stop();
        for (int attempt = 1; attempt <= 5; attempt++) {
            assertThat(runtimeService
                            .createIncidentQuery()
                            .processInstanceId(delivery.getId())
                            .count())
                    .as("incidents before attempt " + attempt)
                    .isZero();
            assertThatThrownBy(this::send).hasMessageContaining("Không gửi được thư");
        }
        assertThat(delivery)
                .isWaitingAtExactly(NotificationModel.TASK_SEND)
                .hasNotPassed(NotificationModel.END_MESSAGE_SENT);
        assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(delivery.getId())
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getIncidentMessage()).contains("Không gửi được thư"));
        assertThat(job().getRetries()).isZero();

        mailServer.start();
        people.does("binhduong.manager1", () -> managementService.setJobRetries(job().getId(), 1));
        send();

        assertThat(delivery).isEnded().hasPassed(NotificationModel.END_MESSAGE_SENT);
        assertThat(runtimeService
                        .createIncidentQuery()
                        .processInstanceId(delivery.getId())
                        .count())
                .isZero();
        assertThat(arrived()).hasSize(1);
    }

    @Test
    void itsHistoryIsKeptForALimitedTimeAlsoThatOfAFailure() {
        mailServer.stop();
        assertThatThrownBy(this::send).hasMessageContaining("Không gửi được thư");
        mailServer.start();
        assertThat(kept("act_hi_procinst", "proc_inst_id_")).containsExactly(true);

        send();

        assertThat(kept("act_hi_procinst", "proc_inst_id_")).containsExactly(false);
        assertThat(kept("act_hi_actinst", "proc_inst_id_")).hasSize(3).containsOnly(false);
        assertThat(kept("act_hi_varinst", "proc_inst_id_")).containsExactly(false);
        assertThat(kept("act_hi_job_log", "process_instance_id_")).isNotEmpty().containsOnly(false);
        assertThat(kept("act_ge_bytearray", "root_proc_inst_id_")).isNotEmpty().containsOnly(false);
    }

    /** As one is that the version before began, which left that to the end. */
    @Test
    void theHistoryOfADeliveryThatWasLongInComingIsLimitedAtItsEnd() {
        jdbc.sql("update act_hi_actinst set removal_time_ = null where proc_inst_id_ = ?")
                .param(delivery.getId())
                .update();
        jdbc.sql("update act_ru_job set create_time_ = create_time_ - interval '2 hours' where id_ = ?")
                .param(job().getId())
                .update();

        send();

        assertThat(kept("act_hi_actinst", "proc_inst_id_")).hasSize(3).containsOnly(false);
        assertThat(kept("act_hi_procinst", "proc_inst_id_")).containsExactly(false);
    }

    /** Of each row of the delivery, whether it is kept for ever. */
    private List<Boolean> kept(String table, String instance) {
        return jdbc.sql("select removal_time_ is null from %s where %s = ?".formatted(table, instance))
                .param(delivery.getId())
                .query(Boolean.class)
                .list();
    }

    private void send() {
        managementService.executeJob(job().getId());
    }

    private Job job() {
        return managementService
                .createJobQuery()
                .processInstanceId(delivery.getId())
                .singleResult();
    }

    /** Whom the message has reached. */
    private List<String> arrived() {
        return jdbc.sql("""
                        select mail.recipient from lienket.mailbox_message mail
                        join act_hi_varinst message on mail.message_id like '<' || message.text_ || '@%'
                        where message.name_ = ? and message.proc_inst_id_ = ?""")
                .params(NotificationModel.MESSAGE_ID, delivery.getId())
                .query(String.class)
                .list();
    }
}
