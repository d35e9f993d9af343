extension Law {
    private static func working(_ count: Int) -> Count { .workingDays(count, .englandAndWales) }
    private static func childrens(_ count: Int) -> Count { .workingDays(count, .childrensCare) }
    private static let code = "LGSCO Complaint Handling Code"
    private static let childrenAct = "SI 2006/1738"

    /// Section 13 of the reference: complaints.
    static let complaint: [Rule] = councilScheme + socialCareScheme + otherSchemes

    private static let councilScheme = [
        Rule(
            "K1.receipt", "Acknowledge the complaint", in: [.complaint], by: .complaintHandler,
            from: Pattern([.complaintReceived], [.council]), within: .within(working(5)), force: .guidance,
            metBy: [.complaintAcknowledged], code, .secondary, validFrom: .complaintCode),
        Rule(
            "K1", "Answer the complaint at stage 1", in: [.complaint], by: .complaintHandler,
            from: Pattern([.complaintAcknowledged], [.council]), within: .within(working(10)),
            force: .guidance, metBy: [.complaintAnswered], change: .upTo(working(20)), code, .secondary,
            validFrom: .complaintCode),
        Rule(
            "K2.receipt", "Acknowledge the request for stage 2", in: [.complaint], by: .complaintHandler,
            from: Pattern([.stageTwoAsked], [.council]), within: .within(working(5)), force: .guidance,
            metBy: [.stageTwoAcknowledged], code, .secondary, validFrom: .complaintCode),
        Rule(
            "K2", "Answer the complaint at stage 2", in: [.complaint], by: .complaintHandler,
            from: Pattern([.stageTwoAcknowledged], [.council]), within: .within(working(20)),
            force: .guidance, metBy: [.stageTwoAnswered], change: .upTo(working(40)), code, .secondary,
            validFrom: .complaintCode),
        Rule(
            "K3", "Bring the complaint to the ombudsman", in: [.complaint], by: .family, to: .ombudsman,
            from: Pattern([.causeKnown], [.council, .childrensCare]), within: .within(.months(12)),
            metBy: [.ombudsmanAsked],
            "Local Government Act 1974 s.26B", .secondary),
    ]

    private static let socialCareScheme = [
        Rule(
            "K4.bring", "Bring a complaint about children's social care", in: [.complaint], by: .family,
            to: .authority, from: Pattern([.causeKnown], [.childrensCare]), within: .within(.months(12)),
            metBy: Pattern([.complaintReceived], [.childrensCare]), childrenAct, .secondary),
        Rule(
            "K4", "Answer a complaint about children's social care at stage 1", in: [.complaint],
            by: .complaintHandler, from: Pattern([.complaintReceived], [.childrensCare]),
            within: .within(childrens(10)), metBy: [.complaintAnswered], change: .upTo(childrens(20)),
            childrenAct, .secondary),
        Rule(
            "K5", "Finish the stage 2 investigation", in: [.complaint], by: .complaintHandler,
            from: Pattern([.stageTwoAsked], [.childrensCare]), within: .within(childrens(25)),
            metBy: [.stageTwoAnswered], change: .upTo(childrens(65)), childrenAct, .secondary),
        Rule(
            "K6.ask", "Ask for a review panel", in: [.complaint], by: .family, to: .authority,
            from: Pattern([.stageTwoAnswered], [.childrensCare]), within: .within(childrens(20)),
            metBy: [.panelAsked], childrenAct, .secondary),
        Rule(
            "K6", "Hold the review panel", in: [.complaint], by: .complaintHandler, from: [.panelAsked],
            within: .within(childrens(30)), metBy: [.panelMet], childrenAct, .secondary),
        Rule(
            "K6.report", "Report what the panel found", in: [.complaint], by: .reviewPanel, from: [.panelMet],
            within: .within(childrens(5)), metBy: [.panelReported], childrenAct, .secondary),
        Rule(
            "K6.answer", "Answer the panel's report", in: [.complaint], by: .complaintHandler,
            from: [.panelReported], within: .within(childrens(15)), metBy: [.panelAnswered], childrenAct,
            .secondary),
    ]

    private static let otherSchemes = [
        Rule(
            "K7.bring", "Bring a complaint about the NHS or adult social care", in: [.complaint], by: .family,
            to: .complaintHandler, from: Pattern([.causeKnown], [.nhsOrAdultCare]),
            within: .within(.months(12)),
            metBy: Pattern([.complaintReceived], [.nhsOrAdultCare]), "SI 2009/309", .secondary),
        Rule(
            "K7.receipt", "Acknowledge the complaint to the NHS or adult social care", in: [.complaint],
            by: .complaintHandler, from: Pattern([.complaintReceived], [.nhsOrAdultCare]),
            within: .within(working(3)), metBy: [.complaintAcknowledged], "SI 2009/309", .secondary),
        Rule(
            "K7", "Answer the complaint, or explain in writing why not yet", in: [.complaint],
            by: .complaintHandler, from: Pattern([.complaintReceived], [.nhsOrAdultCare]),
            within: .within(.months(6)), metBy: [.complaintAnswered, .delayExplained], change: .anyDay,
            "SI 2009/309", .secondary),
        Rule(
            "K8", "Answer the complaint under the school's own policy", in: [.complaint],
            by: .complaintHandler, from: Pattern([.complaintReceived], [.school]), within: .promptly,
            force: .practice, metBy: [.complaintAnswered], change: .anyDay, "The school's policy", .general),
        Rule(
            "K9", "Answer the enquiry of an MP or councillor", in: [.complaint], by: .complaintHandler,
            from: Pattern([.complaintReceived], [.memberEnquiry]), within: .within(working(10)),
            force: .practice, metBy: [.complaintAnswered], change: .anyDay, "Local standard", .general),
    ]

    private static let gdpr = "UK GDPR art 12(3)"
    private static let clarification = Stops(
        by: [.clarificationAsked], until: [.clarificationReceived], holds: false)

    /// Section 14 of the reference: information rights. (I2 and I3 are in the change and the stops of I1.)
    static let information: [Rule] = [
        Rule(
            "I1", "Answer a request for access to one's own data", in: [.informationRequest],
            from: Pattern([.informationRequested], [.subjectAccess]),
            within: .within(.months(1), ending: .nextWorkingDay), metBy: [.informationGiven],
            endedBy: [.requestWithdrawn], stops: clarification, change: .toldInTime(.months(3)),
            "\(gdpr) (I2: two months more; I3: Data (Use and Access) Act 2025)", .secondary),
        Rule(
            "I4", "Answer a freedom of information request", in: [.informationRequest],
            from: Pattern([.informationRequested], [.freedomOfInformation]),
            within: .within(.workingDays(20, .unitedKingdom)), metBy: [.informationGiven],
            endedBy: [.requestWithdrawn], "FOIA 2000 s.10(1), (6)", .secondary),
        Rule(
            "I4.environmental", "Answer a request for environmental information", in: [.informationRequest],
            from: Pattern([.informationRequested], [.environmental]),
            within: .within(.workingDays(20, .unitedKingdom)), metBy: [.informationGiven],
            endedBy: [.requestWithdrawn], change: .toldInTime(.workingDays(40, .unitedKingdom)),
            "Environmental Information Regulations 2004 regs 5(2), 7(1)", .secondary),
        Rule(
            "I5", "Give the educational record", in: [.informationRequest], by: .setting,
            from: Pattern([.informationRequested], [.educationalRecord]), within: .within(.schoolDays(15)),
            metBy: [.informationGiven], endedBy: [.requestWithdrawn], "Pupil Information Regulations 2005",
            .general),
        Rule(
            "I6", "Report the breach to the Information Commissioner", in: [.informationRequest],
            to: .commissioner, from: [.breachKnown], within: .within(.hours(72)), metBy: [.breachReported],
            "UK GDPR art 33", .general),
    ]
}
