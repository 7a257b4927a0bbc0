import Content

extension Strings {
    /// A source outside its site: its title and where it appeared.
    func cited(_ source: Source, in language: Int) -> String {
        let outlet = source.outlet[language] + (source.isOutletPrinted ? "" : self[.outletInferred])
        return format(.sourceCited, ["title": source.title[language], "outlet": outlet])
    }

    /// Somebody who speaks in a source, with their office.
    func cited(_ speaker: Source.Speaker, in language: Int) -> String {
        format(.speakerCited, ["name": speaker.name[language], "role": speaker.role[language]])
    }
}
