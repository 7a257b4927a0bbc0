extension DiagnosticLanguage {
    /// Whether a tag of BCP 47 (zh-Hans) or a locale of POSIX (zh_CN.UTF-8) is of this language, whatever its script and
    /// country.
    package func matches(_ tag: String) -> Bool {
        tag.prefix(while: \.isLetter).lowercased() == rawValue.prefix(while: \.isLetter)
    }
}
