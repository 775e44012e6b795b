import KGModel
import Testing

@Suite struct IdentityTests {
    @Test(arguments: [
        "https://arxiv.org/abs/1810.04805", "http://arxiv.org/abs/1810.04805v1",
        "https://www.arxiv.org/pdf/1810.04805v2.pdf",
        "https://arxiv.org/pdf/1810.04805.pdf", "https://arxiv.org/pdf/1810.04805",
        "https://arxiv.org/pdf/1810.04805.PDF",
        "https://arxiv.org/abs/1810.04805/", "https://arxiv.org/abs/1810.04805?context=cs",
        "HTTPS://ArXiv.org/abs/1810.04805",
        "https://arxiv.org/abs/1810.04805#S3", "//arxiv.org/abs/1810.04805",
        " https://arxiv.org/abs/1810.04805",
        "https://arxiv.org/html/1810.04805v2", "https://arxiv.org:443/abs/1810.04805",
        "https://arxiv.org/format/1810.04805",
        "https://ar5iv.org/abs/1810.04805", "https://ar5iv.labs.arxiv.org/html/1810.04805",
        "https://www.arxiv-vanity.com/papers/1810.04805/", "https://export.arxiv.org/abs/1810.04805",
        "https://doi.org/10.48550/arXiv.1810.04805", "https://huggingface.co/papers/1810.04805",
    ])
    func everyAddressOfAnArxivPaperIsThePaper(url: String) {
        #expect(Identity(url: url)?.description == "arxiv:1810.04805")
    }

    @Test(arguments: [
        ("https://arxiv.org/abs/cs/0112017", "arxiv:cs/0112017"),
        ("https://arxiv.org/abs/cs/0112017v3", "arxiv:cs/0112017"),
        ("http://arxiv.org/pdf/cmp-lg/9404003v1.pdf", "arxiv:cmp-lg/9404003"),
        ("https://arxiv.org/abs/math.GT/0309136", "arxiv:math.gt/0309136"),
        ("https://arxiv.org/abs/hep-th/9901001", "arxiv:hep-th/9901001"),
        ("https://arxiv.org/abs/0704.0001", "arxiv:0704.0001"),
        ("https://arxiv.org/abs/1412.6980v9", "arxiv:1412.6980"),
    ])
    func oldArxivNumbersAreRead(url: String, identity: String) {
        #expect(Identity(url: url)?.description == identity)
    }

    @Test(arguments: [
        ("https://doi.org/10.1038/nature14539", "doi:10.1038/nature14539"),
        ("http://dx.doi.org/10.1162/neco.1997.9.8.1735", "doi:10.1162/neco.1997.9.8.1735"),
        ("https://doi.org/10.1016/S0364-0213(99)00005-1", "doi:10.1016/s0364-0213(99)00005-1"),
        ("https://doi.org/10.1162%2Ftacl_a_00051", "doi:10.1162/tacl_a_00051"),
        ("https://www.aclweb.org/anthology/N19-1423/", "acl:N19-1423"),
        ("https://www.aclweb.org/anthology/N19-1423.pdf", "acl:N19-1423"),
        ("https://www.aclweb.org/anthology/papers/N/N19/N19-1423/", "acl:N19-1423"),
        ("http://aclweb.org/anthology/n19-1423v2", "acl:N19-1423"),
        ("https://aclanthology.org/N19-1423.bib", "acl:N19-1423"),
        ("https://aclanthology.info/papers/P18-1031/p18-1031", "acl:P18-1031"),
        ("https://aclanthology.coli.uni-saarland.de/papers/J93-1003/j93-1003", "acl:J93-1003"),
        ("https://aclanthology.org/2020.acl-main.463/", "acl:2020.acl-main.463"),
        ("https://www.aclweb.org/anthology/2020.acl-main.463.pdf", "acl:2020.acl-main.463"),
        ("https://aclanthology.org/2020.acl-main.463v2.pdf", "acl:2020.acl-main.463"),
        ("https://aclanthology.org/2021.tacl-1.12", "acl:2021.tacl-1.12"),
        ("https://openreview.net/forum?id=SJgIPJBFvH", "openreview:SJgIPJBFvH"),
        ("https://openreview.net/forum?id=H1eA7AEtvS&noteId=abc", "openreview:H1eA7AEtvS"),
        ("https://openreview.net/forum?noteId=abc&id=H1eA7AEtvS#x", "openreview:H1eA7AEtvS"),
        ("https://openreview.net/pdf?id=SJgIPJBFvH", "openreview:SJgIPJBFvH"),
        ("https://openreview.net/references/pdf?id=SJgIPJBFvH", "openreview:SJgIPJBFvH"),
    ])
    func papersAreReadFromTheirPublishersAddresses(url: String, identity: String) throws {
        let found = try #require(Identity(url: url))
        #expect(found.description == identity)
        #expect(found.isPaper)
        #expect(found.impliedType == .paper)
    }

    @Test(arguments: [
        ("https://dl.acm.org/doi/abs/10.1145/3351095.3372873", "doi:10.1145/3351095.3372873"),
        ("https://link.springer.com/article/10.1007%2Fs11263-015-0816-y", "doi:10.1007/s11263-015-0816-y"),
        (
            "https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf",
            "doi:10.1007/s11263-015-0816-y"
        ),
        (
            "https://www.frontiersin.org/articles/10.3389/fnhum.2018.00105/full#h4",
            "doi:10.3389/fnhum.2018.00105"
        ),
        (
            "https://www.biorxiv.org/content/10.1101/2023.04.30.538439v1.full.pdf",
            "doi:10.1101/2023.04.30.538439"
        ),
        ("https://www.biorxiv.org/content/10.1101/622803v4", "doi:10.1101/622803"),
        ("https://www.nature.com/articles/s41586-019-1799-6?error=cookies", "doi:10.1038/s41586-019-1799-6"),
        (
            "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0212356",
            "doi:10.1371/journal.pone.0212356"
        ),
        ("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3211345", "doi:10.2139/ssrn.3211345"),
    ])
    func aPublishersAddressTellsTheDOI(url: String, identity: String) {
        #expect(Identity(url: url)?.description == identity)
    }

    @Test(arguments: [
        ("https://distill.pub/2020/growing-ca/", "distill.pub/2020/growing-ca"),
        ("https://proceedings.mlr.press/v97/tan19a/tan19a.pdf", "proceedings.mlr.press/v97/tan19a.html"),
        ("http://proceedings.mlr.press/v97/tan19a.html", "proceedings.mlr.press/v97/tan19a.html"),
        (
            "http://jmlr.org/papers/volume15/srivastava14a/srivastava14a.pdf",
            "jmlr.org/papers/v15/srivastava14a.html"
        ),
        ("https://jmlr.org/papers/v15/srivastava14a.html", "jmlr.org/papers/v15/srivastava14a.html"),
        (
            "https://papers.nips.cc/paper/7181-attention-is-all-you-need.pdf",
            "papers.nips.cc/paper/7181-attention-is-all-you-need"
        ),
        (
            "https://proceedings.neurips.cc/paper/2017/file/3f5ee243547dee91fbd053c1c4a845aa-Paper.pdf",
            "papers.nips.cc/paper/2017/hash/3f5ee243547dee91fbd053c1c4a845aa-Abstract.html"
        ),
        (
            "http://openaccess.thecvf.com/content_CVPR_2019/papers/Karras_A_Style_paper.pdf",
            "openaccess.thecvf.com/content_CVPR_2019/html/Karras_A_Style_paper.html"
        ),
        ("https://www.ijcai.org/proceedings/2019/0123.pdf", "ijcai.org/proceedings/2019/123"),
        ("https://ieeexplore.ieee.org/abstract/document/8952437", "ieeexplore.ieee.org/document/8952437"),
        (
            "https://www.semanticscholar.org/paper/Systematic-Generalization/6c7494a47cc5421a7b636c244e13586dc2dab007",
            "semanticscholar.org/paper/6c7494a47cc5421a7b636c244e13586dc2dab007"
        ),
        ("http://ceur-ws.org/Vol-2481/paper57.pdf", "ceur-ws.org/Vol-2481/paper57.pdf"),
    ])
    func proceedingsHaveOnePageForEachPaper(url: String, page: String) throws {
        let found = try #require(Identity(url: url))
        #expect(found.description == "paper:" + page)
        #expect(found.impliedType == .paper)
        #expect(Identity(url: found.url) == found)
        #expect(Identity(found.description) == found)
    }

    @Test(arguments: [
        "https://www.nature.com/articles/d41586-019-03822-8", "https://www.nature.com/nature/",
        "https://distill.pub/",
        "https://distill.pub/about/", "https://dl.acm.org/journal/tist", "https://papers.nips.cc/",
        "https://proceedings.mlr.press/v97/", "https://link.springer.com/journal/11263",
        "https://www.semanticscholar.org/author/Sepp-Hochreiter/3308557",
        "https://www.sciencedirect.com/journal/neunet",
    ])
    func newsAndHomePagesOfPublishersAreNoPapers(url: String) {
        #expect(Identity(url: url) == nil)
    }

    @Test(arguments: [
        ("https://github.com/google-research/bert", "github:google-research/bert"),
        ("https://github.com/Google-Research/BERT/", "github:google-research/bert"),
        ("https://github.com/google-research/bert.git", "github:google-research/bert"),
        ("https://github.com/google-research/bert/blob/master/README.md#x", "github:google-research/bert"),
        ("https://github.com/google-research/bert/tree/main/a%20b", "github:google-research/bert"),
        ("http://www.github.com/google-research/bert?tab=readme-ov-file", "github:google-research/bert"),
        ("https://github.com/vuejs/vue.js", "github:vuejs/vue.js"),
        ("https://pypi.org/project/transformers/", "pypi:transformers"),
        ("https://pypi.python.org/pypi/Flask/1.0", "pypi:flask"),
        ("https://pypi.org/project/huggingface_hub/0.1.0", "pypi:huggingface-hub"),
        ("https://huggingface.co/google/electra-small-generator", "hf:google/electra-small-generator"),
        (
            "https://huggingface.co/dbmdz/bert-base-turkish-cased/tree/main",
            "hf:dbmdz/bert-base-turkish-cased"
        ),
        ("https://hf.co/OpenAI-Community/GPT2", "hf:openai-community/gpt2"),
        ("https://huggingface.co/datasets/squad", "hf:datasets/squad"),
        ("https://huggingface.co/datasets/rajpurkar/squad/viewer/default", "hf:datasets/rajpurkar/squad"),
        (
            "https://huggingface.co/spaces/stabilityai/Stable-Diffusion",
            "hf:spaces/stabilityai/stable-diffusion"
        ),
    ])
    func codeAndModelsAreReadWithoutCaseAndWithoutWhatFollows(url: String, identity: String) throws {
        let found = try #require(Identity(url: url))
        #expect(found.description == identity)
        #expect(!found.isPaper)
    }

    @Test(arguments: [
        "", "arxiv", "https://", "https:///abs/1810.04805", "mailto:a@arxiv.org",
        "ftp://arxiv.org/abs/1810.04805",
        "/abs/1810.04805", "https://arxiv.org/", "https://arxiv.org/list/cs.CL/recent",
        "https://arxiv.org/abs/",
        "https://arxiv.org/abs/bert", "https://arxiv.org/a/devlin_j_1", "https://arxiv.org/abs/1810.048",
        "https://doi.org/", "https://doi.org/nature", "https://aclanthology.org/",
        "https://aclanthology.org/people/j/jacob-devlin/",
        "https://aclanthology.org/events/acl-2020/", "https://aclanthology.org/volumes/2020.acl-main/",
        "https://openreview.net/group?id=ICLR.cc/2020", "https://openreview.net/forum",
        "https://openreview.net/forum?id=",
        "https://github.com/", "https://github.com/huggingface", "https://github.com/topics/nlp",
        "https://github.com/trending/python", "https://github.com/orgs/huggingface/repositories",
        "https://github.com/features/copilot", "https://github.com/sponsors/explosion",
        "https://github.com/owner/.git",
        "https://gist.github.com/karpathy/d4dee566867f8291f086", "https://pypi.org/",
        "https://pypi.org/search/?q=bert",
        "https://pypi.org/project/", "https://huggingface.co/", "https://huggingface.co/google",
        "https://huggingface.co/docs/transformers/index",
        "https://huggingface.co/blog/warm-starting-encoder-decoder",
        "https://huggingface.co/models?search=bert",
        "https://huggingface.co/transformers/model_doc/bert.html",
        "https://huggingface.co/datasets", "https://huggingface.co/learn/nlp-course",
        "https://example.org/1810.04805",
        "https://notarxiv.org/abs/1810.04805", "https://arxiv.org.example.com/abs/1810.04805",
        "https://arxiv.org%/abs/x",
    ])
    func addressesThatOnlyLeadSomewhereIdentifyNothing(url: String) {
        #expect(Identity(url: url) == nil)
    }

    @Test(arguments: [
        ("hf:datasets/squad", EntityType.dataset), ("hf:spaces/a/b", .library), ("pypi:flask", .library),
        ("doi:10.1/x", .paper),
    ])
    func someAddressesImplyAType(text: String, type: EntityType) throws {
        #expect(try #require(Identity(text)).impliedType == type)
    }

    @Test(arguments: ["github:google-research/bert", "hf:google/electra-small-generator", "url:keras.io"])
    func aRepositoryMayHoldAnything(text: String) throws {
        #expect(try #require(Identity(text)).impliedType == nil)
    }

    @Test(arguments: [
        "arxiv:1810.04805", "arxiv:cs/0112017", "doi:10.1038/nature14539", "acl:N19-1423",
        "acl:2020.acl-main.463",
        "openreview:SJgIPJBFvH", "github:google-research/bert", "pypi:spacy", "hf:datasets/rajpurkar/squad",
        "hf:openai-community/gpt2",
    ])
    func anIdentityOpensAsAnAddressThatIsReadBack(text: String) throws {
        let identity = try #require(Identity(text))
        #expect(identity.description == text)
        #expect(Identity(url: identity.url) == identity)
    }

    @Test(arguments: [
        "", ":", "arxiv", "arxiv:", "https://arxiv.org/abs/1810.04805", "ARXIV:1810.04805", "isbn:1",
    ])
    func textWithoutAKnownKindIsNoIdentity(text: String) {
        #expect(Identity(text) == nil)
    }

    @Test func identitiesSortByKindThenValue() {
        let sorted = [
            "acl:N19-1423", "arxiv:1810.04805", "arxiv:1907.11692", "github:a/b", "hf:a/b", "url:a.org",
        ]
        #expect(sorted.reversed().compactMap { Identity($0) }.sorted().map(\.description) == sorted)
    }
}

@Suite struct WebAddressTests {
    @Test func anAddressComesApart() throws {
        let address = try #require(
            WebAddress("https://WWW.Example.org:8080/a%20b//%E8%AF%8D/c?x=1&y=a%26b&x=2&z#end"))
        #expect(address.host == "example.org")
        #expect(address.path == ["a b", "词", "c"])
        #expect(address.query("x") == "1")
        #expect(address.query("y") == "a&b")
        #expect(address.query("z") == nil)
    }

    @Test(arguments: ["%", "%4", "%zz", "%+1", "100%"])
    func aBrokenPercentSignStaysAsItIs(part: String) throws {
        #expect(try #require(WebAddress("https://example.org/" + part)).path == [part])
    }

    @Test(arguments: [
        "", "example.org", "mailto:a@b.org", "https://localhost/x", "javascript:alert(1)", "#top", "/a/b",
    ])
    func whatIsNoAbsoluteWebAddressIsRefused(text: String) {
        #expect(WebAddress(text) == nil)
    }
}
