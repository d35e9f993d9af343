public import CivilTime

/// The smallest thing two people would edit at the same time: its kind and its random id.
public struct SubjectID: Sendable, Hashable, Codable {
    /// The subject's kind, as the room declares it.
    public let kind: String
    /// The subject's random id.
    public let id: String

    /// Names a subject.
    public init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }
}

/// By which way a command came.
public enum Channel: String, Sendable, Codable, CaseIterable {
    /// A page of the web application.
    case web
    /// A command at the terminal.
    case command
    /// The program itself: reference data put into force, initial settings.
    case program
}

/// Who recorded something, in which role, for whom and by which way.
public struct Author: Sendable, Hashable, Codable {
    /// The account's subject id; nil only for the program itself and the first account.
    public let account: String?
    /// The id of the role used.
    public let role: String?
    /// For whom, where somebody records for another.
    public let onBehalfOf: String?
    /// By which way.
    public let channel: Channel

    /// Names an author.
    public init(account: String?, role: String?, onBehalfOf: String? = nil, channel: Channel) {
        self.account = account
        self.role = role
        self.onBehalfOf = onBehalfOf
        self.channel = channel
    }

    /// The program itself.
    public static let program = Author(account: nil, role: nil, channel: .program)
}

/// What an entry kind records; a room declares one for each thing that can happen to a subject.
public protocol Payload: Codable, Sendable, Equatable {
    /// The entry kind's name, never changed once released.
    static var kind: String { get }
    /// The shape's version; a new shape takes the next number and an upcast from the last.
    static var version: Int { get }
}

extension Payload {
    /// Version 1 unless declared.
    public static var version: Int { 1 }
}

/// An entry as it stands in storage.
struct StoredEntry: Sendable, Hashable {
    var sequence: Int
    var id: String
    var commit: Int
    var subject: SubjectID
    var version: Int
    var kind: String
    var kindVersion: Int
    var payload: String?
    var salt: String?
    var digest: String
    var hash: String
}

/// A commit as it stands in storage.
struct CommitRecord: Sendable, Hashable {
    var number: Int
    var command: String
    var fields: String
    var author: Author
    /// The channel as stored, also where it names none that exists.
    var channel: String
    var recordedAt: Int64
    var result: String
}

/// An entry that stands in a subject's state: what it says and where it comes from.
public struct Recorded<P: Sendable>: Sendable {
    /// The entry's random id.
    public let id: String
    /// The entry's place in the ledger.
    public let sequence: Int
    /// The commit it came with.
    public let commit: Int
    /// The day it happened or was decided.
    public let day: Day
    /// Why it was recorded so, where a reason was given.
    public let reason: String?
    /// What it says.
    public let data: P
}

/// One entry of a subject as its chronology shows it.
public struct Chronicle: Sendable, Hashable {
    /// The entry's id, kind and place.
    public let id: String
    /// The entry kind's name.
    public let kind: String
    /// The entry's place in the ledger.
    public let sequence: Int
    /// The commit it came with.
    public let commit: Int
    /// The day it happened or was decided.
    public let day: Day
    /// When it was recorded, in microseconds UTC.
    public let recordedAt: Int64
    /// Who recorded it.
    public let author: Author
    /// Why, where a reason was given.
    public let reason: String?
    /// The entry this one corrects.
    public let corrects: String?
    /// The entry this one withdraws.
    public let withdraws: String?
    /// The other subject's id, where the entry says that two were merged.
    public let mergedWith: String?
    /// The entry's hash.
    public let hash: String
}
