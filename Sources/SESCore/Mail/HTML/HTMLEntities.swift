/// The character references of HTML: `&amp;`, `&#8364;`, `&#x20AC;`.
enum HTMLEntities {
    /// What a reference stands for, and where it ends.
    struct Reference: Hashable {
        let scalar: UInt32
        let end: Int
    }

    private static let longestName = 10
    private static let mostDigits = 7
}

extension HTMLEntities {
    /// The reference whose `&` a text begins with; nil where it begins with none.
    ///
    /// A number that is no scalar stands for U+FFFD, and one from 128 to 159 for a letter of
    /// windows-1252, as in browsers. The semicolon may be missing where no letter follows.
    static func reference(_ text: ArraySlice<UInt8>) -> Reference? {
        let start = text.startIndex + 1
        guard start < text.endIndex else { return nil }
        if text[start] == UInt8(ascii: "#") { return number(text, from: start + 1) }
        let name = text[start...].prefix(longestName).prefix { $0.isAlphanumeric }
        guard let scalar = named[RawText(name)] else { return nil }
        return Reference(scalar: scalar, end: end(text, behind: name.endIndex))
    }

    /// The text with every reference in it replaced.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var place = text.startIndex
        while place < text.endIndex {
            if text[place] == UInt8(ascii: "&"), let found = reference(text[place...]) {
                WTF8.append(found.scalar, to: &decoded)
                place = found.end
            } else {
                decoded.append(text[place])
                place += 1
            }
        }
        return decoded
    }

    private static func number(_ text: ArraySlice<UInt8>, from start: Int) -> Reference? {
        let isHex = start < text.endIndex && text[start].asciiLower == UInt8(ascii: "x")
        let radix: UInt32 = isHex ? 16 : 10
        var place = start + (isHex ? 1 : 0)
        let first = place
        var value: UInt32 = 0
        while place < text.endIndex, let digit = text[place].digit, digit < radix {
            // More digits than a scalar can have make it none.
            value = place - first < mostDigits ? value * radix + digit : .max
            place += 1
        }
        guard place > first else { return nil }
        return Reference(scalar: scalar(value), end: end(text, behind: place))
    }

    private static func end(_ text: ArraySlice<UInt8>, behind place: Int) -> Int {
        place < text.endIndex && text[place] == UInt8(ascii: ";") ? place + 1 : place
    }

    private static func scalar(_ value: UInt32) -> UInt32 {
        if 0x80..<0xA0 ~= value {
            let byte = UInt8(truncatingIfNeeded: value)
            let text = Charset.foreign("CP1252").utf8(of: [byte])?.bytes ?? []
            return text.isEmpty ? 0xFFFD : WTF8.unit(in: text.span, at: 0).value
        }
        return value == 0 || Unicode.Scalar(value) == nil ? 0xFFFD : value
    }
}

extension HTMLEntities {
    /// The references of HTML 4 by name.
    private static let named: [RawText: UInt32] = {
        var named: [RawText: UInt32] = [:]
        for (index, name) in latin.split(separator: " ").enumerated() {
            named[RawText(String(name))] = 0xA0 + UInt32(index)
        }
        var scalars = others.split(separator: " ")[...]
        while let name = scalars.popFirst(), let number = scalars.popFirst() {
            named[RawText(String(name))] = UInt32(number, radix: 16)
        }
        return named
    }()

    /// U+00A0 to U+00FF, in order.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
        sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
        Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
        ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
        szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
        iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
        uuml yacute thorn yuml
        """
    private static let others = """
        quot 22 amp 26 apos 27 lt 3C gt 3E QUOT 22 AMP 26 LT 3C GT 3E COPY A9 REG AE OElig 152 oelig 153 \
        Scaron 160 scaron 161 Yuml 178 fnof 192 circ 2C6 tilde 2DC Alpha 391 Beta 392 Gamma 393 Delta 394 \
        Epsilon 395 Zeta 396 Eta 397 Theta 398 Iota 399 Kappa 39A Lambda 39B Mu 39C Nu 39D Xi 39E \
        Omicron 39F Pi 3A0 Rho 3A1 Sigma 3A3 Tau 3A4 Upsilon 3A5 Phi 3A6 Chi 3A7 Psi 3A8 Omega 3A9 \
        alpha 3B1 beta 3B2 gamma 3B3 delta 3B4 epsilon 3B5 zeta 3B6 eta 3B7 theta 3B8 iota 3B9 kappa 3BA \
        lambda 3BB mu 3BC nu 3BD xi 3BE omicron 3BF pi 3C0 rho 3C1 sigmaf 3C2 sigma 3C3 tau 3C4 \
        upsilon 3C5 phi 3C6 chi 3C7 psi 3C8 omega 3C9 thetasym 3D1 upsih 3D2 piv 3D6 ensp 2002 emsp 2003 \
        thinsp 2009 zwnj 200C zwj 200D lrm 200E rlm 200F ndash 2013 mdash 2014 lsquo 2018 rsquo 2019 \
        sbquo 201A ldquo 201C rdquo 201D bdquo 201E dagger 2020 Dagger 2021 bull 2022 hellip 2026 \
        permil 2030 prime 2032 Prime 2033 lsaquo 2039 rsaquo 203A oline 203E frasl 2044 euro 20AC \
        image 2111 weierp 2118 real 211C trade 2122 alefsym 2135 larr 2190 uarr 2191 rarr 2192 darr 2193 \
        harr 2194 crarr 21B5 lArr 21D0 uArr 21D1 rArr 21D2 dArr 21D3 hArr 21D4 forall 2200 part 2202 \
        exist 2203 empty 2205 nabla 2207 isin 2208 notin 2209 ni 220B prod 220F sum 2211 minus 2212 \
        lowast 2217 radic 221A prop 221D infin 221E ang 2220 and 2227 or 2228 cap 2229 cup 222A int 222B \
        there4 2234 sim 223C cong 2245 asymp 2248 ne 2260 equiv 2261 le 2264 ge 2265 sub 2282 sup 2283 \
        nsub 2284 sube 2286 supe 2287 oplus 2295 otimes 2297 perp 22A5 sdot 22C5 lceil 2308 rceil 2309 \
        lfloor 230A rfloor 230B lang 27E8 rang 27E9 loz 25CA spades 2660 clubs 2663 hearts 2665 \
        diams 2666 zwsp 200B NewLine A Tab 9 colon 3A period 2E sol 2F commat 40 num 23
        """
}

extension UInt8 {
    /// What a digit stands for, in a radix up to 16; nil for what is none.
    fileprivate var digit: UInt32? {
        if self &- 0x30 < 10 { return UInt32(self - 0x30) }
        return asciiLower &- 0x61 < 6 ? UInt32(asciiLower - 0x61) + 10 : nil
    }
}
