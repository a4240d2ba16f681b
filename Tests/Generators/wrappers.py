"""The further wrappings in which inbound mails lie in logs, one function a family.

Each takes events (dictionaries with `mail` and `receipt`) and gives documents, one after another.
"""

import base64
import json

import envelopes
import letter
from letter import compact

TIME = "2026-11-18T09:41:07.250Z"
MILLISECONDS = 1795081267250
INSIGHTS_TIME = "2026-11-18 09:41:07.250"
STREAM = "2026/11/18/[$LATEST]ab12cd34ef56"
REQUEST = "9c1b0007-77aa-4bcd-8e0f-0123456789ab"
NODE = f"{TIME}\t{REQUEST}\tINFO\t"
ARN = f"arn:aws:sqs:{letter.REGION}:{letter.ACCOUNT}:inbound"
FUNCTION = f"arn:aws:lambda:{letter.REGION}:{letter.ACCOUNT}:function:inbound-mail:$LATEST"


def text(document):
    return compact(document).decode()


def record(event):
    return text(envelopes.record(event))


def sns_spaced(event):
    """An SNS message as SNS itself writes it into queues: indented, a space before the colon."""
    message = envelopes.sns(envelopes.notification(event))
    return json.dumps(message, ensure_ascii=False, indent=2, separators=(",", " : "))


def queue_to_lambda(bodies):
    return {
        "Records": [
            {
                "messageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
                "receiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
                "body": body,
                "attributes": {"ApproximateReceiveCount": "1", "SentTimestamp": str(MILLISECONDS)},
                "messageAttributes": {},
                "md5OfBody": "098f6bcd4621d373cade4e832627b4f6",
                "eventSource": "aws:sqs",
                "eventSourceARN": ARN,
                "awsRegion": letter.REGION,
            }
            for body in bodies
        ]
    }


def received(bodies):
    """What `aws sqs receive-message` prints."""
    return {
        "Messages": [
            {
                "MessageId": "059f36b4-87a3-44ab-83d2-661975830a7d",
                "ReceiptHandle": "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
                "MD5OfBody": "098f6bcd4621d373cade4e832627b4f6",
                "Body": body,
            }
            for body in bodies
        ]
    }


def bus(kind, source, detail):
    return {
        "version": "0",
        "id": "17793124-05d4-b198-2fde-7ededc63b103",
        "detail-type": kind,
        "source": source,
        "account": letter.ACCOUNT,
        "time": "2026-11-18T09:41:07Z",
        "region": letter.REGION,
        "resources": [],
        "detail": detail,
    }


def invocation(event, condition="RetriesExhausted"):
    """What Lambda sends to a destination."""
    failed = condition != "Success"
    return {
        "version": "1.0",
        "timestamp": TIME,
        "requestContext": {
            "requestId": REQUEST,
            "functionArn": FUNCTION,
            "condition": condition,
            "approximateInvokeCount": 3 if failed else 1,
        },
        "requestPayload": envelopes.record(event),
        "responseContext": {
            "statusCode": 200,
            "executedVersion": "$LATEST",
            **({"functionError": "Unhandled"} if failed else {}),
        },
        "responsePayload": {"errorMessage": "no such bucket"} if failed else None,
    }


def log_events(messages):
    """The log events of a subscription payload."""
    return [
        {
            "id": f"3195310660696698337880902507980421114328961542429{n}",
            "timestamp": MILLISECONDS,
            "message": message,
        }
        for n, message in enumerate(messages)
    ]


def subscribed(messages):
    return {
        "messageType": "DATA_MESSAGE",
        "owner": letter.ACCOUNT,
        "logGroup": "/aws/lambda/inbound-mail",
        "logStream": STREAM,
        "subscriptionFilters": ["all"],
        "logEvents": log_events(messages),
    }


def stream_records(datas):
    """The event of a Lambda invocation by Kinesis."""
    return {
        "Records": [
            {
                "kinesis": {
                    "kinesisSchemaVersion": "1.0",
                    "partitionKey": "1",
                    "sequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                    "data": data,
                    "approximateArrivalTimestamp": 1795081267.25,
                },
                "eventSource": "aws:kinesis",
                "eventVersion": "1.0",
                "eventName": "aws:kinesis:record",
            }
            for data in datas
        ]
    }


def got_records(datas):
    """What `aws kinesis get-records` prints."""
    return {
        "Records": [
            {
                "SequenceNumber": "49590338271490256608559692538361571095921575989136588898",
                "ApproximateArrivalTimestamp": "2026-11-18T09:41:07.250000+00:00",
                "Data": data,
                "PartitionKey": "1",
            }
            for data in datas
        ],
        "NextShardIterator": "AAAAAAAAAAF",
        "MillisBehindLatest": 0,
    }


def delivered(datas):
    """What Firehose hands to a Lambda function that transforms it."""
    return {
        "invocationId": REQUEST,
        "deliveryStreamArn": f"arn:aws:firehose:{letter.REGION}:{letter.ACCOUNT}:deliverystream/x",
        "region": letter.REGION,
        "records": [
            {
                "recordId": "49578734086442259037497492980620233840400173390482112514000000",
                "approximateArrivalTimestamp": MILLISECONDS,
                "data": data,
            }
            for data in datas
        ],
    }


def filtered(messages, **more):
    """What `aws logs filter-log-events` prints."""
    return {
        "events": [
            {
                "logStreamName": STREAM,
                "timestamp": MILLISECONDS,
                "message": message,
                "ingestionTime": MILLISECONDS + 900,
                "eventId": "38786868571238976879698769876987",
            }
            for message in messages
        ],
        "searchedLogStreams": [],
        **more,
    }


def got_events(messages):
    """What `aws logs get-log-events` prints; its tokens are there at the end too."""
    return {
        "events": [
            {"timestamp": MILLISECONDS, "message": message, "ingestionTime": MILLISECONDS + 900}
            for message in messages
        ],
        "nextForwardToken": "f/38786868571238976879698769876987/s",
        "nextBackwardToken": "b/38786868571238976879698769876987/s",
    }


def queried(rows, status="Complete"):
    """What `aws logs get-query-results` prints; `rows` are dictionaries."""
    return {
        "results": [
            [{"field": name, "value": value} for name, value in row.items()] for row in rows
        ],
        "statistics": {"recordsMatched": 3.0, "recordsScanned": 9.0, "bytesScanned": 4096.0},
        "status": status,
    }


def columns(event, before="Records.0.ses."):
    """The fields of an event as Insights names them; truth values are 0 and 1."""
    found = {"@timestamp": INSIGHTS_TIME, "@ptr": "CmEKJgoiMTExMTIyMjIzMzMz"}
    waiting = [(before.rstrip("."), event)] if before else [("", event)]
    while waiting:
        path, value = waiting.pop(0)
        if isinstance(value, dict):
            waiting += [(f"{path}.{key}" if path else key, inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{path}.{n}", inner) for n, inner in enumerate(value)]
        elif isinstance(value, bool):
            found[path] = str(int(value))
        else:
            found[path] = str(value)
    return found


def packed(document):
    return base64.b64encode(compact(document) + b"\n").decode()


def by_event(wrap):
    return lambda events: [wrap(event) for event in events]


def together(wrap, inner):
    return lambda events: [wrap([inner(event) for event in events])]


def raw(event):
    return text(envelopes.notification(event))


def sns(event):
    return text(envelopes.sns(envelopes.notification(event)))


def logged(level, message, **more):
    """A line of the JSON log mode of Lambda."""
    return {"timestamp": TIME, "level": level, "requestId": REQUEST, "message": message, **more}


def with_words(event):
    return f"{NODE}Received event: {record(event)}\n"
