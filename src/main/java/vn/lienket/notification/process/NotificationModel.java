package vn.lienket.notification.process;

/** What {@code bpmn/notification/notification-delivery.bpmn} and the code share. */
public final class NotificationModel {

    public static final String PROCESS = "NotificationDeliveryProcess";
    public static final String START_MESSAGE_QUEUED = "StartEvent_MessageQueued";
    public static final String TASK_SEND = "Task_SendMessage";
    public static final String END_MESSAGE_SENT = "EndEvent_MessageSent";

    static final String MESSAGE_ID = "messageId";

    /** As often as the model lets a delivery be tried. */
    static final int RETRIES = 5;

    private NotificationModel() {}
}
