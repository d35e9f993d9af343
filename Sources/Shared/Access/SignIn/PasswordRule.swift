import Foundation

/// What a password must be: long rather than strange (NCSC guidance: length, and none that everybody tries).
public enum PasswordRule {
    /// The fewest characters.
    public static let least = 12
    /// The most characters, so that hashing one costs a known amount.
    public static let most = 200

    /// What is wrong with a password, in words that follow “Your password …”; nil where it will do.
    ///
    /// - Parameter known: what anybody would try first: the name and the address of the account.
    public static func problem(_ password: String, known: [String]) -> String? {
        let count = password.unicodeScalars.count
        if count < least {
            return "must have at least \(least) characters; three random words make a good one"
        }
        if count > most { return "must have at most \(most) characters" }
        if password.unicodeScalars.contains(where: { $0.value == 0 }) {
            return "holds a character that cannot be typed"
        }
        let folded = password.lowercased()
        if Set(folded).count < 5 || isSequence(folded) { return "is too easy to guess: it repeats itself" }
        let parts = known.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber } }
        let rest = parts.filter { $0.count > 2 }.reduce(folded) { $0.replacing($1, with: "") }
        if rest.count < 8 { return "is too easy to guess: it is made of your name or address" }
        if common.contains(where: { folded.replacing($0, with: "").count < 5 }) {
            return "is too easy to guess: it is one that many people use"
        }
        return nil
    }

    /// Whether each character follows the one before, as in `abcdefghijkl` and `123456789012`.
    private static func isSequence(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        return steps.count { $0 == 1 || $0 == -1 || $0 == 0 || $0 == -9 } >= steps.count - 1
    }

    /// What stands at the top of every list of guessed passwords.
    private static let common = [
        "password", "passw0rd", "qwertyuiop", "qwerty", "letmein", "iloveyou", "welcome", "football",
        "liverpool", "monkey", "dragon", "sunshine", "princess", "1234567890", "abc123", "administrator",
        "changeme", "goldenthread", "summer", "winter", "spring", "autumn",
    ]
}
