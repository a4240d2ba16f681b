#!/usr/bin/env python3
"""Write the sample log: some 200 made-up mails of a week, as a Lambda function's log shows them.

    make_sample.py > Samples/inbound.ndjson

The bytes are the same on every machine.
"""

import random
import sys
from datetime import datetime, timedelta, timezone

import letter
import sample_specials
import sample_stories
from envelopes import notification, record, sns

FIRST = datetime(2026, 11, 16, 6, 4, 11, tzinfo=timezone.utc)
SEED = 85


def times(count, rng):
    """Moments of a week, denser by day than by night."""
    moment = FIRST
    for _ in range(count):
        longest = 5_400_000 if 7 <= moment.hour <= 18 else 50_000_000  # milliseconds
        moment += timedelta(milliseconds=int(longest * rng.random() * rng.random()) + 900)
        yield moment


def dated():
    """Every letter with its time: stories mix, the letters of one story stay in order.

    A tuple in a story is one mail that several rules reported: one time, and so one id.
    """
    rng = random.Random(SEED)
    stories = [*sample_stories.letters(), *sample_specials.letters()]
    slots = [story for story in stories for _ in story]
    order = sorted(range(len(slots)), key=lambda _: rng.random())
    waiting = {id(story): iter(story) for story in stories}
    for moment, place in zip(times(len(slots), rng), order):
        mails = next(waiting[id(slots[place])])
        for mail in mails if isinstance(mails, tuple) else (mails,):
            mail.time = moment
            yield mail


def content(mail, event):
    """The raw mail that an SNS action hands over, for a mail small enough to read."""
    headers = "".join(
        f"{field['name']}: {field['value']}\r\n" for field in event["mail"]["headers"]
    )
    return (
        headers
        + f"\r\nHello,\r\n\r\nthis is about: {letter.encoded(mail.subject)}\r\n\r\n-- \r\n{mail.address}\r\n"
    )


def lines():
    """The log's lines, as bytes without line feed."""
    for number, mail in enumerate(dated()):
        event = letter.event(mail)
        if mail.address.startswith("door@"):  # a handler that logs event.Records[0].ses
            yield letter.compact(event)
        elif mail.action["type"] == "SNS" and number % 3:
            yield letter.compact(
                sns(notification(event, content(mail, event)), letter.stamp(mail.time))
            )
        elif mail.action["type"] == "SNS":
            yield letter.compact(notification(event, content(mail, event)))
        elif number % 40 == 7:  # a node handler and its platform lines
            request = f"9c1b{number:04d}-77aa-4bcd-8e0f-0123456789ab"
            yield f"START RequestId: {request} Version: $LATEST".encode()
            yield f"{letter.stamp(mail.time)}\t{request}\tINFO\t".encode() + letter.compact(
                record(event)
            )
            yield f"END RequestId: {request}".encode()
            yield (
                f"REPORT RequestId: {request}\tDuration: 12.31 ms\tBilled Duration: 13 ms\t"
                "Memory Size: 128 MB\tMax Memory Used: 71 MB"
            ).encode()
        else:
            yield letter.compact(record(event), ascii_only=number % 2 == 0)
        if number == 60:
            yield letter.compact(
                sns(
                    bounce(mail.time),
                    letter.stamp(mail.time),
                    "Amazon SES Email Event Notification",
                )
            )
        if number == 90:
            yield letter.compact(s3_event(mail))
        if number == 120:
            yield letter.compact(record(event))[:1500]
        if number == 150:
            yield letter.compact(setup(mail.time))
        if number == 170:
            yield letter.compact(old())


def bounce(time):
    return {
        "notificationType": "Bounce",
        "bounce": {
            "bounceType": "Permanent",
            "bounceSubType": "General",
            "timestamp": letter.stamp(time),
            "bouncedRecipients": [
                {"emailAddress": "gone@customer.example", "status": "5.1.1", "action": "failed"}
            ],
        },
        "mail": {
            "timestamp": letter.stamp(time),
            "source": "orders@corp.example",
            "sourceIp": "192.0.2.80",
            "messageId": "0102019a8f00c0de-5e5e5e5e-1234-4abc-9def-001122334455-000000",
            "destination": ["gone@customer.example"],
        },
    }


def s3_event(mail):
    return {
        "Records": [
            {
                "eventVersion": "2.1",
                "eventSource": "aws:s3",
                "awsRegion": letter.REGION,
                "eventName": "ObjectCreated:Put",
                "eventTime": letter.stamp(mail.time),
                "s3": {
                    "bucket": {"name": "corp-inbound-mail"},
                    "object": {"key": f"inbound/{mail.id}", "size": 18211},
                },
            }
        ]
    }


def setup(time):
    """The test message that SES sends when a rule with a topic is made."""
    mail = letter.Letter(
        subject="Amazon SES Setup Notification",
        address="no-reply@amazonses.example",
        name="Amazon Web Services",
        to=("recipient@example.com",),
        time=time,
        ip="192.0.2.53",
        action=sample_stories.S3,
    )
    event = letter.event(mail)
    event["mail"]["messageId"] = "AMAZON_SES_SETUP_NOTIFICATION"
    event["receipt"]["action"]["objectKey"] = "inbound/AMAZON_SES_SETUP_NOTIFICATION"
    return notification(event)


def old():
    """An event of the years before DMARC verdicts, replayed from an archive."""
    return record(
        letter.event(
            letter.Letter(
                subject="Welcome to the new office",
                address="facility@building.example",
                name="Facility",
                verdicts="PPPG_",
                time=datetime(2016, 5, 3, 7, 30, 12, 415000, tzinfo=timezone.utc),
                ip="192.0.2.10",
                to=("all@corp.example",),
            )
        )
    )


def main():
    for line in lines():
        sys.stdout.buffer.write(line + b"\n")


if __name__ == "__main__":
    main()
