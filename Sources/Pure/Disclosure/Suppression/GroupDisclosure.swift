/// A group that shares one category: all 12 refused, none accepted. The count is not small, and yet the table tells of
/// each of the 12 which category they are in.
public struct GroupDisclosure: Sendable, Hashable {
    /// The whole group.
    public let group: CellPlace
    /// The category that all of them share.
    public let category: CellPlace
    /// How many they are.
    public let count: Int

    /// Every group of a table that is broken down into one cell that is full and others that are 0.
    public static func all(in table: CountTable) -> [GroupDisclosure] {
        let places = table.cells.map(table.place)
        return Relations.expansions(of: places).compactMap { expansion in
            guard expansion.total != nil, expansion.parts.count > 1 else { return nil }
            let full = expansion.parts.filter { table.cells[$0].count > 0 }
            guard full.count == 1, let only = full.first else { return nil }
            return GroupDisclosure(
                group: expansion.place, category: places[only], count: table.cells[only].count)
        }
    }
}
