/// Which cells of a table sum to which.
enum Relations {
    /// A set of cells that sums to the cell at `place`, or to the same as another set with that place.
    struct Expansion: Sendable, Hashable {
        /// What they sum to.
        let place: CellPlace
        /// The cell at that place, where the table has it.
        let total: Int?
        /// The cells that sum to it.
        let parts: [Int]
    }

    /// The sums of a table with these cells: each place with the finest steps that lead to it. Cells that the table
    /// does not list do not exist, so nested columns (school within district) are a hierarchy.
    static func expansions(of places: [CellPlace]) -> [Expansion] {
        var place: [CellPlace: Int] = [:]
        for (index, one) in places.enumerated() { place[one] = index }
        let dimensions = Set(places.flatMap { $0.categories.map(\.dimension) }).sorted()
        let sets = (1..<(1 << dimensions.count)).sorted {
            ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
        }
        var found: [CellPlace: [Int]] = [:]
        var expansions: [Expansion] = []
        for set in sets {
            let summed = Set(dimensions.indices.filter { set & (1 << $0) != 0 }.map { dimensions[$0] })
            for (sum, parts) in groups(of: places, summing: summed) {
                // A coarser step than one already known says nothing new.
                if found[sum, default: []].contains(where: { $0 & set == $0 }) { continue }
                found[sum, default: []].append(set)
                expansions.append(Expansion(place: sum, total: place[sum], parts: parts))
            }
        }
        return expansions
    }

    /// The cells that have a category in all of some dimensions, by what they become when these are summed over.
    private static func groups(
        of places: [CellPlace], summing: Set<String>
    ) -> [(sum: CellPlace, parts: [Int])] {
        var number: [CellPlace: Int] = [:]
        var groups: [(sum: CellPlace, parts: [Int])] = []
        for (index, one) in places.enumerated() {
            var rest: [CellPlace.Category] = []
            for category in one.categories where !summing.contains(category.dimension) {
                rest.append(category)
            }
            guard one.categories.count - rest.count == summing.count else { continue }
            let sum = CellPlace(sorted: rest)
            if let group = number[sum] {
                groups[group].parts.append(index)
            } else {
                number[sum] = groups.count
                groups.append((sum, [index]))
            }
        }
        return groups
    }
}
