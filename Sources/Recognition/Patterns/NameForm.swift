import KGModel

/// What the form of a name alone says about it: `…BERT` and `…GAN` are models, `…QA` and `…Bench` datasets.
enum NameForm {
    static func type(of name: String) -> EntityType? {
        for (type, endings) in endings {
            if endings.contains(where: { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }) {
                return type
            }
        }
        return nil
    }

    private static let endings: [(EntityType, [String])] = [
        (
            .dataset,
            ["QuAD", "QA", "Bench", "-bench", "Eval", "-Eval", "Corpus", "GLUE", "Bank", "NLI", "MNIST"]
        ),
        (
            .model,
            [
                "BERT", "BERTa", "GAN", "Net", "Former", "former", "GPT", "-LM", "VAE", "Diffusion", "NeRF",
                "CLIP", "LLaMA",
                "LLaVA", "LoRA", "Mamba", "Transformer", "Tagger", "T5",
            ]
        ),
        (.library, [".js", ".py", ".jl", "Kit", "Lib", "lib", "flow", "Flow", "IO", "torch", "++"]),
    ]
}
