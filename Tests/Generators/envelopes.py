"""The wrappings in which an inbound mail's `mail` and `receipt` appear in logs.

Each takes events (dictionaries with `mail` and `receipt`) and gives documents.
"""

import base64

import letter

TOPIC = f"arn:aws:sns:{letter.REGION}:{letter.ACCOUNT}:inbound"


def element(event):
    return {"eventSource": "aws:ses", "eventVersion": "1.0", "ses": event}


def record(*events):
    """The event of a Lambda invocation."""
    return {"Records": [element(event) for event in events]}


def notification(event, content=None):
    """The body of an SNS message, `content` the raw mail."""
    body = {"notificationType": "Received", **event}
    return {**body, "content": content} if content is not None else body


def sns(
    body,
    time="2026-11-18T09:41:07.250Z",
    subject="Amazon SES Email Receipt Notification",
    spelling="URL",
):
    """An SNS message; HTTP spells `SigningCertURL`, Lambda `SigningCertUrl`."""
    host = f"https://sns.{letter.REGION}.amazonaws.com"
    text = body if isinstance(body, str) else letter.compact(body, ascii_only=True).decode()
    return {
        "Type": "Notification",
        "MessageId": "5f3d2c1b-0a99-5e88-8d77-6c66b55a4433",
        "TopicArn": TOPIC,
        "Subject": subject,
        "Message": text,
        "Timestamp": time,
        "SignatureVersion": "1",
        "Signature": base64.b64encode(b"not a signature, only a sample").decode(),
        f"SigningCert{spelling}": f"{host}/SimpleNotificationService-sample.pem",
        f"Unsubscribe{spelling}": f"{host}/?Action=Unsubscribe&SubscriptionArn={TOPIC}:sample",
    }


def sns_to_lambda(*bodies):
    """The event of a Lambda invocation by SNS."""
    return {
        "Records": [
            {
                "EventSource": "aws:sns",
                "EventVersion": "1.0",
                "EventSubscriptionArn": f"{TOPIC}:sample",
                "Sns": {**sns(body, spelling="Url"), "MessageAttributes": {}},
            }
            for body in bodies
        ]
    }


def raw_mail(event):
    """A mail for `content`; SES hands it over in plain text or in base64."""
    headers = "".join(
        f"{field['name']}: {field['value']}\r\n" for field in event["mail"]["headers"]
    )
    return headers + '\r\nHello,\r\nthis line holds a brace { and a "quote".\r\n'


def base64_mail(event):
    return base64.b64encode(raw_mail(event).encode()).decode()


# name: (events to documents, the chain of envelopes to expect)
ALL = {
    "lambda-1": (lambda events: [record(event) for event in events], ["lambda"]),
    "lambda-3": (lambda events: [record(*events[:3]), record(*events[3:])], ["lambda"]),
    "element": (lambda events: [element(event) for event in events], ["lambda"]),
    "sns-url": (
        lambda events: [sns(notification(event)) for event in events],
        ["sns", "notification"],
    ),
    "sns-lambda-spelling": (
        lambda events: [sns(notification(event), spelling="Url") for event in events],
        ["sns", "notification"],
    ),
    "sns-spaced": (
        lambda events: [sns(notification(event)) for event in events],
        ["sns", "notification"],
    ),
    "sns-to-lambda": (
        lambda events: [sns_to_lambda(notification(event)) for event in events],
        ["lambda", "sns", "notification"],
    ),
    "notification": (lambda events: [notification(event) for event in events], ["notification"]),
    "notification-utf8": (
        lambda events: [notification(event, raw_mail(event)) for event in events],
        ["notification"],
    ),
    "notification-base64": (
        lambda events: [notification(event, base64_mail(event)) for event in events],
        ["notification"],
    ),
    "pair": (lambda events: list(events), ["pair"]),
    "receipt": (
        lambda events: [
            {"receipt": event["receipt"], "content": raw_mail(event)} for event in events
        ],
        ["receipt"],
    ),
    "mail": (lambda events: [{"mail": event["mail"]} for event in events], ["mail"]),
}
