/// Tells whether cells make up the whole of a place: a list of some areas alone, beside a table of all, sums to nothing.
struct Coverage: Sendable {
    private struct Pair: Hashable {
        let outer: [String]
        let kind: [String]
    }

    /// Places by the dimensions in which they have a category.
    private let known: [[String]: [CellPlace]]
    private var inside: [Pair: [CellPlace: [CellPlace]]] = [:]

    /// - Parameter places: all that are known and not known to be 0.
    init(_ places: some Sequence<CellPlace>) { known = Dictionary(grouping: places, by: \.kind) }

    /// Whether nothing that is known of a place lies outside its parts.
    ///
    /// - Parameter parts: with categories in the same dimensions, in which they are finer than the place.
    mutating func isWhole(_ place: CellPlace, _ parts: [CellPlace]) -> Bool {
        guard let finest = parts.first?.kind else { return true }
        let outer = place.kind
        for kind in known.keys where kind.count > outer.count {
            guard kind.allSatisfy(finest.contains), outer.allSatisfy(kind.contains) else { continue }
            let covered = Set(parts.map { $0.seen(in: kind) })
            if !within(place, outer, kind).allSatisfy(covered.contains) { return false }
        }
        return true
    }

    private mutating func within(_ place: CellPlace, _ outer: [String], _ kind: [String]) -> [CellPlace] {
        let pair = Pair(outer: outer, kind: kind)
        if inside[pair] == nil {
            inside[pair] = Dictionary(grouping: known[kind] ?? [], by: { $0.seen(in: outer) })
        }
        return inside[pair]?[place] ?? []
    }
}

extension CellPlace {
    /// The dimensions in which it has a category.
    var kind: [String] { categories.map(\.dimension) }

    /// The place with all other dimensions summed over.
    func seen(in dimensions: [String]) -> CellPlace {
        CellPlace(sorted: categories.filter { dimensions.contains($0.dimension) })
    }
}
