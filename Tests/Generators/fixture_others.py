"""Documents that sit in the same logs and are no inbound mail, by kind."""

import envelopes
import wrappers
import small
from letter import REGION, compact

GONE = "gone@customer.example"
SENT = {
    "timestamp": "2026-11-18T09:41:07.250Z",
    "source": "orders@corp.example",
    "sourceIp": "192.0.2.80",
    "sourceArn": f"arn:aws:ses:{REGION}:111122223333:identity/corp.example",
    "sendingAccountId": "111122223333",
    "messageId": "0102019a8f00c0de-5e5e5e5e-1234-4abc-9def-001122334455-000000",
    "destination": [GONE],
}


def _feedback(kind, **details):
    return {
        "notificationType": kind,
        kind.lower(): {"timestamp": SENT["timestamp"], **details},
        "mail": SENT,
    }


def _published(kind, key, **details):
    return {
        "eventType": kind,
        key: details,
        "mail": {**SENT, "tags": {"ses:operation": ["SendEmail"]}},
    }


def _mail_manager(point, **members):
    return {
        "resource_arn": f"arn:aws:ses:{REGION}:111122223333:mailmanager-{point}",
        "event_timestamp": 1795081267250,
        **members,
    }


def documents():
    """Each document with its kind."""
    bounce = _feedback(
        "Bounce",
        bounceType="Permanent",
        bouncedRecipients=[{"emailAddress": GONE, "status": "5.1.1"}],
    )
    yield bounce, "sending"
    yield _feedback(
        "Complaint", complainedRecipients=[{"emailAddress": GONE}], complaintFeedbackType="abuse"
    ), "sending"
    yield _feedback(
        "Delivery", processingTimeMillis=812, recipients=[GONE], smtpResponse="250 2.6.0 accepted"
    ), "sending"
    for kind, key in [
        ("Send", "send"),
        ("Delivery", "delivery"),
        ("Bounce", "bounce"),
        ("Complaint", "complaint"),
        ("Reject", "reject"),
        ("Open", "open"),
        ("Click", "click"),
        ("Rendering Failure", "failure"),
        ("DeliveryDelay", "deliveryDelay"),
        ("Subscription", "subscription"),
    ]:
        yield _published(kind, key, timestamp=SENT["timestamp"]), "sending"
    yield envelopes.sns(
        compact(bounce).decode() + "\n", subject="Amazon SES Email Event Notification"
    ), "sending"
    yield {
        "version": "0",
        "id": "1",
        "detail-type": "Email Bounced",
        "source": "aws.ses",
        "account": "111122223333",
        "time": "2026-11-18T09:41:07Z",
        "region": REGION,
        "resources": [],
        "detail": _published("Bounce", "bounce"),
    }, "sending"
    yield {
        "Records": [
            {
                "eventVersion": "2.1",
                "eventSource": "aws:s3",
                "eventName": "ObjectCreated:Put",
                "s3": {
                    "bucket": {"name": "mail"},
                    "object": {"key": "inbound/k3v0", "size": 18211},
                },
            }
        ]
    }, "s3-event"
    yield wrappers.bus("Object Created", "aws.s3", {"bucket": {"name": "mail"}}), "s3-event"
    control = {
        "MessageId": "165545c9-2a5c-472c-8df2-7ff2be2b3b1b",
        "Token": "2336412f37",
        "TopicArn": envelopes.TOPIC,
        "Message": "You have chosen to subscribe to the topic.",
        "Timestamp": SENT["timestamp"],
    }
    yield {
        "Type": "SubscriptionConfirmation",
        **control,
        "SubscribeURL": "https://sns.example/confirm",
    }, "sns-control"
    yield {
        "Type": "UnsubscribeConfirmation",
        **control,
        "SubscribeURL": "https://sns.example/confirm",
    }, "sns-control"
    yield envelopes.sns(
        "Successfully validated SNS topic for Amazon SES event publishing."
    ), "sns-control"
    yield {
        "messageType": "CONTROL_MESSAGE",
        "owner": "CloudwatchLogs",
        "logGroup": "",
        "logStream": "",
        "subscriptionFilters": [],
        "logEvents": [
            {
                "id": "",
                "timestamp": 1795081267250,
                "message": "CWL CONTROL MESSAGE: Checking health of destination.",
            }
        ],
    }, "cloudwatch-control"
    yield _mail_manager(
        "ingress-point/inp-1",
        ingress_point_type="OPEN",
        ingress_point_name="in",
        message_id="0000abc",
        message_size_bytes=18211,
        sender_ip_address="198.51.100.7",
        smtp_mail_from="a@b.example",
        recipients=["x@corp.example"],
    ), "mail-manager"
    yield _mail_manager(
        "ingress-point/inp-1",
        ingress_point_session_id="s-1",
        traffic_policy_verdict="REJECT",
        traffic_policy_evaluation=[],
        recipient="x@corp.example",
    ), "mail-manager"
    yield _mail_manager(
        "rule-set/rs-1",
        message_id="0000abc",
        rule_set_name="main",
        rule_name="spam",
        rule_index=1,
        recipients_matched=["x@corp.example"],
        action_metadata={"action_name": "DROP", "action_status": "SUCCESS"},
    ), "mail-manager"
    for kind in ("initStart", "start", "runtimeDone", "report"):
        yield {
            "time": "2026-11-18T09:41:07.250Z",
            "type": f"platform.{kind}",
            "record": {"requestId": "9c1b0007"},
        }, "platform"
    yield {
        "level": "INFO",
        "message": "nothing to see",
        "timestamp": "2026-11-18T09:41:07Z",
    }, "json"
    yield {"mail": "a word that is no mail object"}, "json"
    yield {}, "json"


TEXT = [
    b"INIT_START Runtime Version: nodejs:22.v9\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:abc",
    b"START RequestId: 9c1b0007-77aa-4bcd-8e0f-0123456789ab Version: $LATEST",
    b"END RequestId: 9c1b0007-77aa-4bcd-8e0f-0123456789ab",
    b"REPORT RequestId: 9c1b0007-77aa-4bcd-8e0f-0123456789ab\tDuration: 12.31 ms\tBilled Duration: 13 ms\tMemory Size: 128 MB",
    b"2026-11-18T09:41:07.250Z 9c1b0007-77aa-4bcd-8e0f-0123456789ab Task timed out after 3.00 seconds",
    "Grüße aus dem Handler".encode(),
]


def files():
    lines, kinds, events = [], {"logText": len(TEXT)}, []
    for document, kind in documents():
        lines.append(compact(document))
        kinds[kind] = kinds.get(kind, 0) + 1
    setup = small.event("AMAZON_SES_SETUP_NOTIFICATION", "Amazon SES Setup Notification")
    lines.append(compact(envelopes.notification(setup)))
    events.append(
        small.expected(
            "AMAZON_SES_SETUP_NOTIFICATION", "Amazon SES Setup Notification", ["notification"]
        )
    )
    lines += TEXT
    yield (
        "Other/others.ndjson",
        b"".join(line + b"\n" for line in lines),
        {"events": events, "otherDocuments": dict(sorted(kinds.items())), "brokenRegions": 0},
    )
    yield "Other/empty.json", b"", {"events": [], "otherDocuments": {}, "brokenRegions": 0}
    yield "Other/blank.json", b" \r\n\t\n\n", {
        "events": [],
        "otherDocuments": {},
        "brokenRegions": 0,
    }
