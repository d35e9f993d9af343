/// What has to be there for a meeting to decide: so many members, and one of each constituency named.
struct Quorum: Sendable, Codable, Hashable {
    /// The fewest members; 1 or more.
    var atLeast: Int
    /// The constituencies of which one member at least has to be there.
    var oneOfEach: [Constituency]
    /// Whether a deputy counts for the member.
    var countsDeputies = true

    /// What attendance makes of it; only who holds a seat counts, each seat once.
    func quoracy(of attending: [Attendee]) -> Quoracy {
        let counted = attending.filter { attendee in
            attendee.seat != nil
                && (attendee.presence == .present || countsDeputies && attendee.presence == .deputy)
        }
        let there = Set(counted.compactMap(\.constituency))
        return Quoracy(
            counted: Set(counted.compactMap(\.seat)).count, atLeast: atLeast,
            missing: oneOfEach.filter { !there.contains($0) })
    }

    /// The rule in words.
    var words: String {
        let number = atLeast == 1 ? "1 member" : "\(atLeast) members"
        let each = oneOfEach.isEmpty ? "" : ", with one of each: " + Words.list(oneOfEach.map(\.words))
        return "At least \(number)\(each). \(countsDeputies ? "Deputies count." : "Deputies do not count.")"
    }
}

/// Whether a meeting had its quorum, and why.
struct Quoracy: Sendable, Hashable {
    /// How many members were counted.
    let counted: Int
    /// How many were needed.
    let atLeast: Int
    /// The constituencies that had to be there and were not.
    let missing: [Constituency]

    /// Whether it had.
    var isQuorate: Bool { counted >= atLeast && missing.isEmpty }

    /// The reason in words.
    var reason: String {
        let number = counted == 1 ? "1 member was counted" : "\(counted) members were counted"
        let first = "\(number), at least \(atLeast) \(atLeast == 1 ? "is" : "are") needed."
        return missing.isEmpty ? first : first + " Nobody was there for: \(Words.list(missing.map(\.words)))."
    }
}

/// How somebody stands on the register of a meeting.
enum Presence: String, Sendable, Codable, CaseIterable {
    case present, deputy, apologies, absent

    /// The presence in words.
    var words: String {
        switch self {
        case .present: "Present"
        case .deputy: "Sent a deputy"
        case .apologies: "Apologies"
        case .absent: "Did not come"
        }
    }
}

/// One line of a register.
struct Attendee: Sendable, Codable, Hashable {
    /// The seat in the forum; nil for somebody who is no member, who attends and is not counted.
    var seat: String?
    /// What the register calls them.
    var name: String
    /// For whom a member sits, as it stood on the day.
    var constituency: Constituency?
    /// How they stand.
    var presence: Presence
    /// Who came for them.
    var deputy: String?
}

/// Small helps with words.
enum Words {
    /// “a, b and c”.
    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// “1 day”, “3 days”.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 \(one)" : "\(number) \(many)"
    }
}
