package vn.lienket.notification.process;

/** What {@code bpmn/notification/notification-delivery.bpmn} and the code share. */
final class NotificationModel {

    static final String PROCESS = "NotificationDeliveryProcess";
    static final String MESSAGE_ID = "messageId";

    /** As often as the model lets a delivery be tried. */
    static final int RETRIES = 5;

    private NotificationModel() {}
}
