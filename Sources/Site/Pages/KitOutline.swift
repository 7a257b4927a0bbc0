/// What a meeting talks over before it takes up a proposal: there is nothing to copy yet, so there are only questions.
/// `templates/partials/kit-outline.mustache` shows each beside what is recorded.
enum OutlinePrompt: String, CaseIterable {
    case why, idea, who, means, watch, trial, verdict
}
