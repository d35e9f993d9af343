import CivilTime
import Documents
import Ledger
import Pages
import People

/// Records that a forum will meet, or met.
struct PlanMeeting: Sendable {
    var forum: String
    var schedule: Schedule

    /// Records it and gives the meeting's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        _ = try deciding.forum(forum)
        let id = deciding.newID()
        try deciding.record(
            MeetingPlanned(forum: forum, schedule: schedule), on: Meeting.self, id,
            day: min(schedule.day, deciding.today))
        return id
    }
}

/// Something that changes a meeting before it is held, or its papers.
struct ChangeMeeting: Sendable {
    enum Change: Sendable {
        case move(Schedule, reason: String)
        case cancel(reason: String)
        case invite(Invited)
        /// A new item of the agenda; its id is given here.
        case put(ItemPut)
        /// An item as it should stand; why.
        case correctItem(ItemPut, reason: String)
        case removeItem(String, reason: String)
        /// A paper: a file that came with a form, or a page of this site.
        case paper(title: ShortText, item: String?, Upload?, SitePath?, by: String)
        case removePaper(String, reason: String)
        case openPaper(String, by: String)
        case closePaper(String, reason: String)
    }

    var meeting: String
    var change: Change

    /// Records it and gives the meeting's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.meeting(meeting).meeting
        switch change {
        case .move(let schedule, let reason):
            try enter(MeetingMoved(schedule: schedule), reason, &deciding)
        case .cancel(let reason): try enter(MeetingCancelled(), reason, &deciding)
        case .invite(let invited): try invite(invited, held, &deciding)
        case .put(var put):
            put.item = deciding.newID()
            try enter(put, nil, &deciding)
        case .correctItem(let put, let reason):
            try deciding.correct(
                try entry(ofItem: put.item, in: held), to: put, on: Meeting.self, meeting,
                day: deciding.today, reason: reason)
        case .removeItem(let item, let reason):
            try deciding.withdrawWhole(try entry(ofItem: item, in: held), of: meeting, reason: reason)
        case .paper(let title, let item, let upload, let page, let account):
            if let item { _ = try entry(ofItem: item, in: held) }
            try add(title, item, upload, page, account, &deciding)
        default: try changePaper(held, &deciding)
        }
        return meeting
    }

    private func changePaper(_ held: Meeting, _ deciding: inout Deciding) throws {
        switch change {
        case .removePaper(let paper, let reason):
            try deciding.withdraw(
                try added(paper, in: held).entry, on: Meeting.self, meeting, reason: reason)
        case .openPaper(let paper, let account):
            if try added(paper, in: held).data.addedBy == account { throw MeetingsRefusal.ownPaper }
            if held.opening(of: paper) != nil { throw MeetingsRefusal.alreadyDone }
            try enter(PaperOpened(paper: paper, by: account), nil, &deciding)
        case .closePaper(let paper, let reason):
            guard let opening = held.opening(of: paper) else { throw MeetingsRefusal.alreadyDone }
            try deciding.withdraw(opening, on: Meeting.self, meeting, reason: reason)
        default: break
        }
    }

    private func enter(_ payload: some Payload, _ reason: String?, _ deciding: inout Deciding) throws {
        try deciding.record(payload, on: Meeting.self, meeting, day: deciding.today, reason: reason)
    }

    private func entry(ofItem item: String, in held: Meeting) throws -> String {
        guard let found = held.items.last(where: { $0.data.item == item }) else {
            throw MeetingsRefusal.unknownPart
        }
        return found.entry
    }

    private func added(_ paper: String, in held: Meeting) throws -> (entry: String, data: PaperAdded) {
        guard let found = held.papers.last(where: { $0.data.paper == paper }) else {
            throw MeetingsRefusal.unknownPart
        }
        return found
    }

    private func invite(_ invited: Invited, _ held: Meeting, _ deciding: inout Deciding) throws {
        let known = Set(try deciding.forum(held.forum).seats.map(\.id))
        guard known.isSuperset(of: invited.seats) else { throw MeetingsRefusal.unknownPart }
        try enter(invited, nil, &deciding)
    }

    private func add(
        _ title: ShortText, _ item: String?, _ upload: Upload?, _ page: SitePath?, _ account: String,
        _ deciding: inout Deciding
    ) throws {
        guard upload != nil || page != nil else { throw MeetingsRefusal.emptyPaper }
        let document = try upload.map { try Documents.file($0, title: title.text, &deciding) }
        try enter(
            PaperAdded(
                paper: deciding.newID(), item: item, title: title, document: document,
                page: document == nil ? page : nil, addedBy: account), nil, &deciding)
    }
}
