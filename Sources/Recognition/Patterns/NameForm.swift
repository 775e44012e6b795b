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

    /// Whether a word looks like a coined name: a capital inside, a digit beside letters, or capitals
    /// alone (`GANILLA`, `TinyBERT`, `wav2vec`), but not the acronym of a task or a generic notion.
    static func isCoined(_ word: Word, in text: PassageText) -> Bool {
        guard word.kind == .letters, !word.shape.contains(.opaque), word.range.count >= 3 else {
            return false
        }
        guard !word.shape.isDisjoint(with: [.innerCapital, .allCapitals, .digit]) else { return false }
        return !tasks.contains(text.bytes[word.range])
    }

    /// Whether the name is that of a task, a metric or another generic notion.
    static func isNotion(_ name: some Collection<UInt8>) -> Bool {
        tasks.contains(name) || notions.contains(name)
    }

    /// Acronyms that make no name of what they stand in, either.
    private static let tasks: WordSet = [
        "nlp", "llm", "llms", "vlm", "vlms", "mllm", "mllms", "lvlm", "slm", "nlu", "nlg", "ner", "vqa",
        "sft", "cot", "mlm",
        "asr", "tts", "ocr", "api", "gpu", "gpus", "cpu", "tpu", "tpus", "sota", "bleu", "rouge", "agi",
        "faq", "usa", "pdf",
        "url", "iot", "mri", "eeg", "rgb", "2d", "3d", "4d", "phd", "covid", "mlops", "genai", "ood", "iid",
        "kv",
    ]

    /// Fields, kinds of learning and kinds of models. (`OG-VLA` is a name all the same.)
    private static let notions = WordSet(
        """
        ai|ml|dl|rl|drl|cv|xai|hci|qa|nas|ssl|icl|peft|nn|nns|dnn|dnns|lm|lms|plm|plms|slms|lmm|lmms|lvlms|lrm|lrms|vla|vlas|\
        cots|gui|llm-as-judge|llm-as-a-judge|narrow ai|artificial intelligence|machine learning|deep learning|\
        reinforcement learning|deep reinforcement learning|meta-learning|meta learning|transfer learning|\
        federated learning|active learning|contrastive learning|few-shot learning|multi-task learning|\
        continual learning|representation learning|in-context learning|neural architecture search|\
        deep neural network|deep neural networks|natural language processing|computer vision|foundation models|\
        large language models|vision-language model|vision-language models|vision-language-action|\
        vision-language-action model|vision-language-action models|chain-of-thought|chain of thought|\
        intelligence artificielle|apprentissage automatique|apprentissage profond|apprentissage par renforcement|\
        inteligencia artificial|aprendizaje automático|aprendizaje profundo|aprendizaje por refuerzo|\
        inteligência artificial|aprendizado de máquina|aprendizado profundo|aprendizado por reforço|ia|\
        yapay zeka|yapay zekâ|makine öğrenmesi|makine öğrenimi|derin öğrenme|doğal dil işleme|pekiştirmeli öğrenme|\
        人工智能|机器学习|深度学习|强化学习|迁移学习|自然语言处理|计算机视觉|大语言模型|大型语言模型|语言模型|神经网络|自监督学习|\
        联邦学习|知识蒸馏|数据科学|生成式人工智能|الذكاء الاصطناعي|تعلم الآلة|التعلم الآلي|التعلم العميق
        """.split(separator: "|").map(String.init))

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
