import Foundation

/// A network address (IPv4 or IPv6), in the one form in which it is compared.
struct NetworkAddress: Sendable, Hashable {
    private let bytes: [UInt8]

    /// Reads an address as a socket or a proxy names it; nil where it is none.
    init?(_ text: some StringProtocol) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, String(text), &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &six) == 1 {
            let read = withUnsafeBytes(of: six) { Array($0) }
            let isMapped = read.prefix(10).allSatisfy { $0 == 0 } && read[10] == 0xFF && read[11] == 0xFF
            bytes = isMapped ? Array(read.suffix(4)) : read
        } else {
            return nil
        }
    }

    /// Whether it is of this machine itself.
    var isLoopback: Bool {
        bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1
    }

    /// What attempts are counted by: an IPv4 address; of an IPv6 address the half that its provider gives out
    /// (RFC 6177), because whoever has one has all the others of that half.
    var counted: String {
        if bytes.count == 4 { return bytes.map { String($0) }.joined(separator: ".") }
        let groups = stride(from: 0, to: 8, by: 2).map { index in
            String(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), radix: 16)
        }
        return groups.joined(separator: ":") + "::/64"
    }
}

/// The proxies whose word on whom they were asked by is taken: those of this machine, and those named.
struct TrustedProxies: Sendable, Hashable {
    private let named: Set<NetworkAddress>

    /// Names proxies on other machines.
    init(_ named: Set<NetworkAddress> = []) { self.named = named }

    /// Reads addresses with commas between them.
    init(_ text: String) throws(SettingsError) {
        var named: Set<NetworkAddress> = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            guard let address = NetworkAddress(part) else { throw .badProxy(String(part)) }
            named.insert(address)
        }
        self.named = named
    }

    /// Where a request came from, as attempts are counted.
    ///
    /// Each proxy adds at the end of `X-Forwarded-For` whom it was asked by, and anybody may write what stands
    /// before that; so the list is read from its end, as long as a trusted proxy wrote it.
    func origin(peer: String, forwarded: String?) -> String {
        guard var origin = NetworkAddress(peer) else { return peer }
        var hops = (forwarded ?? "").split(separator: ",").map { $0.filter { $0 != " " } }[...]
        while isTrusted(origin), let hop = hops.popLast(), let next = NetworkAddress(hop) { origin = next }
        return origin.counted
    }

    private func isTrusted(_ address: NetworkAddress) -> Bool {
        address.isLoopback || named.contains(address)
    }
}
