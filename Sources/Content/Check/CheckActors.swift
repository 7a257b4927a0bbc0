import Diagnostics
import Text

extension Checker {
    /// Who does a step must be among those who take part in its practice, by the name in the default language.
    mutating func checkActors() {
        for index in library.practices.indices {
            let practice = library.practices.address(of: index)
            for step in practice.pointee.steps {
                for actor in step.by where practice.pointee.actors.named(actor) == nil {
                    let near = suggestions.hint(for: actor.id, in: "who " + practice.pointee.header.path) { _ in
                        .nearest(to: actor.id, among: practice.pointee.actors.map { $0.name[0] })
                    }
                    report(.notAmongActors(actor.id), at: actor.span, hint: near ?? .addActor(actor.id))
                }
            }
        }
    }
}
