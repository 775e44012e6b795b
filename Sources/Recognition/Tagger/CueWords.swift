/// Words beside which names of a type stand, by what they announce, in the seven languages.
/// A class of cues lets a tagger that has seen `proposes` in English know `提出` in Chinese.
enum CueWords {
    /// Classes are counted from 1; 0 is "no cue".
    static let classes: [[String]] = [
        // 1: made by
        ["by", "par", "por", "tarafından", "作者", "authors", "author", "auteurs", "autores", "yazarlar", "由"],
        // 2: at, from (an organization follows)
        ["at", "from", "chez", "来自", "desde", "da", "du"],
        // 3: makes known
        [
            "propose", "proposes", "proposed", "introduce", "introduces", "introduced", "present", "presents",
            "presented", "release", "releases", "released", "announce", "announces", "announced", "publish",
            "published", "launch", "launches", "launched", "develop", "developed", "unveils", "open-sourced",
            "propose", "proposent", "présente", "présentent", "publie", "publié", "introduit", "lance",
            "apresenta", "apresentam", "lança", "lançou", "propõe", "propõem", "publicou", "anuncia",
            "anunciou",
            "presenta", "presentan", "lanza", "lanzó", "publicó", "introduce", "introducen", "propone",
            "proponen",
            "yayınladı", "tanıttı", "sunuyor", "sundu", "duyurdu", "önerdi", "öneriyor",
            "提出", "发布", "推出", "介绍", "开源", "提出了", "发布了", "公布", "宣布", "发表",
        ],
        // 4: named
        [
            "called", "named", "dubbed", "known", "nommé", "nommée", "appelé", "appelée", "intitulé",
            "intitulée",
            "chamado", "chamada", "llamado", "llamada", "denominado", "denominada", "adlı", "isimli",
            "称为", "名为", "叫做", "命名为", "被称为", "简称", "称之为", "即",
        ],
        // 5: model
        [
            "model", "models", "architecture", "algorithm", "network", "networks", "method", "approach",
            "variant",
            "modèle", "modèles", "modelo", "modelos", "arquitetura", "algoritmo", "modeli", "modelleri",
            "mimari",
            "réseau", "réseaux", "rede", "redes", "ağ", "模型", "网络", "算法", "方法", "架构", "模块", "技术",
        ],
        // 6: software
        [
            "library", "libraries", "framework", "toolkit", "package", "tool", "tools", "platform", "app",
            "api",
            "repo", "repository", "code", "implementation", "software", "plugin", "sdk", "bibliothèque",
            "outil",
            "outils", "biblioteca", "bibliotecas", "ferramenta", "herramienta", "librería", "kütüphanesi",
            "kütüphane",
            "araç", "aracı", "库", "工具", "框架", "平台", "工具包", "代码", "软件", "使用", "using", "with",
            "in", "基于",
        ],
        // 7: data
        [
            "dataset", "datasets", "corpus", "benchmark", "benchmarks", "leaderboard", "challenge", "data",
            "task",
            "tasks", "collection", "corpora", "on", "données", "défi", "dados", "conjunto", "datos", "veri",
            "kümesi",
            "seti", "数据集", "基准", "语料库", "排行榜", "基准测试", "数据", "测试集", "benchmark测试", "挑战",
        ],
        // 8: paper
        [
            "paper", "papers", "article", "thesis", "book", "report", "survey", "study", "titled", "entitled",
            "papier", "artigo", "artigos", "artículo", "trabalho", "trabajo", "livre", "livro", "libro",
            "makale",
            "makalesi", "kitap", "论文", "文章", "书", "研究", "综述", "title", "标题", "papers",
        ],
        // 9: venue
        [
            "conference", "workshop", "proceedings", "journal", "symposium", "accepted", "conférence",
            "conferência",
            "conferencia", "atelier", "konferansı", "konferans", "会议", "研讨会", "大会", "期刊", "顶会", "接收",
            "接受", "发表在", "发表于", "accept", "track",
        ],
        // 10: organization
        [
            "university", "institute", "lab", "labs", "laboratory", "company", "startup", "team", "group",
            "inc",
            "corp", "foundation", "college", "school", "department", "ai", "research", "université",
            "entreprise",
            "universidade", "universidad", "empresa", "laboratoire", "laboratório", "équipe", "equipe",
            "equipo",
            "üniversitesi", "şirketi", "ekibi", "大学", "学院", "公司", "实验室", "团队", "研究院", "研究所",
        ],
        // 11: person before
        [
            "dr", "prof", "professor", "mr", "ms", "researcher", "researchers", "scientist", "engineer",
            "author",
            "founder", "ceo", "student", "phd", "chercheur", "chercheurs", "pesquisador", "pesquisadores",
            "investigador", "investigadores", "professeur", "araştırmacı", "教授", "博士", "研究员", "先生",
            "科学家", "作者", "创始人", "同事", "colleagues", "interview", "with", "thanks",
        ],
        // 12: person behind (verbs of saying and writing)
        [
            "writes", "wrote", "explains", "discusses", "shares", "shared", "talks", "says", "said", "gives",
            "et",
            "recently", "describes", "argues", "posted", "partage", "explique", "écrit", "compartilhou",
            "explica",
            "escreveu", "escribió", "compartió", "paylaştı", "anlatıyor", "撰写", "分享", "写道", "认为", "讨论",
            "等人", "等", "al", "demonstrates", "provides",
        ],
        // 13: and
        ["and", "et", "e", "y", "ve", "和", "与", "及", "以及", "or", "ou", "veya", "或"],
        // 14: like
        [
            "like", "as", "including", "e.g", "such", "comme", "tels", "como", "gibi", "例如", "比如", "如", "包括",
            "像", "compared", "outperforms", "than", "beats", "优于", "超过", "相比", "including", "incluindo",
        ],
    ]

    /// Longest cue, in words.
    static let longest = 3

    /// Class by the hash of the cue: `CueWords.hash` over its words.
    static let table: HashIndex = {
        var table = HashIndex(capacity: 512)
        for (index, words) in classes.enumerated() {
            for word in words {
                let cut = Word.split(Array(word.utf8), opaque: [])
                let bytes = Array(word.utf8)
                var hash = FeatureHash.seed
                for part in cut { hash = FeatureHash.mix(hash, FeatureHash.of(bytes[part.range])) }
                if table.find(hash) < 0 { table.insert(hash, Int32(index + 1)) }
            }
        }
        return table
    }()

    /// The class of the cue that a word is alone, by the hash of the word; 0 where it is none.
    static func `class`(ofWord hash: UInt64) -> UInt8 {
        UInt8(truncatingIfNeeded: max(0, table.find(FeatureHash.mix(FeatureHash.seed, hash))))
    }

    /// The first words of the cues that have more than one, by their hashes.
    static let heads: HashIndex = {
        var heads = HashIndex(capacity: 512)
        for cue in classes.joined() {
            let bytes = Array(cue.utf8)
            let words = Word.split(bytes, opaque: [])
            guard words.count > 1 else { continue }
            let hash = FeatureHash.of(bytes[words[0].range])
            if heads.find(hash) < 0 { heads.insert(hash, 1) }
        }
        return heads
    }()

    /// Abbreviations that look like names but are notions, tasks, metrics, hardware or formats, which
    /// newsletters about machine learning use all the time.
    static let notions: [String] = """
        llm llms rl sft cot cots ner mlm nlp nlu nlg ai ml dl lm lms qa vqa asr tts ocr mt nmt smt ir cv agi asi
        api apis gpu gpus cpu cpus tpu tpus npu ram url urls pdf html json csv xml sql sdk ide ui ux gui cli bleu
        rouge meteor cider f1 auc roc map fid psnr ssim wer cer ppl iou mse mae rmse kl sota pos icl rlvr vlm vlms
        mllm mllms lvlm lvlms slm slms plm plms lrm lrms vla mri ct eeg ecg fmri dna rna ehr ehrs emr iot ar vr xr
        2d 3d 4d 6d 1d phd ceo cto cfo faq tldr id us usa uk covid hpc hci kg kgs slam lidar imu rgb rgbd dof flops
        fps bf16 fp16 fp8 fp32 int8 int4 aigc automl xai hitl ood iid cls bos eos oov kv nli sts re el ie srl amr
        mrc rc tod dst absa gec cqa kbqa kgqa rpa crm erp roi kpi adc pca svd ica gdpr ip ipo os db bi b2b saas
        fov hdr rag-less msc bsc md jd gb mb tb kb ms am pm pt et cet utc rss q&a p1 p2 n/a id ids i/o
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    static let notionTable: HashIndex = {
        var table = HashIndex(capacity: 512)
        for word in notions { table.insert(FeatureHash.of(word), 1) }
        return table
    }()
}
