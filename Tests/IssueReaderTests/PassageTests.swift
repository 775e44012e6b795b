import KGModel
import Testing

@Suite struct PassageTests {
    @Test func headingsOpenSections() throws {
        let found = try passages(
            """
            # Notes
            First.
            ## Tools
            Second.
            ### New
            Third.
            ## People
            Fourth.
            Setext
            ======
            Fifth.
            """)
        #expect(
            found.map(\.text) == [
                "Notes", "First.", "Tools", "Second.", "New", "Third.", "People", "Fourth. Setext", "Fifth.",
            ])
        #expect(found.map(\.kind.rawValue).filter { $0 == "heading" }.count == 5)
        #expect(found[1].section == ["Notes"])
        #expect(found[5].section == ["Notes", "Tools", "New"])
        #expect(found[6].section == ["Notes"])
        #expect(found[8].section == ["Fourth. Setext"])
    }

    @Test func aHeadingOfAnyDepthMayComeFirst() throws {
        let found = try passages("### Deep\n\nText.\n\n# Top\n\nMore.")
        #expect(found.map(\.section) == [[], ["Deep"], [], ["Top"]])
    }

    @Test func aParagraphOfSeveralLinesIsOneText() throws {
        let one = try #require(try passages("One\ntwo  \nthree\\\nfour.").first)
        #expect(one.text == "One two three four.")
        #expect(one.lines == 1...4)
        #expect(one.kind == .paragraph)
    }

    @Test func listsGiveAnItemEachHoweverNested() throws {
        let found = try passages(
            """
            - BERT
              - GPT-2, in a list
                of its own
                1. T5
            * XLNet

              with a second paragraph
            """)
        #expect(
            found.map(\.text) == [
                "BERT", "GPT-2, in a list of its own", "T5", "XLNet", "with a second paragraph",
            ])
        #expect(found.allSatisfy { $0.kind == .item })
        #expect(found.map(\.lines) == [1...1, 2...3, 4...4, 5...5, 7...7])
    }

    @Test func tableRowsKeepTheirCellsTogether() throws {
        let found = try passages(
            """
            | Model | Paper |
            |-------|:-----:|
            | **BERT** | [1810.04805](https://arxiv.org/abs/1810.04805) |
            | a \\| b | |
            T5 | `code`
            """)
        #expect(found.map(\.kind) == [.row, .row, .row, .row])
        #expect(found[0].text == "Model | Paper")
        #expect(found[1].text == "BERT | 1810.04805")
        #expect(found[1].lines == 3...3)
        #expect(found[1].strong == ["BERT"])
        #expect(found[1].targets == ["1810.04805 -> https://arxiv.org/abs/1810.04805"])
        #expect(found[2].text.hasPrefix("a | b"))
        #expect(found[3].text == "T5 | code")
        #expect(found[3].hidden == ["code"])
    }

    @Test func quotationsAreTold() throws {
        let found = try passages("> BERT is\n> here,\nlazily.\n>\n> > Nested.\n> - Item\n")
        #expect(found.map(\.text) == ["BERT is here, lazily.", "Nested.", "Item"])
        #expect(found.map(\.kind) == [.quotation, .quotation, .quotation])
    }

    @Test func numberedReferencesStandAlone() throws {
        let found = try passages(
            """
            See [7].

            [7] **BERT: Pre-training:** https://arxiv.org/abs/1810.04805

            [8] **T5:** https://arxiv.org/abs/1910.10683
            [9] **XLNet,
            continued:** https://arxiv.org/abs/1906.08237
            [10] Plain
            """)
        #expect(found.map(\.kind) == [.paragraph, .reference, .reference, .reference, .reference])
        #expect(found[1].text == "[7] BERT: Pre-training: https://arxiv.org/abs/1810.04805")
        #expect(found[1].strong == ["BERT: Pre-training:"])
        #expect(found[2].text == "[8] T5: https://arxiv.org/abs/1910.10683")
        #expect(found[3].text == "[9] XLNet, continued: https://arxiv.org/abs/1906.08237")
        #expect(found[4].text == "[10] Plain")
        #expect(found.map(\.lines) == [1...1, 3...3, 5...5, 6...7, 8...8])
        #expect(found.map(\.links.count) == [0, 1, 1, 1, 0])
        #expect(found[3].strong == ["XLNet, continued:"])
        #expect(found[2].links.first?.identity?.description == "arxiv:1910.10683")
    }

    @Test func aBracketedNumberWithinTextOpensNoReference() throws {
        let found = try passages("As shown by\n[7] and others.\n[x] is none.")
        #expect(found.map(\.kind) == [.paragraph])
    }

    @Test func footnotesAreReferencesAndTheirMarksNoText() throws {
        let found = try passages("BERT[^1] is here.\n\n[^1]: By Devlin and *others*.\n")
        #expect(found.map(\.text) == ["BERT is here.", "By Devlin and others."])
        #expect(found.map(\.kind) == [.paragraph, .reference])
        #expect(found[1].lines == 3...3)
    }

    @Test func linksKeepTheirTextAndTheirTarget() throws {
        let one = try #require(
            try passages(
                "[BERT](https://a.org/b(c) \"A title\"), [T5][t5], <https://b.org>, https://c.org/x. and [](https://d.org)\n\n[t5]: https://t5.org"
            ).first)
        #expect(one.text.hasPrefix("BERT, T5, https://b.org, https://c.org/x. and"))
        #expect(
            one.targets == [
                "BERT -> https://a.org/b(c)", "T5 -> https://t5.org", "https://b.org -> https://b.org",
                "https://c.org/x -> https://c.org/x", " -> https://d.org",
            ])
        #expect(one.links.first?.title == "A title")
        #expect(one.hidden == ["https://b.org", "https://c.org/x"])
    }

    @Test func aBracketWithinALinkTextIsText() throws {
        let one = try #require(try passages("Read [BERT [large] and `T5`](https://a.org/x) today").first)
        #expect(one.text == "Read BERT [large] and T5 today")
        #expect(one.targets == ["BERT [large] and T5 -> https://a.org/x"])
    }

    @Test func emphasisIsKeptAsAHint() throws {
        let one = try #require(try passages("*A* **B** ***C*** _d_ snake_case_name ~~old~~ 2*3*4").first)
        #expect(one.text == "A B C d snake_case_name old 234")
        #expect(one.strong == ["B", "C"])
        #expect(one.slanted.starts(with: ["A"]))
        #expect(one.slanted.contains("d"))
    }

    @Test func emphasisThatMarkdownMissesBesideChineseLeavesNoMarks() throws {
        let one = try #require(try passages("论文**《BERT》**发布").first)
        #expect(one.text == "论文《BERT》发布")
    }

    @Test func codeIsShownButNotSearched() throws {
        let found = try passages(
            """
            Call `import torch` or ``a ` b``.

            ```python
            import tensorflow
            ```

                indented()

            ~~~
            # no heading
            ~~~
            After.
            """)
        #expect(found.map(\.text) == ["Call import torch or a ` b.", "After."])
        #expect(found[0].hidden == ["import torch", "a ` b"])
    }

    @Test func picturesAreNoText() throws {
        let found = try passages(
            "Before ![BERT [x]](figures/bert(1).png \"T\") after ![][i] end\n\n[i]: x.png\n\n![only](a.png)")
        #expect(found.map { $0.text.split(separator: " ").joined(separator: " ") } == ["Before after end"])
    }

    @Test func aPictureThatIsALinkKeepsTheAddress() throws {
        let one = try #require(try passages("[![Paper](badge.svg)](https://arxiv.org/abs/1810.04805)").first)
        #expect(!one.text.contains { !$0.isWhitespace })
        #expect(one.links.map(\.url) == ["https://arxiv.org/abs/1810.04805"])
    }

    @Test func tagsAreNoText() throws {
        let one = try #require(
            try passages(
                "A <b class=\"BERT\">bold</b> <a href='https://a.org/?x=1&amp;y=2'>link</a><br/>end <!-- GPT-2 --> now"
            ).first)
        #expect(one.text.split(separator: " ").joined(separator: " ") == "A bold link end now")
        #expect(one.targets == ["link -> https://a.org/?x=1&y=2"])
    }

    @Test func blocksOfTagsGiveTheirText() throws {
        let found = try passages(
            """
            <div align="center"><p>BERT &amp; <i>T5</i></p>
            <a href="https://github.com/google-research/bert">the code</a>
            <script>var gpt = 2;</script><pre>XLNet</pre>
            <img src="ELMo.png" alt="x > y"></div>

            <!-- RoBERTa
            over two lines -->

            <summary>More</summary>
            """)
        #expect(found.map(\.text) == ["BERT & T5", "the code", "More"])
        #expect(found[1].targets == ["the code -> https://github.com/google-research/bert"])
        #expect(found.map(\.lines) == [1...1, 2...2, 9...9])
    }

    @Test func linksOfTagsKeepTheirAddressWhateverTheyHold() throws {
        let found = try passages(
            """
            <p align="center">
              <a href="https://arxiv.org/abs/1810.04805"><img src="badge.svg"></a>
              <a href="https://github.com/google-research/bert">code </a>
            </p>

            <p><a href="https://t5.org">T5
            </a></p>
            """)
        #expect(found.map(\.text) == ["code", "T5"])
        #expect(
            found.map(\.targets) == [
                [" -> https://arxiv.org/abs/1810.04805", "code -> https://github.com/google-research/bert"],
                ["T5 -> https://t5.org"],
            ])
        let picture = try passages("<div>\n<a href='https://a.org'><img src='x.png'/></a>\n</div>")
        #expect(picture.map(\.text) == [""])
        #expect(picture.map(\.lines) == [2...2])
        #expect(picture.map(\.targets) == [[" -> https://a.org"]])
    }

    @Test(arguments: ["<!-- BERT -->", "<!-- BERT\n\nT5 -->", "<!---->", "<!-- open"])
    func commentsAreNoText(source: String) throws {
        let text = try passages(source).map(\.text).joined()
        #expect(!text.contains("T5"))
        #expect(!text.contains("--"))
    }

    @Test(arguments: [
        ("AT&amp;T", "AT&T"), ("x &lt; y", "x < y"), ("caf&eacute;", "café"), ("\\*no\\*", "*no*"),
        ("a\\_b", "a_b"),
    ])
    func escapesReadAsTheCharactersTheyStandFor(source: String, text: String) throws {
        #expect(try passages(source).map(\.text) == [text])
    }

    @Test func jekyllsBackslashesAreNoText() throws {
        let found = try passages(
            "First.\n\\\\\nSecond.\n\n\\\\\n\n\\\\Third. {: .center}\n{: .note}\n{% raw %}Fourth {{ site.url }}.{% endraw %}"
        )
        let text = found.map(\.text).joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(text == "First. Second. Third. {: .center} Fourth .")
    }

    @Test func aMediumCardGivesItsLink() throws {
        let found = try passages(
            """
            [](https://github.com/huggingface/transformers) [## huggingface/transformers

            State-of-the-art NLP

            github.com](https://github.com/huggingface/transformers)

            After.
            """)
        #expect(
            found.flatMap(\.links).compactMap { $0.identity?.description } == [
                "github:huggingface/transformers"
            ])
        let text = found.map(\.text).joined(separator: "\n")
        #expect(text.contains("huggingface/transformers"))
        #expect(text.contains("State-of-the-art NLP"))
        #expect(!text.contains("]("))
        #expect(!text.contains("#"))
        #expect(found.last?.text == "After.")
    }

    @Test func rulesAndEmptyItemsAreNoPassages() throws {
        #expect(
            try passages("***\n\n-\n\n- \n\n* * *\n\n|\n\n#\n\nx").map(\.text).filter { !$0.isEmpty } == [
                "|", "x",
            ])
    }
}
