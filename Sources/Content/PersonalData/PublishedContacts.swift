/// The numbers and addresses that a library publishes knowingly: the field `published-contacts` of a record, of a
/// source and of the settings, and what the imprint gives as its contact.
package struct PublishedContacts: Sendable, Equatable {
    package static let key = "published-contacts"

    /// The file in which another one would be listed.
    package private(set) var path: String
    private var keys: Set<String> = []

    init(path: String) { self.path = path }

    /// Those of a record, with those of the whole library.
    func adding(_ texts: [String], path: String) -> PublishedContacts {
        var contacts = self
        contacts.path = path
        contacts.add(texts)
        return contacts
    }

    mutating func add(_ texts: [String]) {
        for text in texts { keys.formUnion(PersonalData.find(in: text.utf8, isContact: true).map(\.key)) }
    }

    func contains(_ found: PersonalData) -> Bool { keys.contains(found.key) }
}
