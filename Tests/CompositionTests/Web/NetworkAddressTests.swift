import Testing

@testable import Composition

@Suite struct `Where a request came from` {
    @Test(arguments: [
        ("192.0.2.7", nil, "192.0.2.7"), ("192.0.2.7", "198.51.100.1", "192.0.2.7"),
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"), ("::1", "203.0.113.9, 198.51.100.1", "198.51.100.1"),
        ("127.0.0.1", nil, "127.0.0.1"), ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("::ffff:192.0.2.7", nil, "192.0.2.7"), ("", nil, ""), ("", "198.51.100.1", ""),
        // A proxy on another host that was named, and one that was not.
        ("10.0.0.2", "198.51.100.1", "198.51.100.1"), ("10.0.0.3", "198.51.100.1", "10.0.0.3"),
        // Two proxies, one behind the other; what was written before them counts for nothing.
        ("127.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.2", "x, 10.0.0.2", "10.0.0.2"),
    ])
    func `is told by whom we trust`(peer: String, forwarded: String?, origin: String) throws {
        #expect(try TrustedProxies("10.0.0.2").origin(peer: peer, forwarded: forwarded) == origin)
    }

    @Test func `in IPv6 is the half of the address that one customer has whole`() {
        let proxies = TrustedProxies()
        let first = proxies.origin(peer: "2001:db8:1:2::7", forwarded: nil)
        #expect(first == "2001:db8:1:2::/64")
        #expect(proxies.origin(peer: "2001:db8:1:2:ffff:ffff:ffff:ffff", forwarded: nil) == first)
        #expect(proxies.origin(peer: "2001:db8:1:3::7", forwarded: nil) != first)
        #expect(proxies.origin(peer: "fe80::1%eth0", forwarded: nil) == "fe80:0:0:0::/64")
    }

    @Test func `is not asked of a proxy that is no address`() throws {
        #expect(throws: SettingsError.badProxy("proxy.example.org")) {
            try TrustedProxies("10.0.0.1, proxy.example.org")
        }
        #expect(try TrustedProxies("10.0.0.1,2001:db8::1") == TrustedProxies("2001:DB8:0::1 10.0.0.1"))
    }
}
