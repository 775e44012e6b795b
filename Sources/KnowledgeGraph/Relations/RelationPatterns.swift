import KGModel

/// All phrases that state relations, by what stands on their two sides.
enum RelationPatterns {
    static let all: [RelationRule] =
        AffiliationPatterns.rules + AuthorshipPatterns.rules + ReleasePatterns.rules
        + EvaluationPatterns.rules
        + IntroductionPatterns.rules

    private struct Sides: Hashable {
        var left: EntityType
        var right: EntityType
    }

    private static let bySides = Dictionary(grouping: all) { Sides(left: $0.left, right: $0.right) }

    static func rules(from left: EntityType, to right: EntityType) -> [RelationRule] {
        bySides[Sides(left: left, right: right)] ?? []
    }

    /// Whether a relation of this kind can hold of what the mention names: nobody released the LSTM or Python.
    static func accepts(_ kind: RelationKind, _ record: IssueRecord, _ subject: Int, _ object: Int) -> Bool {
        let name = NameKey(record.mentions[subject].surface).text
        switch kind {
        case .releasedBy, .introducedIn, .evaluatedOn: return !architectures.contains(name)
        case .from: return !languages.contains(name)
        case .at, .by: return true
        }
    }

    /// Whether a phrase of possession (`GPT-2 of Hugging Face`) tells who made a model: not beside those that host what
    /// others made.
    static func isHost(_ record: IssueRecord, _ organization: Int) -> Bool {
        hosts.contains(NameKey(record.mentions[organization].surface).text)
    }

    private static let hosts: Set<String> = Set(
        ["Hugging Face", "HuggingFace", "GitHub", "Kaggle", "TensorFlow Hub", "PyTorch Hub"].map {
            NameKey($0).text
        })

    /// Architectures and methods that many build upon: a model of somebody's, not somebody's model.
    private static let architectures: Set<String> = Set(
        [
            "Transformer", "Transformers", "Transformer model", "LSTM", "LSTMs", "BiLSTM", "RNN", "RNNs",
            "CNN", "CNNs",
            "GAN", "GANs", "GNN", "GNNs", "GRU", "MLP", "VAE", "Autoencoder", "Seq2Seq",
            "sequence-to-sequence", "DNN",
            "DAE", "CRF", "SVM", "PCA", "k-means", "Random Forest", "SGD", "Adam", "Dropout", "BPE", "RLHF",
            "PPO", "DPO",
            "RAG", "LoRA", "MoE", "Diffusion", "U-Net", "MAML", "MCTS", "Perceptron", "变换器", "循环神经网络",
            "卷积神经网络", "图神经网络", "生成对抗网络",
        ].map { NameKey($0).text })

    /// Programming languages and platforms, which a course of somebody's is about.
    private static let languages: Set<String> = Set(
        [
            "Python", "JavaScript", "Java", "C++", "C", "C#", "R", "Julia", "Swift", "Go", "Rust", "Node.js",
            "CUDA",
            "Linux", "Docker", "Kubernetes", "Jupyter", "Jupyter Notebook", "NumPy", "HTML", "SQL", "MATLAB",
            "Scala",
            "Kotlin", "TypeScript", "Android", "iOS", "Excel", "LaTeX",
        ].map { NameKey($0).text })
}
