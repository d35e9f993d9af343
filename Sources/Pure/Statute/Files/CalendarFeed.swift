public import CivilTime

/// Coming duties as an iCalendar file (RFC 5545): all-day events with what is due, and nothing about whom.
///
/// Texts come from the rule table alone: what a file says (names, reasons, who was asked) is never put in.
public enum CalendarFeed {
    /// The feed of the duties that are open and have a day.
    ///
    /// - Parameters:
    ///   - readings: what the clock said.
    ///   - label: what stands before each title, such as a case number; empty: nothing.
    ///   - stamp: the day the feed is made, for `DTSTAMP`.
    public static func iCalendar(_ readings: [Reading], label: String = "", stamp: Day) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//GoldenThread//Statutory clock//EN",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        ]
        for reading in readings {
            for duty in reading.duties where duty.isOpen && duty.rule.shape == .deadline {
                guard let due = duty.due else { continue }
                lines += event(duty, due, matter: reading.matter, label: label, stamp: stamp)
            }
        }
        lines.append("END:VCALENDAR")
        return lines.map { folded($0) + "\r\n" }.joined()
    }

    private static func event(
        _ duty: Duty, _ due: Day, matter: String, label: String, stamp: Day
    ) -> [String] {
        [
            "BEGIN:VEVENT", "UID:\(uid(matter: matter, duty: duty.id))@goldenthread",
            "DTSTAMP:\(compact(stamp))T000000Z", "DTSTART;VALUE=DATE:\(compact(due))",
            "DTEND;VALUE=DATE:\(compact(due + 1))",
            "SUMMARY:\(escaped(label.isEmpty ? duty.rule.title : "\(label): \(duty.rule.title)"))",
            "DESCRIPTION:\(escaped("\(duty.rule.id). \(duty.rule.citation)"))", "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    }

    /// A digest of the matter's id and the duty's: the same from day to day, and neither can be read from it.
    /// (FNV-1a, twice with different seeds; not a secret, only stable and without words.)
    static func uid(matter: String, duty: String) -> String {
        let bytes = Array("\(matter)\u{0}\(duty)".utf8)
        let halves: [UInt64] = [0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4]
        return halves.map { seed in
            let hash = bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
            let text = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }

    private static func compact(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

    /// Backslash, semicolon, comma and line breaks escaped; other control characters left out.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case ";": out += "\\;"
            case ",": out += "\\,"
            case "\n": out += "\\n"
            case "\r": continue
            case ..<" ", "\u{7F}": continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// A content line in lines of at most 75 octets, never cut inside a character.
    static func folded(_ line: String) -> String {
        var out = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if octets + size > 75 {
                out += "\r\n "
                octets = 1
            }
            out.unicodeScalars.append(scalar)
            octets += size
        }
        return out
    }
}
