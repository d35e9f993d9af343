/// A small generator of numbers that look random, for draws that anybody can repeat from the seed. Not for
/// secrets.
///
/// Source: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
    private var state: UInt64

    /// Starts from a seed; the same seed gives the same numbers on every machine and for ever.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next number, any of 2⁶⁴.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Draws that depend on the generator's numbers alone, and not on how a library uses them.
public enum UniformDraw {
    /// A whole number from 0 up to but not including a bound, each as likely: the generator's number modulo the
    /// bound, numbers from the largest multiple of the bound in 2⁶⁴ on being passed over.
    ///
    /// - Parameter bound: 1 or more; less gives 0.
    public static func below(_ bound: Int, using generator: inout some RandomNumberGenerator) -> Int {
        guard bound > 1 else { return 0 }
        let bound = UInt64(bound)
        // 2⁶⁴ mod bound: so many numbers at the top would make some results likelier.
        let surplus = (UInt64.max % bound + 1) % bound
        while true {
            let number = generator.next()
            if number <= UInt64.max - surplus { return Int(number % bound) }
        }
    }

    /// So many of a list, in the order in which they were drawn, none twice: the first steps of the shuffle of
    /// Fisher and Yates (R. Durstenfeld, *Communications of the ACM* 7 (1964) 420): step k swaps place k with
    /// one of the places from k on.
    ///
    /// - Parameter count: fewer than 0 gives none, more than there are gives all.
    public static func drawn<Element>(
        _ count: Int, of list: [Element], using generator: inout some RandomNumberGenerator
    ) -> [Element] {
        var list = list
        let count = Swift.max(0, Swift.min(count, list.count))
        for place in 0..<count {
            list.swapAt(place, place + below(list.count - place, using: &generator))
        }
        return Array(list.prefix(count))
    }
}
