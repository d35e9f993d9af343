extension Reads {
    /// A child whose record a page, an export, a file or a search showed.
    public struct Shown: Sendable, Hashable {
        /// The child's random id.
        public let child: String
        /// Whether the child's own record was opened; false where the child only stood in a list.
        public let opened: Bool

        /// Names a child and how it was shown.
        public init(child: String, opened: Bool) {
            self.child = child
            self.opened = opened
        }
    }

    /// That somebody was shown records of children. It holds random ids only, never what was shown.
    public struct Read: Sendable, Hashable {
        /// The account's id.
        public let account: String
        /// The id of the role used.
        public let role: String?
        /// On which basis: statutory duty, consent, vital interests, …
        public let basis: String
        /// The route's pattern, never the path that was asked for.
        public let route: String
        /// The ledger's commit that was shown.
        public let commit: Int
        /// All children shown, by the bytes of their ids, each once: opened where it was both.
        public let children: [Shown]
        /// Whether it stays out of the family's list until a safeguarding lead releases it.
        public let safeguarding: Bool

        /// States a read.
        public init(
            account: String, role: String?, basis: String, route: String, commit: Int, children: [Shown],
            safeguarding: Bool = false
        ) {
            self.account = account
            self.role = role
            self.basis = basis
            self.route = route
            self.commit = commit
            self.children = Self.each(children)
            self.safeguarding = safeguarding
        }

        // By bytes, as the engines compare: two texts may be equal to Swift and different to them.
        private static func each(_ children: [Shown]) -> [Shown] {
            let sorted = children.sorted { $0.child.utf8.lexicographicallyPrecedes($1.child.utf8) }
            return sorted.reduce(into: []) { each, shown in
                if let last = each.last, last.child.utf8.elementsEqual(shown.child.utf8) {
                    each[each.count - 1] = Shown(child: last.child, opened: last.opened || shown.opened)
                } else {
                    each.append(shown)
                }
            }
        }

        /// Whether a text of it could not be stored.
        var hasNUL: Bool {
            ([account, role ?? "", basis, route] + children.map(\.child)).contains(where: \.sqlValue.hasNUL)
        }
    }

    /// A read as it was recorded.
    public struct Recorded: Sendable, Hashable {
        /// Its place among all reads, from 1 on.
        public let sequence: Int
        /// When, in microseconds UTC.
        public let recordedAt: Int64
        /// Who was shown what. Asked by children, it names these children alone.
        public let read: Read
    }
}
