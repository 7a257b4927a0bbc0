/// What a template sees at one level: a subject, and the frame around it.
///
/// A compiled template knows of every level which view it belongs to, so that a name that an inner view lacks is
/// bound to the right frame further out when the template is compiled.
class Frame {
    let outer: Frame?

    init(outer: Frame?) { self.outer = outer }

    final func outward(_ levels: Int) -> Frame {
        var frame = self
        for _ in 0..<levels { frame = frame.outer ?? frame }
        return frame
    }
}

final class SubjectFrame<Subject>: Frame {
    let subject: Subject

    init(_ subject: Subject, outer: Frame?) {
        self.subject = subject
        super.init(outer: outer)
    }
}

extension Frame {
    /// The subject of the frame.
    ///
    /// Frames are made only by the view whose closures read them: ``ViewScope`` ties the two together, and a compiled
    /// template keeps the number of levels between them. So the type is known; debug builds check it.
    final func subject<Subject>(as _: Subject.Type) -> Subject {
        unsafeDowncast(self, to: SubjectFrame<Subject>.self).subject
    }
}
