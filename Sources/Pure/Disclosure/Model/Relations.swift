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
    /// does not list do not exist, so nested columns (school within district) are a hierarchy. Margins that it lists
    /// for some categories alone, while finer cells have others, sum to nothing.
    static func expansions(of places: [CellPlace]) -> [Expansion] {
        var place: [CellPlace: Int] = [:]
        for (index, one) in places.enumerated() { place[one] = index }
        let dimensions = Set(places.flatMap { $0.categories.map(\.dimension) }).sorted()
        let sets = (1..<(1 << dimensions.count)).sorted {
            ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
        }
        var found: [CellPlace: [Int]] = [:]
        var expansions: [Expansion] = []
        let missing = missing(places, place)
        for set in sets {
            let summed = Set(dimensions.indices.filter { set & (1 << $0) != 0 }.map { dimensions[$0] })
            let broken = Set(
                missing.compactMap { one -> CellPlace? in
                    let rest = one.categories.filter { !summed.contains($0.dimension) }
                    return one.categories.count - rest.count == summed.count ? CellPlace(sorted: rest) : nil
                })
            for (sum, parts) in groups(of: places, summing: summed) where !broken.contains(sum) {
                // A coarser step than one already known says nothing new.
                if found[sum, default: []].contains(where: { $0 & set == $0 }) { continue }
                found[sum, default: []].append(set)
                expansions.append(Expansion(place: sum, total: place[sum], parts: parts))
            }
        }
        return expansions
    }

    /// Places that the table does not list though it lists finer cells of them, and others like them.
    private static func missing(_ places: [CellPlace], _ number: [CellPlace: Int]) -> Set<CellPlace> {
        let kinds = Set(places.map { Set($0.categories.map(\.dimension)) })
        var missing: Set<CellPlace> = []
        for place in places {
            let own = Set(place.categories.map(\.dimension))
            for kind in kinds where kind.isStrictSubset(of: own) && !kind.isEmpty {
                let coarser = CellPlace(sorted: place.categories.filter { kind.contains($0.dimension) })
                if number[coarser] == nil { missing.insert(coarser) }
            }
        }
        return missing
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
