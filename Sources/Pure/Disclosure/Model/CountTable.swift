/// A cell's place: the category it has in each dimension; a dimension it does not name is summed over.
public struct CellPlace: Sendable, Hashable {
    /// A category of a dimension.
    public struct Category: Sendable, Hashable {
        /// The dimension, as the column is named.
        public let dimension: String
        /// The category.
        public let name: String
    }

    /// Its categories, in the order of the dimensions' names, so that the same cell of two tables is equal.
    public let categories: [Category]

    /// A place from names of dimensions and categories; nil is summed over.
    public init(_ dimensions: [String], _ names: [String?]) {
        var list: [Category] = []
        for (dimension, name) in zip(dimensions, names) {
            if let name { list.append(Category(dimension: dimension, name: name)) }
        }
        list.sort { $0.dimension < $1.dimension }
        categories = list
    }

    init(sorted categories: [Category]) { self.categories = categories }

    /// “district North, need Autism”, or “Total”.
    public var text: String {
        categories.isEmpty
            ? "Total" : categories.map { "\($0.dimension) \($0.name)" }.joined(separator: ", ")
    }
}

/// A table of counts with whatever margins it has, as it would be if nothing had to be hidden.
public struct CountTable: Sendable, Hashable {
    /// A cell.
    public struct Cell: Sendable, Hashable {
        /// Its category in each dimension of the table; nil is the margin `Total`.
        public let names: [String?]
        /// How many.
        public let count: Int
        /// The line of the file it stands on; 0 where there is none.
        public let line: Int

        /// A cell.
        public init(_ names: [String?], _ count: Int, line: Int = 0) {
            self.names = names
            self.count = count
            self.line = line
        }

        /// Whether it is a margin.
        public var isMargin: Bool { names.contains(nil) }
    }

    /// The dimensions, as their columns are named.
    public let dimensions: [String]
    /// The cells, in the order of the file.
    public let cells: [Cell]

    /// The greatest number of dimensions.
    public static let mostDimensions = 6
    /// The greatest count that is read.
    public static let greatestCount = 1_000_000_000

    /// Checks and takes a table.
    ///
    /// - Throws: every cell that is there twice, has the wrong number of categories or a count out of range, and every
    ///   margin that is not the sum of its parts.
    public init(dimensions: [String], cells: [Cell]) throws(Unreadable) {
        self.dimensions = dimensions
        self.cells = cells
        try Unreadable.refuse(problems())
    }

    private func problems() -> [TableProblem] {
        if cells.isEmpty { return [.noCells] }
        var problems: [TableProblem] = TableProblem.ofHeader(dimensions)
        var seen: [CellPlace: Int] = [:]
        for cell in cells {
            if cell.names.count != dimensions.count {
                problems.append(.columns(line: cell.line, found: cell.names.count + 1, dimensions.count + 1))
            } else if !(0...Self.greatestCount).contains(cell.count) {
                problems.append(.notACount(line: cell.line, text: "\(cell.count)"))
            } else if let line = seen.updateValue(cell.line, forKey: place(of: cell)) {
                problems.append(.doubled(line: cell.line, place: place(of: cell).text, first: line))
            }
        }
        return problems.isEmpty ? marginProblems() : problems
    }

    private func marginProblems() -> [TableProblem] {
        let places = cells.map(place)
        return Relations.expansions(of: places).compactMap { expansion in
            guard let total = expansion.total else { return nil }
            let sum = expansion.parts.reduce(0) { $0 + cells[$1].count }
            guard sum != cells[total].count else { return nil }
            return .notTheSum(
                line: cells[total].line, place: places[total].text, found: cells[total].count, expected: sum)
        }
    }

    func place(of cell: Cell) -> CellPlace { CellPlace(dimensions, cell.names) }
}

/// A table as it is or was published: numbers and symbols.
public struct PublishedTable: Sendable, Hashable {
    /// A cell.
    public struct Cell: Sendable, Hashable {
        /// Its category in each dimension of the table; nil is the margin `Total`.
        public let names: [String?]
        /// The number or the symbol.
        public let figure: Figure
        /// The line of the file it stands on; 0 where there is none.
        public let line: Int

        /// A cell.
        public init(_ names: [String?], _ figure: Figure, line: Int = 0) {
            self.names = names
            self.figure = figure
            self.line = line
        }
    }

    /// The dimensions, as their columns are named.
    public let dimensions: [String]
    /// The cells, in the order of the file.
    public let cells: [Cell]
    /// What its numbers were rounded to the nearest multiple of; 1: they are exact.
    public let roundedTo: Int
    /// The same of its margins.
    public let totalsRoundedTo: Int

    /// Checks and takes a table that was published.
    ///
    /// - Parameter totalsRoundedTo: nil: margins were rounded as the others.
    /// - Throws: cells that are there twice or have the wrong number of categories.
    public init(
        dimensions: [String], cells: [Cell], roundedTo: Int = 1, totalsRoundedTo: Int? = nil
    ) throws(Unreadable) {
        self.init(checked: dimensions, cells, roundedTo, totalsRoundedTo ?? roundedTo)
        var problems: [TableProblem] = cells.isEmpty ? [.noCells] : TableProblem.ofHeader(dimensions)
        var seen: [CellPlace: Int] = [:]
        for cell in cells {
            if cell.names.count != dimensions.count {
                problems.append(.columns(line: cell.line, found: cell.names.count + 1, dimensions.count + 1))
            } else if let line = seen.updateValue(cell.line, forKey: CellPlace(dimensions, cell.names)) {
                problems.append(
                    .doubled(line: cell.line, place: CellPlace(dimensions, cell.names).text, first: line))
            }
        }
        try Unreadable.refuse(problems.isEmpty ? marginProblems() : problems)
    }

    /// Margins that are shown with all their parts, as they are, and are not the sum.
    private func marginProblems() -> [TableProblem] {
        if roundedTo > 1 || totalsRoundedTo > 1 { return [] }
        let places = places
        return Relations.expansions(of: places).compactMap { expansion in
            guard let total = expansion.total, case .count(let found) = cells[total].figure else {
                return nil
            }
            var sum = 0
            for part in expansion.parts {
                guard case .count(let count) = cells[part].figure else { return nil }
                sum += count
            }
            return found == sum
                ? nil
                : .notTheSum(
                    line: cells[total].line, place: places[total].text, found: found, expected: sum)
        }
    }

    init(checked dimensions: [String], _ cells: [Cell], _ roundedTo: Int, _ totalsRoundedTo: Int) {
        self.dimensions = dimensions
        self.cells = cells
        self.roundedTo = max(1, roundedTo)
        self.totalsRoundedTo = max(1, totalsRoundedTo)
    }

    var places: [CellPlace] { cells.map { CellPlace(dimensions, $0.names) } }

    /// What a reader knows of a cell from its figure alone.
    func bounds(of cell: Cell) -> Bounds {
        let base = cell.names.contains(nil) ? totalsRoundedTo : roundedTo
        switch cell.figure {
        case .count(let count):
            return base == 1 ? Bounds(low: count, high: count) : Policy.counts(roundedTo: base, as: count)
        case .symbol(.low) where base > 2:
            return Bounds(low: 1, high: Policy.counts(roundedTo: base, as: 0).high)
        case .symbol(let symbol):
            return Bounds(low: symbol.bounds?.low ?? 0, high: symbol.bounds?.high ?? Bounds.unlimited)
        }
    }
}
