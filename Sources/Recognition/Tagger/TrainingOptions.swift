/// How a conditional random field is trained.
public struct TrainingOptions: Sendable {
    public var epochs = 5
    /// The weights are the mean of those after each of so many last epochs (averaging, Polyak and Juditsky 1992): what
    /// the last few names happened to teach weighs less.
    public var averagedEpochs = 2
    /// FTRL-Proximal's step, smoothing and penalties.
    public var alpha: Float = 0.06
    public var beta: Float = 1
    public var l1: Float = 1
    public var l2: Float = 0.05
    /// Share of names whose words, and whose candidates, are hidden in an epoch. Of the names in a new issue fewer
    /// are known than of those in the annotated ones, which the lexicon's writers have read.
    public var hiddenWords: Float = 0.3
    public var hiddenCandidates: Float = 0.3
    /// Share of features hidden at random.
    public var hiddenFeatures: Float = 0.1
    /// Fewest occurrences of a feature in the training set.
    public var minimumCount: Int32 = 2
    public var seed: UInt64 = 1
    /// Whether names may be spelt like any other words (`logistic regression`), so that each word is looked at, not only
    /// what can be a name by its looks. Issues of another kind are still learnt from by what looks like a name.
    public var readsEveryWord = false
    /// Words whose labels' probabilities are all within this of the truth teach nothing.
    public var tolerance: Float = 0.01

    public init() {}
}
