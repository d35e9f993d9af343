import Access
import Pages

/// The addresses of children's records; ids stand in them, never what a person typed.
enum ChildRoutes {
    static let mine = Route<Void>("my-child", action: .viewChild)
    static let list = Route<Void>("children", action: .viewChild)
    static let file = Route<Void>("children", "children.csv", action: .viewChild)

    static let new = Route<Void>("children", "new", action: .recordChild)
    /// Shows records that may be of the same child, and so is about children.
    static let newAnswers = Route<Void>("children", "new", "answers", action: .viewChild)
    static let answerNew = Route<Void>("children", "new", "answers", method: .post, action: .viewChild)
    static let newRecord = Route<Void>("children", "new", "record", action: .recordChild)
    static let recordNew = Route<Void>("children", "new", "record", method: .post, action: .recordChild)

    static let child = Route<String>("children", .value("child"), action: .viewChild)
    static let readers = Route<String>("children", .value("child"), "readers", action: .viewReaders)
    static let history = Route<String>("children", .value("child"), "history", action: .editChild)
    static let changes = Route<String>("children", .value("child"), "change", action: .editChild)
    static let changing = Route<(String, Topic)>(
        "children", .value("child"), "change", .value("topic"), action: .editChild)
    static let change = Route<(String, Topic)>(
        "children", .value("child"), "change", .value("topic"), method: .post, action: .editChild)
    static let correcting = Route<(String, String)>(
        "children", .value("child"), "correct", .value("entry"), action: .editChild)
    static let correct = Route<(String, String)>(
        "children", .value("child"), "correct", .value("entry"), method: .post, action: .editChild)
    static let ending = Route<(String, String)>(
        "children", .value("child"), "end", .value("entry"), action: .editChild)
    static let end = Route<(String, String)>(
        "children", .value("child"), "end", .value("entry"), method: .post, action: .editChild)
    static let withdrawing = Route<(String, String)>(
        "children", .value("child"), "take-back", .value("entry"), action: .editChild)
    static let withdraw = Route<(String, String)>(
        "children", .value("child"), "take-back", .value("entry"), method: .post, action: .editChild)

    static let doubles = Route<String>("children", .value("child"), "doubles", action: .mergeChildren)
    static let merging = Route<(String, String)>(
        "children", .value("child"), "doubles", .value("other"), action: .mergeChildren)
    static let merge = Route<(String, String)>(
        "children", .value("child"), "doubles", .value("other"), method: .post, action: .mergeChildren)
    static let separating = Route<(String, String)>(
        "children", .value("child"), "merged", .value("other"), action: .mergeChildren)
    static let separate = Route<(String, String)>(
        "children", .value("child"), "merged", .value("other"), method: .post, action: .mergeChildren)

    static let marks = Route<String>("children", .value("child"), "marks", action: .markSafeguarding)
    static let mark = Route<String>(
        "children", .value("child"), "marks", method: .post, action: .markSafeguarding)
    static let releasing = Route<(String, String)>(
        "children", .value("child"), "marks", .value("mark"), action: .markSafeguarding)
    static let release = Route<(String, String)>(
        "children", .value("child"), "marks", .value("mark"), method: .post, action: .markSafeguarding)

    static let emergency = Route<Void>("emergency", action: .openInEmergency)
    static let openEmergency = Route<Void>("emergency", method: .post, action: .openInEmergency)
}
