/// What a stretch of digits can be read as.
extension PersonalDataFinder {
    func number(at run: Int) -> Number? {
        if let number = international(at: run) { return number }
        let start = text.runs[run].lowerBound
        let label = text.label(before: start)?.label
        guard label != .serial, !isInsideName(start, isLabelled: label != nil) else { return nil }
        let number =
            identity(at: run, label) ?? card(at: run, label) ?? mobile(at: run) ?? landline(at: run, label)
            ?? bare(at: run, label)
        guard var number, isEnd(number.range.upperBound, isLabelled: label != nil) else { return nil }
        // 2024-13800138000 is the number of something; 86-138… is a telephone.
        if text.gap(after: run - 1) == .hyphen, label == nil, found.last?.range.upperBound != offset(ofRun: run - 1) {
            return nil
        }
        if number.kind == .telephone || number.kind == .mobile { extend(&number) }
        return number
    }

    func offset(ofRun run: Int) -> Int { text.offsets[text.runs[run].upperBound] }

    private func identity(at run: Int, _ label: NumberLabel?) -> Number? {
        for lengths in [[18], [6, 8, 4], [6, 4, 4, 4], [17], [6, 8, 3], [15], [6, 6, 3]] {
            guard let digits = text.digits(from: run, lengths) else { continue }
            let next = run + lengths.count
            var end = text.runs[next - 1].upperBound
            let endsWithX = digits.count == 17
            if endsWithX {
                guard text[end]?.lowercasedASCII == "x" else { continue }
                end += 1
            }
            guard label == .identity || NumberForms.isIdentity(digits, endsWithX: endsWithX) else { continue }
            return Number(kind: .identityNumber, range: text.runs[run].lowerBound..<end, digits: digits, next: next)
        }
        return nil
    }

    private func card(at run: Int, _ label: NumberLabel?) -> Number? {
        let forms =
            (15...19).map { [$0] } + [[4, 4, 4, 4]] + (1...3).map { [4, 4, 4, 4, $0] } + [[4, 6, 5]]
            + (10...13).map { [6, $0] }
        for lengths in forms.reversed() {
            guard let digits = text.digits(from: run, lengths),
                NumberForms.isCard(digits) || label == .card && digits.count > 15
            else { continue }
            return number(.bankCard, digits, from: run, runs: lengths.count)
        }
        return nil
    }

    /// A mobile number, alone or behind the code of the country.
    private func mobile(at run: Int) -> Number? {
        if let number = plainMobile(at: run) { return number }
        let digits = text.digits(text.runs[run])
        for code in [[8, 6], [0, 0, 8, 6], [0]] where digits.starts(with: code) {
            if digits.count == code.count, digits.count > 1, text.gap(after: run) != .end,
                var number = plainMobile(at: run + 1)
            {
                number.range = text.runs[run].lowerBound..<number.range.upperBound
                return number
            }
            let rest = Array(digits.dropFirst(code.count))
            if NumberForms.isMobile(rest) { return self.number(.mobile, rest, from: run, runs: 1) }
        }
        return nil
    }

    private func plainMobile(at run: Int) -> Number? {
        let forms: [([Int], Set<NumberText.Gap>)] = [
            ([11], []), ([3, 4, 4], [.space, .hyphen]), ([3, 4, 4], [.dot]), ([3, 8], [.space, .hyphen]),
            ([7, 4], [.space, .hyphen]), ([4, 3, 4], [.hyphen]),
        ]
        for (lengths, gaps) in forms {
            guard let digits = text.digits(from: run, lengths, gaps: gaps), NumberForms.isMobile(digits) else {
                continue
            }
            // A row of figures: 135 2024 2025.
            if lengths == [3, 4, 4], text.gap(after: run) == .space, NumberForms.areYears(digits) { continue }
            return number(.mobile, digits, from: run, runs: lengths.count)
        }
        guard text.gap(after: run - 1) == .end, text.gap(after: run + 10) == .end,
            let digits = text.digits(from: run, [Int](repeating: 1, count: 11)), NumberForms.isMobile(digits)
        else { return nil }
        return number(.mobile, digits, from: run, runs: 11)
    }

    /// The code of an area and the number of somebody in it.
    private func landline(at run: Int, _ label: NumberLabel?) -> Number? {
        let whole = text.digits(text.runs[run])
        for area in [3, 4] where whole.count >= area && NumberForms.isAreaCode(Array(whole[..<area])) {
            if whole.count > area {
                let rest = Array(whole[area...])
                guard NumberForms.isSubscriber(rest, area: area), label == .telephone || !NumberForms.isDate(rest)
                else { continue }
                return number(.telephone, whole, from: run, runs: 1)
            }
            guard text.gap(after: run) != .end, text.gap(after: run) != .dot else { continue }
            for lengths in [[8], [7], [4, 4], [3, 4]] {
                guard let rest = text.digits(from: run + 1, lengths), NumberForms.isSubscriber(rest, area: area),
                    label == .telephone || !NumberForms.isDate(rest) && !NumberForms.areYears(rest)
                else { continue }
                var number = number(.telephone, whole + rest, from: run, runs: lengths.count + 1)
                if text.gap(after: run) == .bracket, text[number.range.lowerBound - 1] == "(" {
                    number.range = number.range.lowerBound - 1..<number.range.upperBound
                }
                return number
            }
        }
        return nil
    }

    /// Seven or eight digits, which only a word or a heading makes a telephone, or the telephone before them.
    private func bare(at run: Int, _ label: NumberLabel?) -> Number? {
        let start = text.runs[run].lowerBound
        let isNamed = label == .telephone || isContact || follows(lastTelephone, start)
        guard isNamed, text.gap(after: run - 1) == .end || label == .telephone else { return nil }
        for lengths in [[8], [7], [4, 4], [3, 4]] {
            guard let digits = text.digits(from: run, lengths), digits[0] >= 2, !NumberForms.isDate(digits),
                !NumberForms.areYears(digits), text.gap(after: run + lengths.count - 1) != .hyphen,
                !isFigure(text.runs[run + lengths.count - 1].upperBound)
            else { continue }
            return number(.telephone, digits, from: run, runs: lengths.count)
        }
        return nil
    }

    /// A number with a plus and the code of a country.
    private func international(at run: Int) -> Number? {
        let start = text.runs[run].lowerBound - 1
        guard text[start] == "+", text[start - 1].map({ !$0.isDigit && !$0.isASCIILetter }) ?? true else { return nil }
        if var number = mobile(at: run) {
            guard isEnd(number.range.upperBound, isLabelled: true) else { return nil }
            number.range = start..<number.range.upperBound
            extend(&number)
            return number
        }
        var (next, count) = (run, 0)
        while next < text.runs.count, count + text.length(next) <= 15, next == run || text.gap(after: next - 1) != .end
        {
            count += text.length(next)
            next += 1
            if text.gap(after: next - 1) == .dot { break }
        }
        // More digits than any number has are none.
        guard next > run else { return nil }
        let digits = text.digits(text.runs[run].lowerBound..<text.runs[next - 1].upperBound)
        let isGrouped = next - run > 1 && text.length(run) <= 4
        guard count >= (isGrouped ? 8 : 11), digits[0] > 0,
            (run + 1..<next).allSatisfy({ text.length($0) > 1 }), isGrouped || next - run == 1
        else { return nil }
        var number = number(.telephone, digits, from: run, runs: next - run)
        guard isEnd(number.range.upperBound, isLabelled: false) else { return nil }
        if digits.starts(with: [8, 6]) {
            // A landline is known with and without the code of the country.
            number.digits = [0] + digits.dropFirst(2).drop { $0 == 0 }
        }
        number.range = start..<number.range.upperBound
        extend(&number)
        return number
    }

    private func number(_ kind: PersonalData.Kind, _ digits: [Int], from run: Int, runs count: Int) -> Number {
        Number(
            kind: kind, range: text.runs[run].lowerBound..<text.runs[run + count - 1].upperBound, digits: digits,
            next: run + count)
    }

    /// How many runs make a number that is for everybody: 400-812-3123.
    func lengthOfPublicNumber(at run: Int) -> Int? {
        for lengths in [[3, 3, 4], [3, 4, 3], [3, 7], [4, 3, 3], [4, 6]] {
            guard let digits = text.digits(from: run, lengths), digits[0] == 4 || digits[0] == 8,
                digits[1...2] == [0, 0]
            else { continue }
            return lengths.count
        }
        return nil
    }
}
