import CivilTime
import Ledger
import People

/// Opens the record of a forum, or describes one anew.
struct DescribeForum: Sendable {
    /// The forum that is described anew; nil for a new one.
    var forum: String?
    var described: ForumDescribed

    /// Records it and gives the forum's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try forum.map { try deciding.forum($0) }
        let id = forum ?? deciding.newID()
        let began = described.began ?? deciding.today
        if let ended = held?.ended, ended < began {
            throw MeetingsRefusal.endBeforeStart(from: began, to: ended)
        }
        let day = held == nil ? min(began, deciding.today) : deciding.today
        try deciding.record(described, on: Forum.self, id, day: day)
        return id
    }
}

/// Something that changes a forum.
struct ChangeForum: Sendable {
    enum Change: Sendable {
        case join(SeatTaken, chairs: Bool)
        /// What a seat is recorded as, put right; why.
        case correct(SeatTaken, reason: String)
        case leave(seat: String, to: Day)
        case chair(seat: String?, from: Day)
        case terms(TermsAgreed)
        case reports(ReportingSet)
        case endReport(reporting: String, to: Day)
        case outcome(OutcomeSet)
        case judge(OutcomeJudged, on: Day)
        case end(ForumEnded)
    }

    var forum: String
    var change: Change

    /// Records it and gives the forum's id.
    ///
    /// - Throws: ``MeetingsRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.forum(forum)
        switch change {
        case .join(let taken, let chairs): try join(taken, chairs: chairs, &deciding)
        case .correct(let taken, let reason): try correct(taken, reason, held, &deciding)
        case .leave(let seat, let to): try leave(seat, to, held, &deciding)
        case .chair(let seat, let from):
            if let seat { _ = try found(seat, in: held) }
            try enter(ChairNamed(seat: seat, from: from), from, &deciding)
        case .terms(let terms): try agree(terms, held, &deciding)
        case .reports(var set):
            set.reporting = deciding.newID()
            if set.to.forum == forum { throw MeetingsRefusal.itself }
            if let to = set.to.forum { _ = try deciding.forum(to) }
            try enter(set, deciding.today, &deciding)
        case .endReport(let reporting, let to):
            guard held.reports.contains(where: { $0.data.reporting == reporting }) else {
                throw MeetingsRefusal.unknownPart
            }
            try enter(ReportingEnded(reporting: reporting, to: to), to, &deciding)
        case .outcome(var set):
            set.outcome = deciding.newID()
            try enter(set, deciding.today, &deciding)
        case .judge(let judged, let on): try judge(judged, on, held, &deciding)
        case .end(let ended): try end(ended, held, &deciding)
        }
        return forum
    }

    private func enter(_ payload: some Payload, _ day: Day, _ deciding: inout Deciding) throws {
        try deciding.record(payload, on: Forum.self, forum, day: min(day, deciding.today))
    }

    private func found(_ seat: String, in held: Forum) throws -> Forum.Seat {
        guard let found = held.seats.last(where: { $0.id == seat }) else {
            throw MeetingsRefusal.unknownPart
        }
        return found
    }

    private func check(_ taken: SeatTaken) throws {
        if taken.person == nil, taken.post == nil { throw MeetingsRefusal.nobody }
        if let to = taken.to, to < taken.from {
            throw MeetingsRefusal.endBeforeStart(from: taken.from, to: to)
        }
    }

    private func join(_ taken: SeatTaken, chairs: Bool, _ deciding: inout Deciding) throws {
        try check(taken)
        var taken = taken
        taken.seat = deciding.newID()
        try enter(taken, taken.from, &deciding)
        if chairs { try enter(ChairNamed(seat: taken.seat, from: taken.from), taken.from, &deciding) }
    }

    private func correct(
        _ taken: SeatTaken, _ reason: String, _ held: Forum, _ deciding: inout Deciding
    ) throws {
        try check(taken)
        let seat = try found(taken.seat, in: held)
        try deciding.correct(
            seat.entry, to: taken, on: Forum.self, forum, day: min(taken.from, deciding.today),
            reason: reason)
    }

    private func leave(_ seat: String, _ to: Day, _ held: Forum, _ deciding: inout Deciding) throws {
        let seat = try found(seat, in: held)
        if to < seat.data.from { throw MeetingsRefusal.endBeforeStart(from: seat.data.from, to: to) }
        try enter(SeatLeft(seat: seat.id, to: to), to, &deciding)
    }

    /// A quorum that the members could never meet is refused, but not before there are members.
    private func agree(_ terms: TermsAgreed, _ held: Forum, _ deciding: inout Deciding) throws {
        let members = held.seats(on: terms.from).count
        if terms.quorum.atLeast < 1 { throw MeetingsRefusal.quorumOfNone }
        if members > 0, terms.quorum.atLeast > members {
            throw MeetingsRefusal.quorumTooLarge(asked: terms.quorum.atLeast, members: members)
        }
        try enter(terms, terms.from, &deciding)
    }

    private func judge(
        _ judged: OutcomeJudged, _ on: Day, _ held: Forum, _ deciding: inout Deciding
    ) throws {
        guard held.outcomes.contains(where: { $0.data.outcome == judged.outcome }) else {
            throw MeetingsRefusal.unknownPart
        }
        if on > deciding.today { throw MeetingsRefusal.notYet(on) }
        try enter(judged, on, &deciding)
    }

    private func end(_ ended: ForumEnded, _ held: Forum, _ deciding: inout Deciding) throws {
        if ended.to < held.firstDay {
            throw MeetingsRefusal.endBeforeStart(from: held.firstDay, to: ended.to)
        }
        if ended.successor == forum { throw MeetingsRefusal.itself }
        if let successor = ended.successor { _ = try deciding.forum(successor) }
        try enter(ended, ended.to, &deciding)
    }
}
