"""The shapes in which the same mails are found: which wrappers stand around them."""

import json

import envelopes
import gzipped
from letter import compact
from wrappers import (
    INSIGHTS_TIME, NODE, REQUEST, TIME, bus, by_event, columns, delivered, filtered,
    got_events, got_records, invocation, logged, packed, queried, queue_to_lambda, raw,
    received, record, sns, sns_spaced, stream_records, subscribed, text, together, with_words,
)

QUEUED = ["sqs", "sns", "notification"]
LINES = ["cloudwatch", "log-line", "lambda"]

# name: (events to documents, the chain of envelopes to expect, what to expect besides)
ALL = {
    "plain": (lambda events: list(events), ["pair"], {}),
    "sqs-lambda": (together(queue_to_lambda, sns_spaced), QUEUED, {}),
    "sqs-lambda-raw": (together(queue_to_lambda, raw), ["sqs", "notification"], {}),
    "sqs-receive": (together(received, sns), QUEUED, {}),
    "sqs-receive-raw": (together(received, raw), ["sqs", "notification"], {}),
    "sqs-dead-letter": (together(received, record), ["sqs", "lambda"], {}),
    "eventbridge": (
        by_event(lambda event: bus("Inbound mail", "corp.example", event)),
        ["eventbridge", "pair"],
        {},
    ),
    "eventbridge-failure": (
        by_event(
            lambda event: bus(
                "Lambda Function Invocation Result - Failure", "lambda", invocation(event)
            )
        ),
        ["eventbridge", "lambda-failure", "lambda"],
        {"marks": ["handler-failed"]},
    ),
    "failure": (
        by_event(invocation),
        ["lambda-failure", "lambda"],
        {"marks": ["handler-failed"]},
    ),
    "success": (
        by_event(lambda event: invocation(event, "Success")),
        ["lambda-destination", "lambda"],
        {},
    ),
    "subscription": (
        lambda events: [
            {"awslogs": {"data": gzipped.text(compact(subscribed(map(with_words, events))))}}
        ],
        ["subscription", *LINES],
        {},
    ),
    "subscription-decoded": (together(subscribed, with_words), LINES, {}),
    "kinesis-subscription": (
        lambda events: [
            stream_records([gzipped.text(compact(subscribed([with_words(event)])))])
            for event in events
        ],
        ["kinesis", *LINES],
        {},
    ),
    "kinesis": (
        together(stream_records, lambda event: packed(envelopes.notification(event))),
        ["kinesis", "notification"],
        {},
    ),
    "kinesis-get-records": (
        together(got_records, lambda event: packed(envelopes.notification(event))),
        ["kinesis", "notification"],
        {},
    ),
    "firehose": (
        together(delivered, lambda event: gzipped.text(compact(subscribed([with_words(event)])))),
        ["firehose", *LINES],
        {},
    ),
    "filter-log-events": (
        together(filtered, lambda event: record(event) + "\n"),
        ["cloudwatch", "lambda"],
        {},
    ),
    "filter-log-events-next": (
        lambda events: [filtered(map(with_words, events), nextToken="Bxkq6kVGFtq2y")],
        LINES,
        {"note": "this export is incomplete: it ends with a nextToken"},
    ),
    "get-log-events": (together(got_events, with_words), LINES, {}),
    "nested": (
        together(filtered, lambda event: NODE + text(queue_to_lambda([sns_spaced(event)])) + "\n"),
        ["cloudwatch", "log-line", *QUEUED],
        {},
    ),
    "insights": (
        lambda events: [
            queried(
                [
                    {"@timestamp": INSIGHTS_TIME, "@message": record(event), "@ptr": "C"}
                    for event in events
                ]
            )
        ],
        ["insights", "lambda"],
        {},
    ),
    "insights-running": (
        lambda events: [queried([{"@message": with_words(event)} for event in events], "Running")],
        ["insights", "log-line", "lambda"],
        {"note": "this query was still running: the result is partial"},
    ),
    "insights-columns": (
        together(queried, columns),
        ["insights", "pair"],
        {"marks": ["lossy"]},
    ),
    "insights-console": (
        lambda events: [
            [{"@timestamp": INSIGHTS_TIME, "@message": record(event)} for event in events]
        ],
        ["insights", "lambda"],
        {},
    ),
    "insights-console-object": (
        lambda events: [[{"@message": envelopes.record(event), "@ptr": "C"} for event in events]],
        ["insights", "lambda"],
        {},
    ),
    "insights-console-columns": (
        lambda events: [[columns(event, "ses.") for event in events]],
        ["insights", "pair"],
        {"marks": ["lossy"]},
    ),
    "log-record": (
        by_event(
            lambda event: {
                "logRecord": {"@message": record(event), **columns(event, "Records.0.ses.")}
            }
        ),
        ["insights", "lambda"],
        {},
    ),
    "log-record-columns": (
        by_event(lambda event: {"logRecord": columns(event, "")}),
        ["insights", "pair"],
        {"marks": ["lossy"]},
    ),
    "node-object": (
        by_event(lambda event: logged("INFO", envelopes.record(event))),
        ["logger", "lambda"],
        {},
    ),
    "node-text": (
        by_event(lambda event: logged("INFO", record(event))),
        ["logger", "lambda"],
        {},
    ),
    "node-words": (
        by_event(
            lambda event: logged(
                "INFO", "SES Notification:\n " + json.dumps(event, indent=2)
            )
        ),
        ["logger", "log-line", "pair"],
        {},
    ),
    "python-text": (
        by_event(lambda event: logged("INFO", f"Full payload {record(event)} done", logger="root")),
        ["logger", "log-line", "lambda"],
        {},
    ),
    "lambda-log": (
        by_event(
            lambda event: {"_logLevel": "info", "msg": "event", "event": envelopes.record(event)}
        ),
        ["logger", "lambda"],
        {},
    ),
    "powertools-typescript": (
        by_event(
            lambda event: {
                "level": "INFO",
                "message": "Lambda invocation event",
                "timestamp": TIME,
                "event": envelopes.record(event),
            }
        ),
        ["logger", "lambda"],
        {},
    ),
    "powertools-python": (
        by_event(
            lambda event: {
                "level": "INFO",
                "location": "app.handler:9",
                "message": envelopes.record(event),
                "timestamp": "2026-11-18 09:41:07,250+0000",
                "function_request_id": REQUEST,
            }
        ),
        ["logger", "lambda"],
        {},
    ),
    "forwarder": (
        by_event(
            lambda event: {"message": "Fetching mail", "level": "error", "event": record(event)}
        ),
        ["logger", "lambda"],
        {},
    ),
    "wrapper": (
        by_event(
            lambda event: {
                "app": {"name": "triage", "tags": ["a", {"b": None}]},
                "ctx": {"args": ["first", [{"input": {"record": event}}]]},
            }
        ),
        ["logger", "pair"],
        {},
    ),
    "cloudwatch-logger": (
        together(
            filtered,
            lambda event: text(logged("INFO", text(logged("INFO", envelopes.record(event)))))
            + "\n",
        ),
        ["cloudwatch", "logger", "lambda"],
        {},
    ),
}
