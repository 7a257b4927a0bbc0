import Disk
import Foundation
import Testing

@testable import Delivery

@Suite("A pack is signed, and whoever has the key sees by whom")
struct SignatureTests {
    /// Written by minisign 0.11 with `-t "fingerprint 1"`, for a file that says `hi`.
    private static let key = "RWQI5VSIzn8zfwkaPR+YS8fBKNocWS72Sm23QqZIFhb4UKHDub7Z8oVZ"
    private static let signed = """
        untrusted comment: signature from minisign secret key
        RUQI5VSIzn8zfzn3r4Y59b0m7Oh7vXZ4kTQ64te4N03WA01DJKG2FwTX4S/QrURWzLnB+Jc03Rae7vicONDMFgZoELERfcF1Kwc=
        trusted comment: fingerprint 1
        I71pUTZutSIRH2WcbUIT4oO/xlhgWROZ30Du0mij3GGc+DJfzn4mYFsoMO59q2/nwPl6YXkAe36CURNH0ZrBBg==
        """

    private func state(_ signature: String?, of file: String = "hi\n", key: String? = key) throws -> SignatureState {
        let key = try key.map { try #require(MinisignKey($0)) }
        return SignatureState(signature.map { Array($0.utf8) }, of: Array(file.utf8), key: key)
    }

    @Test(
        "BLAKE2b gives what RFC 7693 and the program b2sum give",
        arguments: [
            (
                "abc",
                "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923"
            ),
            (
                "",
                "786a02f742015903c6c6fd852552d272912f4740e15847618a86e217f71f5419d25e1031afee585313896444934eb04b903a685b1448b755d56f701afe9be2ce"
            ),
            (
                String(repeating: "a", count: 128),
                "fc6c71f688f43ea7d60817478808f3cac753e61571865c95adbc2d9122c943a76b92c2cb1047ef3fe7bf6e436ec1d0a99a9e5b216780bf7fed9d7ca91d3a8f3b"
            ),
        ])
    func hash(text: String, digits: String) {
        let found = blake2b(Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(found == digits)
    }

    @Test("a signature is good, of another key, of another file, changed, unreadable or not there")
    func states() throws {
        let other = "RWQzTAsTX3w2el0XsBu9AWuZ0VmAQ5N2CxVzbsa68aQj4+w1lnT+T2IM"
        #expect(try state(Self.signed) == .good(comment: "fingerprint 1"))
        #expect(try state(Self.signed.replacing("\n", with: "\r\n")) == .good(comment: "fingerprint 1"))
        #expect(
            try state(Self.signed, key: "untrusted comment: ours\n\(Self.key)\n") == .good(comment: "fingerprint 1"))
        #expect(try state(Self.signed, key: nil) == .unchecked(key: "7F337FCE8854E508"))
        #expect(
            try state(Self.signed, key: other) == .otherKey(signed: "7F337FCE8854E508", given: "7A367C5F130B4C33"))
        #expect(try state(Self.signed, of: "hi!\n") == .wrong)
        #expect(try state(Self.signed.replacing("fingerprint 1", with: "fingerprint 2")) == .wrong)
        #expect(try state(Self.signed.replacing("trusted comment", with: "comment")) == .unreadable)
        #expect(try state("") == .unreadable)
        #expect(try state(nil) == .none(isAsked: true))
        #expect(try state(nil, key: nil) == .none(isAsked: false))
    }

    @Test(
        "what is no public key",
        arguments: ["", "RWQ", "a\nb\nc", "RUQI5VSIzn8zfwkaPR+YS8fBKNocWS72Sm23QqZIFhb4UKHDub7Z8oVZ"])
    func noKey(text: String) {
        #expect(MinisignKey(text) == nil)
    }

    @Test(
        "a signed pack is whole with its signature beside the list, and so is a folder; without it the signature goes")
    func pack() async throws {
        let stick = try Stick()
        try stick.unpack(try await Pack(["index.html": "一"]).bytes())
        try stick.put(Self.signed, at: "SHA256SUMS.minisig")
        let contents = try await stick.contents()
        let key = try #require(MinisignKey(Self.key))
        #expect(PackReport(contents)?.lines == ["whole 3"])
        #expect(PackReport(contents)?.signature == .unchecked(key: "7F337FCE8854E508"))
        #expect(PackReport(contents, key: key)?.signature == .wrong)
        #expect(PackReport(contents, key: key)?.signature.isRefusal == true)
        _ = try await Pack(["index.html": "一"]).write(to: stick.path, jobs: 2)
        #expect(PackReport(try await stick.contents(), key: key)?.signature == SignatureState.none(isAsked: true))
    }
}
