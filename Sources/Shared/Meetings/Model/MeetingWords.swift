import CivilTime
import Markup
import Pages
import People

/// What an item of an agenda is for.
enum ItemKind: String, Sendable, Codable, CaseIterable {
    case decision, discussion, information

    /// The kind in words.
    var words: String {
        switch self {
        case .decision: "For decision"
        case .discussion: "For discussion"
        case .information: "For information"
        }
    }
}

/// When and where a forum meets.
struct Schedule: Sendable, Codable, Hashable {
    /// The day.
    var day: Day
    /// Minutes after midnight in London, 0…1439; nil where no time is set.
    var minute: Int?
    /// The place; nil where none is set.
    var place: ShortText?
    /// Whether one can take part online.
    var isOnline = false

    /// The time in words, such as “10:00”.
    var time: String? { minute.map { "\(Digits.two($0 / 60)):\(Digits.two($0 % 60))" } }

    /// Day, time and place in words.
    var words: String {
        let places = [place?.text, isOnline ? "online" : nil].compactMap(\.self)
        let parts = [time.map { "at \($0)" }, places.isEmpty ? nil : places.joined(separator: " and ")]
        return ([day.written] + parts.compactMap(\.self)).joined(separator: ", ")
    }
}

/// Reads a time of day as people write it.
enum TimeOfDay {
    /// Minutes after midnight: “9:30”, “14.00”, “2pm”; nil where it is none.
    static func minute(_ text: String) -> Int? {
        guard let match = text.lowercased().wholeMatch(of: /([0-9]{1,2})([:.]([0-9]{2}))? ?(am|pm)?/),
            let hour = Int(match.output.1)
        else { return nil }
        let minute = match.output.3.flatMap { Int($0) }
        guard minute != nil || match.output.4 != nil, (minute ?? 0) < 60 else { return nil }
        guard let half = match.output.4 else { return hour < 24 ? hour * 60 + (minute ?? 0) : nil }
        guard (1...12).contains(hour) else { return nil }
        return (hour % 12 + (half == "pm" ? 12 : 0)) * 60 + (minute ?? 0)
    }
}

/// To whom something goes: another forum by its id, or a body outside by its name.
struct Addressee: Sendable, Codable, Hashable {
    /// The forum's id, where it is one of ours.
    var forum: String?
    /// Its name as it was when this was recorded.
    var name: String
}

/// Who has to do something: an account, or a post by its name.
struct Owner: Sendable, Codable, Hashable {
    /// The account's id; nil where it is a post alone.
    var account: String?
    /// The name or post, as pages show it.
    var name: String
}

/// A page of this site, as something recorded points to it.
struct SitePath: Sendable, Codable, Hashable {
    /// The address from its first slash on.
    let text: String

    /// Takes an address such as “/plans/pap/objectives/1”; nil where it is no page of this site.
    init?(_ text: String) {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), let target = try? RequestTarget(text),
            target.withoutSlash == nil
        else { return nil }
        self.text = Link(path: target.segments, query: target.query).text
    }

    /// Takes the link to a page; nil where it leads elsewhere.
    init?(_ link: Link) { self.init(link.text) }

    /// The link; made anew, so that it leads nowhere else.
    var link: Link? { (try? RequestTarget(text)).map { Link(path: $0.segments, query: $0.query) } }

    /// Reads a stored address.
    init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    /// Stores it as text.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// How an action ended.
enum Closing: String, Sendable, Codable, CaseIterable {
    case done, overtaken, passedOn

    /// The ending in words.
    var words: String {
        switch self {
        case .done: "Done"
        case .overtaken: "No longer needed"
        case .passedOn: "Passed on"
        }
    }
}
