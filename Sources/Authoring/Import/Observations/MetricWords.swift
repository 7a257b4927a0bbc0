/// Words in the names of metrics that tell what kind of number stands below them.
enum MetricWords {
    /// How something changed: 办件增长.
    static let changes = ["增长", "下降", "变化"]
    /// By what part of it: 增幅.
    static let rates = ["增幅", "增速", "降幅"]
    /// What part of the whole it is.
    static let shares = ["占比", "比例"]
    /// Points that somebody gives.
    static let scores = ["指数", "得分", "评分", "分值"]
}
