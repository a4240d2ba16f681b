import SESCore
import Testing

@Suite struct ActionDescriptionTests {
    @Test func `a stored mail is told by its place in S3`() {
        let told = describe(
            "S3", ["bucketName": "mail-in", "objectKeyPrefix": "in/", "objectKey": "in/k3v0"])
        #expect(told.sentence == "S3: stored as s3://mail-in/in/k3v0")
        #expect(told.remaining.map(\.name) == ["objectKeyPrefix"])
    }

    @Test func `a published mail is told by its topic and encoding`() {
        let topic: RawText = "arn:aws:sns:eu-west-1:111122223333:inbound"
        let told = describe("SNS", ["topicArn": topic, "encoding": "BASE64"])
        #expect(told.sentence == "SNS: published to topic inbound (BASE64)")
        #expect(told.remaining.map(\.value) == [topic])
    }

    @Test(
        arguments: zip(
            ["Event", "RequestResponse", "DryRun"] as [RawText],
            ["Event: asynchronous", "RequestResponse: synchronous", "DryRun"] as [RawText]))
    func `an invocation says whether SES waits`(type: RawText, words: RawText) {
        let told = describe(
            "Lambda",
            [
                "functionArn": "arn:aws:lambda:us-west-2:111122223333:function:Example:7",
                "invocationType": type,
            ])
        #expect(told.sentence.description == "Lambda: invoked function Example:7 (\(words))")
        #expect(told.remaining.map(\.name) == ["functionArn"])
    }

    @Test func `a bounce is told by its answer`() {
        let told = describe(
            "Bounce",
            [
                "smtpReplyCode": "550", "statusCode": "5.1.1", "message": "no such mailbox",
                "sender": "postmaster@corp.example",
            ])
        #expect(
            told.sentence
                == "Bounce: answered 550 5.1.1 \"no such mailbox\" from postmaster@corp.example")
        #expect(told.remaining.isEmpty)
    }

    @Test func `stop and WorkMail are told`() {
        #expect(
            describe("Stop", [:]).sentence == "Stop: no further rule of the rule set was looked at")
        #expect(
            describe(
                "WorkMail", ["organizationArn": "arn:aws:workmail:us-east-1:1:organization/m-9"]
            )
            .sentence == "WorkMail: handed to the WorkMail organization m-9")
    }

    @Test func `an action of tomorrow keeps its type and all its members`() {
        let told = describe("Connect", ["InstanceARN": "arn:x", "IAMRoleARN": "arn:y"])
        #expect(told.sentence == "Connect: a type of action that this version does not know")
        #expect(told.remaining.map(\.name) == ["InstanceARN", "IAMRoleARN"])
    }

    @Test func `members that a known action does not have are kept`() {
        let told = describe("S3", ["bucketName": "b", "objectKey": "k", "sealed": "yes"])
        #expect(told.remaining.map(\.name) == ["sealed"])
    }

    @Test func `missing members leave a shorter sentence and lose nothing`() {
        #expect(describe("Lambda", [:]).sentence == "Lambda: invoked function")
        #expect(describe("Bounce", [:]).sentence == "Bounce: answered")
        let half = describe("S3", ["bucketName": "b"])
        #expect(half.sentence == "S3: stored in S3")
        #expect(half.remaining.map(\.name) == ["bucketName"])
    }

    @Test func `a member that stands twice is told once and kept once`() {
        let told = describe("SNS", ["encoding": "UTF8", "encoding": "BASE64"])
        #expect(told.sentence == "SNS: published to topic (BASE64)")
        #expect(told.remaining.map(\.value) == ["UTF8"])
    }

    @Test func `an event without an action says so`() {
        #expect(ActionDescription(nil).sentence == "the event names no action")
        #expect(ActionDescription(ReceiptAction()).sentence == "an action without a type")
    }

    private func describe(
        _ type: RawText, _ members: KeyValuePairs<RawText, RawText>
    ) -> ActionDescription {
        var action = ReceiptAction()
        action.type = type
        action.members = members.map {
            ReceiptAction.Member(name: $0.key, value: $0.value, isText: true)
        }
        return ActionDescription(action)
    }
}
