graph [
  directed 0
  node [
    id 0
    label "BERT"
    key "model:BERT"
    type "model"
    issues 16
    mentions 101
    first "2019-03-25"
    last "2020-03-30"
    aliases "BERT-base; BERT-large; Bidirectional Encoder Representations from Transformers; bert; &#1576;&#1610;&#1585;&#1578;; &#20271;&#29305;"
    identities "github:google-research/bert; hf:google-bert/bert-base-uncased"
    url "https://github.com/google-research/bert"
  ]
  node [
    id 1
    label "PyTorch"
    key "library:PyTorch"
    type "library"
    issues 16
    mentions 40
    first "2019-03-25"
    last "2020-03-30"
    aliases "PyTorch 1.1; PyTorch 1.2; PyTorch 1.3; PyTorch 1.4; pytorch; &#1576;&#1575;&#1610; &#1578;&#1608;&#1585;&#1588;"
    identities "github:pytorch/pytorch; pypi:torch; url:pytorch.org"
    url "https://github.com/pytorch/pytorch"
  ]
  node [
    id 2
    label "GPT-2"
    key "model:GPT-2"
    type "model"
    issues 14
    mentions 38
    first "2019-03-25"
    last "2020-01-20"
    aliases "GPT-2 Large; GPT-2 Medium; GPT-2 Small; GPT-2 XL; gpt-2"
    identities "github:openai/gpt-2; hf:openai-community/gpt2"
    url "https://github.com/openai/gpt-2"
  ]
  node [
    id 3
    label "Google"
    key "organization:Google"
    type "organization"
    issues 13
    mentions 35
    first "2019-03-25"
    last "2020-03-30"
    aliases "Google Inc; Google LLC; &#1043;&#1091;&#1075;&#1083;; &#1580;&#1608;&#1580;&#1604;; &#1594;&#1608;&#1594;&#1604;; &#1602;&#1608;&#1602;&#1604;; &#12464;&#12540;&#12464;&#12523;; &#35895;&#27468;; &#35895;&#27468;&#20844;&#21496;; &#44396;&#44544;"
    identities "url:google.com"
    url "https://google.com"
  ]
  node [
    id 4
    label "Transformer"
    key "model:Transformer"
    type "model"
    issues 15
    mentions 32
    first "2019-03-25"
    last "2020-03-30"
    aliases "Transformer-base; Transformer-big; Transformers; transformadores; transformeur; transformeurs; &#1575;&#1604;&#1605;&#1581;&#1608;&#1604;&#1575;&#1578;; &#21464;&#21387;&#22120;; &#21464;&#25442;&#22120;"
  ]
  node [
    id 5
    label "Hugging Face"
    key "organization:Hugging Face"
    type "organization"
    issues 16
    mentions 30
    first "2019-03-25"
    last "2020-03-30"
    aliases "HF; Huggingface Inc; &#1607;&#1575;&#1580;&#1610;&#1606;&#1580; &#1601;&#1610;&#1587;; &#1607;&#1575;&#1594;&#1610;&#1606;&#1594; &#1601;&#1610;&#1587;; &#1607;&#1602;&#1606;&#1602; &#1601;&#1610;&#1587;; &#25265;&#25265;&#33080;; &#25317;&#25265;&#30340;&#33080;; &#25317;&#25265;&#33080;; &#25317;&#25265;&#38754;"
    identities "url:github.com/huggingface; url:huggingface.co"
    url "https://github.com/huggingface"
  ]
  node [
    id 6
    label "XLNet"
    key "model:XLNet"
    type "model"
    issues 10
    mentions 28
    first "2019-07"
    last "2020-03-30"
    aliases "XLNet-Large; XLNet-base"
    identities "github:zihangdai/xlnet"
    url "https://github.com/zihangdai/xlnet"
  ]
  node [
    id 7
    label "RoBERTa"
    key "model:RoBERTa"
    type "model"
    issues 10
    mentions 24
    first "2019-09-02"
    last "2020-03-30"
    aliases "RoBERTa-base; RoBERTa-large; &#32599;&#20271;&#22612;"
    identities "hf:facebookai/roberta-base"
    url "https://huggingface.co/facebookai/roberta-base"
  ]
  node [
    id 8
    label "OpenAI"
    key "organization:OpenAI"
    type "organization"
    issues 12
    mentions 24
    first "2019-03-25"
    last "2020-03-30"
    aliases "Open AI Inc; OpenAI&#20844;&#21496;; openai; &#1571;&#1608;&#1576;&#1606; &#1570;&#1610;; &#1571;&#1608;&#1576;&#1606; &#1571;&#1610;&#1607; &#1570;&#1610;; &#1571;&#1608;&#1576;&#1606; &#1573;&#1610;&#1607; &#1570;&#1610;; &#1571;&#1608;&#1576;&#1606; &#1573;&#1610;&#1607; &#1571;&#1610;; &#24320;&#25918;AI; &#24320;&#25918;&#20154;&#24037;&#26234;&#33021;"
    identities "url:github.com/openai; url:openai.com"
    url "https://github.com/openai"
  ]
  node [
    id 9
    label "GLUE"
    key "dataset:GLUE"
    type "dataset"
    issues 16
    mentions 21
    first "2019-03-25"
    last "2020-03-30"
    aliases "General Language Understanding Evaluation"
    identities "hf:nyu-mll/glue; url:gluebenchmark.com"
    url "https://huggingface.co/nyu-mll/glue"
  ]
  node [
    id 10
    label "TensorFlow"
    key "library:TensorFlow"
    type "library"
    issues 14
    mentions 17
    first "2019-03-25"
    last "2020-03-30"
    aliases "TF 2.0; TF2; TensorFlow 2.0; TensorFlow 2.1; &#1578;&#1606;&#1587;&#1585;&#1601;&#1604;&#1608;; &#1578;&#1606;&#1587;&#1608;&#1585;&#1601;&#1604;&#1608;; &#1578;&#1610;&#1606;&#1587;&#1608;&#1585;&#1601;&#1604;&#1608;; &#24352;&#37327;&#27969;"
    identities "github:tensorflow/tensorflow; pypi:tensorflow; url:tensorflow.org; url:www.tensorflow.org"
    url "https://github.com/tensorflow/tensorflow"
  ]
  node [
    id 11
    label "Facebook AI"
    key "organization:Facebook AI"
    type "organization"
    issues 11
    mentions 17
    first "2019-04-23"
    last "2020-01-20"
    aliases "FAIR; FB AI; Facebook AI Research; Facebook Artificial Intelligence; Facebook Artificial Intelligence Research; Facebook IA; Facebook Yapay Zeka; &#1601;&#1610;&#1587;&#1576;&#1608;&#1603; &#1604;&#1604;&#1584;&#1603;&#1575;&#1569; &#1575;&#1604;&#1575;&#1589;&#1591;&#1606;&#1575;&#1593;&#1610;; &#33080;&#20070;AI; &#33080;&#20070;&#20154;&#24037;&#26234;&#33021;; &#33080;&#20070;&#20154;&#24037;&#26234;&#33021;&#30740;&#31350;; &#33080;&#20070;&#20154;&#24037;&#26234;&#33021;&#30740;&#31350;&#38498;"
    identities "url:ai.facebook.com; url:github.com/facebookresearch"
    url "https://ai.facebook.com"
  ]
  node [
    id 12
    label "ELMo"
    key "model:ELMo"
    type "model"
    issues 10
    mentions 16
    first "2019-03-25"
    last "2019-11-17"
    aliases "ELMO; Embeddings from Language Models"
  ]
  node [
    id 13
    label "AllenNLP"
    key "library:AllenNLP"
    type "library"
    issues 11
    mentions 12
    first "2019-03-25"
    last "2020-03-30"
    aliases "allennlp"
    identities "github:allenai/allennlp; pypi:allennlp; url:allennlp.org"
    url "https://github.com/allenai/allennlp"
  ]
  node [
    id 14
    label "spaCy"
    key "library:spaCy"
    type "library"
    issues 11
    mentions 12
    first "2019-03-25"
    last "2020-03-30"
    aliases "spaCy 2.1; spaCy 2.2"
    identities "github:explosion/spacy; pypi:spacy; url:spacy.io"
    url "https://github.com/explosion/spacy"
  ]
  node [
    id 15
    label "fairseq"
    key "library:fairseq"
    type "library"
    issues 11
    mentions 11
    first "2019-04-23"
    last "2020-01-20"
    identities "github:facebookresearch/fairseq; github:pytorch/fairseq; pypi:fairseq"
    url "https://github.com/facebookresearch/fairseq"
  ]
  node [
    id 16
    label "Allen Institute for AI"
    key "organization:Allen Institute for AI"
    type "organization"
    issues 8
    mentions 11
    first "2019-03-25"
    last "2019-11-17"
    aliases "AI2; Allen Institute; Allen Institute for Artificial Intelligence; Allen Yapay Zeka Enstit&#252;s&#252;; AllenAI; Institut Allen pour l'IA; Institut Allen pour l'intelligence artificielle; Instituto Allen de IA; Instituto Allen de Inteligencia Artificial; Instituto Allen de Intelig&#234;ncia Artificial; Instituto Allen para Intelig&#234;ncia Artificial; The Allen Institute for AI; allenai; the Allen Institute for AI; &#1605;&#1593;&#1607;&#1583; &#1570;&#1604;&#1606; &#1604;&#1604;&#1584;&#1603;&#1575;&#1569; &#1575;&#1604;&#1575;&#1589;&#1591;&#1606;&#1575;&#1593;&#1610;; &#1605;&#1593;&#1607;&#1583; &#1571;&#1604;&#1610;&#1606; &#1604;&#1604;&#1584;&#1603;&#1575;&#1569; &#1575;&#1604;&#1575;&#1589;&#1591;&#1606;&#1575;&#1593;&#1610;; &#33406;&#20262;&#20154;&#24037;&#26234;&#33021;&#30740;&#31350;&#25152;; &#33406;&#20262;&#20154;&#24037;&#26234;&#33021;&#30740;&#31350;&#38498;; &#33406;&#20262;&#30740;&#31350;&#25152;"
    identities "url:allenai.org; url:github.com/allenai"
    url "https://allenai.org"
  ]
  node [
    id 17
    label "XLM"
    key "model:XLM"
    type "model"
    issues 8
    mentions 10
    first "2019-07"
    last "2020-03-30"
    identities "github:facebookresearch/xlm"
    url "https://github.com/facebookresearch/xlm"
  ]
  node [
    id 18
    label "Microsoft"
    key "organization:Microsoft"
    type "organization"
    issues 8
    mentions 10
    first "2019-04-23"
    last "2020-03-30"
    aliases "MSFT; Microsoft Corporation; &#1605;&#1575;&#1610;&#1603;&#1585;&#1608;&#1587;&#1608;&#1601;&#1578;; &#12510;&#12452;&#12463;&#12525;&#12477;&#12501;&#12488;; &#24494;&#36719;; &#24494;&#36719;&#20844;&#21496;; &#47560;&#51060;&#53356;&#47196;&#49548;&#54532;&#53944;"
    identities "url:github.com/microsoft; url:microsoft.com"
    url "https://github.com/microsoft"
  ]
  node [
    id 19
    label "ICLR"
    key "venue:ICLR"
    type "venue"
    issues 8
    mentions 10
    first "2019-04-23"
    last "2020-03-30"
    aliases "Conferencia Internacional sobre Representaciones de Aprendizaje; Confer&#234;ncia Internacional sobre Representa&#231;&#245;es de Aprendizado; Conf&#233;rence internationale sur l'apprentissage des repr&#233;sentations; ICLR 2020; International Conference on Learning Representations; Uluslararas&#305; &#214;&#287;renme Temsilleri Konferans&#305;; &#22269;&#38469;&#23398;&#20064;&#34920;&#24449;&#20250;&#35758;; &#22269;&#38469;&#23398;&#20064;&#34920;&#24449;&#22823;&#20250;; &#22269;&#38469;&#23398;&#20064;&#34920;&#31034;&#20250;&#35758;; &#22269;&#38469;&#34920;&#24449;&#23398;&#20064;&#20250;&#35758;; &#22269;&#38469;&#34920;&#24449;&#23398;&#20064;&#22823;&#20250;"
    identities "url:iclr.cc"
    url "https://iclr.cc"
  ]
  node [
    id 20
    label "Thomas Wolf"
    key "person:Thomas Wolf"
    type "person"
    issues 9
    mentions 9
    first "2019-06-10"
    last "2020-03-30"
    aliases "&#25176;&#39532;&#26031;&#183;&#27779;&#23572;&#22827;"
  ]
  edge [
    source 0
    target 6
    weight 9.0
    passages 18
    issues 8
    editions 4
    jaccard 0.157895
    npmi 0.240869
    llr 6.891746
    p 0.00865946
    q 0.187844
    significance "no"
    first "2019-07"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 3
    weight 9.0
    passages 17
    issues 11
    editions 6
    jaccard 0.147541
    npmi 0.145742
    llr 2.559157
    p 0.109657
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 5
    weight 9.0
    passages 17
    issues 13
    editions 7
    jaccard 0.155172
    npmi 0.21459
    llr 5.462178
    p 0.0194324
    q 0.322349
    significance "no"
    first "2019-03-25"
    last "2020-01-20"
  ]
  edge [
    source 0
    target 2
    weight 9.0
    passages 16
    issues 12
    editions 7
    jaccard 0.142857
    npmi 0.106301
    llr 1.387265
    p 0.238868
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2020-01-20"
  ]
  edge [
    source 0
    target 12
    weight 10.0
    passages 15
    issues 10
    editions 6
    jaccard 0.185185
    npmi 0.350565
    llr 16.309209
    p 5.38019e-05
    q 0.00606885
    significance "yes"
    first "2019-03-25"
    last "2019-11-17"
  ]
  edge [
    source 1
    target 5
    weight 9.0
    passages 15
    issues 12
    editions 7
    jaccard 0.36
    npmi 0.560172
    llr 23.2603
    p 1.41491e-06
    q 0.000399005
    significance "yes"
    first "2019-03-25"
    last "2019-11-17"
  ]
  edge [
    source 1
    target 10
    weight 8.0
    passages 14
    issues 14
    editions 8
    jaccard 0.363636
    npmi 0.612152
    llr 25.998543
    p 3.41675e-07
    q 0.000152956
    significance "yes"
    first "2019-03-25"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 1
    weight 7.0
    passages 13
    issues 11
    editions 6
    jaccard 0.106061
    npmi -0.000923
    llr 0.0001
    p 0.992021
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-11-17"
  ]
  edge [
    source 0
    target 4
    weight 7.5
    passages 13
    issues 11
    editions 7
    jaccard 0.121951
    npmi 0.096358
    llr 1.052118
    p 0.30502
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 7
    weight 6.5
    passages 13
    issues 10
    editions 5
    jaccard 0.111111
    npmi 0.137939
    llr 1.980751
    p 0.159311
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2020-03-30"
  ]
  edge [
    source 2
    target 5
    weight 7.0
    passages 12
    issues 12
    editions 7
    jaccard 0.269231
    npmi 0.449211
    llr 13.503421
    p 0.000238129
    q 0.0167881
    significance "yes"
    first "2019-03-25"
    last "2020-01-20"
  ]
  edge [
    source 0
    target 9
    weight 5.0
    passages 10
    issues 8
    editions 4
    jaccard 0.084746
    npmi 0.075863
    llr 0.540256
    p 0.462327
    q 1.0
    significance "no"
    first "2019-04-23"
    last "2019-10-07"
  ]
  edge [
    source 1
    target 2
    weight 6.0
    passages 10
    issues 10
    editions 6
    jaccard 0.181818
    npmi 0.269373
    llr 5.104106
    p 0.0238693
    q 0.34967
    significance "no"
    first "2019-03-25"
    last "2019-11-17"
  ]
  edge [
    source 1
    target 6
    weight 5.0
    passages 10
    issues 8
    editions 4
    jaccard 0.178571
    npmi 0.312819
    llr 5.881122
    p 0.0153041
    q 0.265585
    significance "no"
    first "2019-07"
    last "2020-01-20"
  ]
  edge [
    source 2
    target 8
    weight 6.0
    passages 10
    issues 10
    editions 6
    jaccard 0.285714
    npmi 0.553448
    llr 18.146836
    p 2.04509e-05
    q 0.00277632
    significance "yes"
    first "2019-03-25"
    last "2019-11-17"
    relations "GPT-2 released by OpenAI"
  ]
  edge [
    source 2
    target 4
    weight 4.5
    passages 9
    issues 9
    editions 5
    jaccard 0.147541
    npmi 0.228945
    llr 3.171672
    p 0.0749257
    q 0.82859
    significance "no"
    first "2019-04-23"
    last "2019-11-17"
  ]
  edge [
    source 4
    target 5
    weight 4.5
    passages 9
    issues 7
    editions 4
    jaccard 0.176471
    npmi 0.315869
    llr 5.49707
    p 0.0190484
    q 0.320695
    significance "no"
    first "2019-09-02"
    last "2020-03-30"
  ]
  edge [
    source 5
    target 20
    weight 5.0
    passages 9
    issues 9
    editions 5
    jaccard 0.357143
    npmi 0.697868
    llr 25.661814
    p 4.06797e-07
    q 0.000152956
    significance "yes"
    first "2019-06-10"
    last "2020-03-30"
    relations "Thomas Wolf at Hugging Face"
  ]
  edge [
    source 1
    target 4
    weight 4.0
    passages 8
    issues 4
    editions 2
    jaccard 0.125
    npmi 0.174953
    llr 1.822837
    p 0.176976
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 5
    target 7
    weight 4.0
    passages 8
    issues 6
    editions 3
    jaccard 0.181818
    npmi 0.352414
    llr 6.073341
    p 0.0137237
    q 0.24572
    significance "no"
    first "2019-10-07"
    last "2020-01-20"
  ]
  edge [
    source 6
    target 7
    weight 4.0
    passages 8
    issues 6
    editions 3
    jaccard 0.190476
    npmi 0.372824
    llr 6.656716
    p 0.00987828
    q 0.21024
    significance "no"
    first "2019-09-02"
    last "2020-03-30"
  ]
  edge [
    source 5
    target 10
    weight 4.0
    passages 7
    issues 7
    editions 4
    jaccard 0.2
    npmi 0.402627
    llr 7.59301
    p 0.0058595
    q 0.152147
    significance "no"
    first "2019-04-23"
    last "2019-11-17"
  ]
  edge [
    source 0
    target 10
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.05
    npmi -0.040061
    llr 0.125098
    p 0.72357
    q 1.0
    significance "no"
    first "2019-04-23"
    last "2019-11-17"
  ]
  edge [
    source 0
    target 19
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.054545
    npmi 0.136823
    llr 1.327845
    p 0.249189
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 20
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.054545
    npmi 0.136823
    llr 1.327845
    p 0.249189
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-11-17"
  ]
  edge [
    source 1
    target 17
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.136364
    npmi 0.385519
    llr 6.305125
    p 0.0120389
    q 0.222621
    significance "no"
    first "2019-07"
    last "2020-01-20"
  ]
  edge [
    source 2
    target 6
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.103448
    npmi 0.154773
    llr 1.206771
    p 0.271973
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 2
    target 7
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.107143
    npmi 0.175199
    llr 1.510516
    p 0.21906
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2020-01-20"
  ]
  edge [
    source 3
    target 4
    weight 3.0
    passages 6
    issues 4
    editions 2
    jaccard 0.1
    npmi 0.130169
    llr 0.876436
    p 0.34918
    q 1.0
    significance "no"
    first "2019-07"
    last "2020-01-20"
  ]
  edge [
    source 3
    target 6
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.111111
    npmi 0.183156
    llr 1.624299
    p 0.202493
    q 1.0
    significance "no"
    first "2019-07"
    last "2020-03-30"
  ]
  edge [
    source 3
    target 19
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.157895
    npmi 0.426992
    llr 7.278253
    p 0.00697944
    q 0.164017
    significance "no"
    first "2019-10-07"
    last "2020-03-30"
  ]
  edge [
    source 5
    target 6
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.125
    npmi 0.232703
    llr 2.460023
    p 0.116777
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 6
    target 9
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.142857
    npmi 0.294245
    llr 3.667633
    p 0.0554789
    q 0.645157
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 6
    target 17
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.2
    npmi 0.49545
    llr 8.958391
    p 0.00276198
    q 0.079885
    significance "no"
    first "2019-07"
    last "2020-01-20"
  ]
  edge [
    source 7
    target 9
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.15
    npmi 0.314671
    llr 4.097903
    p 0.0429364
    q 0.536599
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 7
    target 11
    weight 3.0
    passages 6
    issues 4
    editions 2
    jaccard 0.166667
    npmi 0.36588
    llr 5.267769
    p 0.0217238
    q 0.331141
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 13
    target 14
    weight 3.0
    passages 6
    issues 6
    editions 3
    jaccard 0.333333
    npmi 0.646233
    llr 12.940618
    p 0.000321529
    q 0.0194519
    significance "yes"
    first "2019-07"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 16
    weight 3.0
    passages 5
    issues 5
    editions 3
    jaccard 0.052632
    npmi 0.050959
    llr 0.188718
    p 0.663986
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-10-07"
  ]
  edge [
    source 1
    target 11
    weight 3.0
    passages 5
    issues 5
    editions 3
    jaccard 0.115385
    npmi 0.235523
    llr 2.58307
    p 0.108012
    q 1.0
    significance "no"
    first "2019-04-23"
    last "2020-01-20"
  ]
  edge [
    source 1
    target 15
    weight 3.0
    passages 5
    issues 5
    editions 3
    jaccard 0.130435
    npmi 0.338993
    llr 4.965971
    p 0.0258508
    q 0.373842
    significance "no"
    first "2019-04-23"
    last "2019-11-17"
  ]
  edge [
    source 1
    target 20
    weight 3.0
    passages 5
    issues 5
    editions 3
    jaccard 0.136364
    npmi 0.385519
    llr 6.305125
    p 0.0120389
    q 0.222621
    significance "no"
    first "2019-06-10"
    last "2019-11-17"
  ]
  edge [
    source 2
    target 10
    weight 3.0
    passages 5
    issues 5
    editions 3
    jaccard 0.115385
    npmi 0.221725
    llr 2.30382
    p 0.129056
    q 1.0
    significance "no"
    first "2019-06-10"
    last "2019-11-17"
  ]
  edge [
    source 11
    target 15
    weight 3.0
    passages 5
    issues 5
    editions 3
    jaccard 0.25
    npmi 0.542763
    llr 9.9279
    p 0.00162792
    q 0.0535848
    significance "no"
    first "2019-04-23"
    last "2019-09-02"
  ]
  edge [
    source 0
    target 15
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.035088
    npmi -0.011939
    llr 0.00862
    p 0.926028
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 0
    target 17
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.035714
    npmi 0.030225
    llr 0.053516
    p 0.817054
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 1
    target 7
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.066667
    npmi 0.053141
    llr 0.124994
    p 0.72368
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2019-11-17"
  ]
  edge [
    source 2
    target 17
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.090909
    npmi 0.267464
    llr 2.487726
    p 0.114737
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 2
    target 20
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.090909
    npmi 0.267464
    llr 2.487726
    p 0.114737
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-11-17"
  ]
  edge [
    source 3
    target 7
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.074074
    npmi 0.090725
    llr 0.342303
    p 0.558503
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2020-03-30"
  ]
  edge [
    source 3
    target 9
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.076923
    npmi 0.110847
    llr 0.497188
    p 0.480738
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 4
    target 7
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.076923
    npmi 0.104745
    llr 0.446299
    p 0.504098
    q 1.0
    significance "no"
    first "2019-11-17"
    last "2020-01-20"
  ]
  edge [
    source 4
    target 15
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.1
    npmi 0.265042
    llr 2.37583
    p 0.123226
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2019-11-17"
  ]
  edge [
    source 5
    target 9
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.086957
    npmi 0.155748
    llr 0.916696
    p 0.338344
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2020-03-30"
  ]
  edge [
    source 5
    target 17
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.117647
    npmi 0.338087
    llr 3.565708
    p 0.0589846
    q 0.678925
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 6
    target 10
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.095238
    npmi 0.194928
    llr 1.362126
    p 0.243169
    q 1.0
    significance "no"
    first "2019-07"
    last "2019-10-07"
  ]
  edge [
    source 6
    target 11
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.1
    npmi 0.219293
    llr 1.673609
    p 0.195776
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2020-01-20"
  ]
  edge [
    source 6
    target 19
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.125
    npmi 0.355225
    llr 3.842446
    p 0.0499706
    q 0.599647
    significance "no"
    first "2019-10-07"
    last "2020-03-30"
  ]
  edge [
    source 7
    target 10
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.1
    npmi 0.213438
    llr 1.592061
    p 0.207032
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2019-11-17"
  ]
  edge [
    source 7
    target 15
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.125
    npmi 0.331572
    llr 3.381934
    p 0.0659147
    q 0.743518
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 7
    target 19
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.133333
    npmi 0.373736
    llr 4.147578
    p 0.0416941
    q 0.534443
    significance "no"
    first "2019-10-07"
    last "2020-03-30"
  ]
  edge [
    source 9
    target 11
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.111111
    npmi 0.257926
    llr 2.198251
    p 0.138167
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 9
    target 19
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.142857
    npmi 0.393858
    llr 4.486502
    p 0.0341635
    q 0.458767
    significance "no"
    first "2019-04-23"
    last "2019-10-07"
  ]
  edge [
    source 11
    target 17
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.166667
    npmi 0.440265
    llr 5.296829
    p 0.0213643
    q 0.330122
    significance "no"
    first "2019-07"
    last "2020-01-20"
  ]
  edge [
    source 12
    target 16
    weight 3.0
    passages 4
    issues 3
    editions 2
    jaccard 0.2
    npmi 0.452217
    llr 7.451186
    p 0.00633947
    q 0.152147
    significance "no"
    first "2019-03-25"
    last "2019-10-07"
    relations "ELMo released by Allen Institute for AI"
  ]
  edge [
    source 13
    target 15
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.2
    npmi 0.491869
    llr 6.2143
    p 0.0126722
    q 0.230552
    significance "no"
    first "2019-10-07"
    last "2020-01-20"
  ]
  edge [
    source 1
    target 8
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.076923
    npmi 0.146909
    llr 0.848412
    p 0.357002
    q 1.0
    significance "no"
    first "2019-06-10"
    last "2020-03-30"
  ]
  edge [
    source 2
    target 12
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.071429
    npmi 0.085125
    llr 0.305784
    p 0.580279
    q 1.0
    significance "no"
    first "2019-06-10"
    last "2019-07"
  ]
  edge [
    source 2
    target 15
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.086957
    npmi 0.2253
    llr 1.828168
    p 0.176344
    q 1.0
    significance "no"
    first "2019-06-10"
    last "2019-11-17"
  ]
  edge [
    source 3
    target 10
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.08
    npmi 0.132889
    llr 0.6944
    p 0.404672
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-10-07"
    relations "TensorFlow from Google"
  ]
  edge [
    source 4
    target 8
    weight 1.5
    passages 3
    issues 3
    editions 2
    jaccard 0.066667
    npmi 0.123751
    llr 0.500715
    p 0.479186
    q 1.0
    significance "no"
    first "2019-04-23"
    last "2019-07"
  ]
  edge [
    source 4
    target 12
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.08
    npmi 0.124867
    llr 0.617184
    p 0.432096
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-07"
  ]
  edge [
    source 4
    target 20
    weight 1.5
    passages 3
    issues 3
    editions 2
    jaccard 0.076923
    npmi 0.225664
    llr 1.478818
    p 0.22396
    q 1.0
    significance "no"
    first "2019-11-17"
    last "2020-03-30"
  ]
  edge [
    source 5
    target 15
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.111111
    npmi 0.295923
    llr 2.829804
    p 0.0925297
    q 0.984656
    significance "no"
    first "2019-06-10"
    last "2019-11-17"
  ]
  edge [
    source 8
    target 10
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.125
    npmi 0.307206
    llr 2.940848
    p 0.0863654
    q 0.936732
    significance "no"
    first "2019-06-10"
    last "2020-03-30"
  ]
  edge [
    source 10
    target 15
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.142857
    npmi 0.373736
    llr 4.071403
    p 0.043615
    q 0.536599
    significance "no"
    first "2019-06-10"
    last "2019-11-17"
  ]
  edge [
    source 12
    target 13
    weight 2.0
    passages 3
    issues 3
    editions 2
    jaccard 0.133333
    npmi 0.351694
    llr 3.706152
    p 0.0542122
    q 0.63779
    significance "no"
    first "2019-03-25"
    last "2019-04-23"
  ]
  edge [
    source 0
    target 8
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.016667
    npmi -0.20578
    llr 2.217832
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 0
    target 11
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.016393
    npmi -0.229255
    llr 2.875167
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 0
    target 13
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.017241
    npmi -0.148441
    llr 1.047275
    significance "too few to test"
    first "2019-04-23"
    last "2019-04-23"
  ]
  edge [
    source 0
    target 14
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.017241
    npmi -0.148441
    llr 1.047275
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 0
    target 18
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.017857
    npmi -0.067628
    llr 0.194037
    significance "too few to test"
    first "2019-04-23"
    last "2019-04-23"
  ]
  edge [
    source 1
    target 14
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.04
    npmi 0.045799
    llr 0.059723
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 2
    target 3
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.028571
    npmi -0.151551
    llr 0.928949
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 2
    target 14
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.041667
    npmi 0.056023
    llr 0.087505
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 2
    target 16
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.04
    npmi 0.025299
    llr 0.018687
    significance "too few to test"
    first "2019-04-23"
    last "2019-04-23"
  ]
  edge [
    source 2
    target 18
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.045455
    npmi 0.136836
    llr 0.469244
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 3
    target 8
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.041667
    npmi 0.020853
    llr 0.012663
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 3
    target 12
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.037037
    npmi -0.042618
    llr 0.058986
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 4
    target 6
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.035714
    npmi -0.063831
    llr 0.137398
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 4
    target 10
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.04
    npmi -0.011539
    llr 0.004079
    significance "too few to test"
    first "2019-11-17"
    last "2019-11-17"
  ]
  edge [
    source 4
    target 13
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.047619
    npmi 0.090274
    llr 0.212425
    significance "too few to test"
    first "2019-10-07"
    last "2019-10-07"
  ]
  edge [
    source 4
    target 14
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.047619
    npmi 0.090274
    llr 0.212425
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 4
    target 16
    weight 1.5
    passages 2
    issues 2
    editions 2
    jaccard 0.069767
    npmi 0.152705
    llr 0.734792
    p 0.391334
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-04-23"
  ]
  edge [
    source 4
    target 18
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.052632
    npmi 0.171088
    llr 0.686833
    significance "too few to test"
    first "2020-03-30"
    last "2020-03-30"
  ]
  edge [
    source 4
    target 19
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.05
    npmi 0.126613
    llr 0.397528
    significance "too few to test"
    first "2020-01-20"
    last "2020-01-20"
  ]
  edge [
    source 5
    target 14
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.052632
    npmi 0.116889
    llr 0.339003
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 6
    target 14
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.055556
    npmi 0.131659
    llr 0.418918
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 6
    target 15
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.055556
    npmi 0.131659
    llr 0.418918
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 6
    target 18
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.0625
    npmi 0.212473
    llr 0.983898
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 6
    target 20
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.058824
    npmi 0.167998
    llr 0.649479
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 7
    target 17
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.0625
    npmi 0.183951
    llr 0.757726
    significance "too few to test"
    first "2019-10-07"
    last "2019-10-07"
  ]
  edge [
    source 7
    target 20
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.0625
    npmi 0.183951
    llr 0.757726
    significance "too few to test"
    first "2019-11-17"
    last "2019-11-17"
  ]
  edge [
    source 8
    target 12
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.055556
    npmi 0.107617
    llr 0.28762
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 8
    target 16
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.071429
    npmi 0.197702
    llr 0.843539
    significance "too few to test"
    first "2019-04-23"
    last "2019-04-23"
  ]
  edge [
    source 8
    target 18
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.090909
    npmi 0.30924
    llr 1.790641
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 9
    target 15
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.0625
    npmi 0.164955
    llr 0.621309
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 9
    target 18
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.071429
    npmi 0.245769
    llr 1.24555
    significance "too few to test"
    first "2019-04-23"
    last "2019-04-23"
  ]
  edge [
    source 9
    target 20
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.066667
    npmi 0.201294
    llr 0.881609
    significance "too few to test"
    first "2019-10-07"
    last "2019-10-07"
  ]
  edge [
    source 10
    target 17
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.071429
    npmi 0.22029
    llr 1.024178
    significance "too few to test"
    first "2019-10-07"
    last "2019-10-07"
  ]
  edge [
    source 10
    target 20
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.071429
    npmi 0.22029
    llr 1.024178
    significance "too few to test"
    first "2019-11-17"
    last "2019-11-17"
  ]
  edge [
    source 14
    target 15
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.090909
    npmi 0.285765
    llr 1.559349
    significance "too few to test"
    first "2020-01-20"
    last "2020-01-20"
  ]
  edge [
    source 15
    target 20
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.1
    npmi 0.322103
    llr 1.892122
    significance "too few to test"
    first "2019-11-17"
    last "2019-11-17"
  ]
  edge [
    source 17
    target 20
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.111111
    npmi 0.358442
    llr 2.23908
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 2
    target 11
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.037037
    npmi -0.024791
    llr 0.019471
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 5
    target 8
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.047619
    npmi 0.05955
    llr 0.095885
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 5
    target 11
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.045455
    npmi 0.036075
    llr 0.036553
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 8
    target 11
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.0625
    npmi 0.147613
    llr 0.506952
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 8
    target 15
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.076923
    npmi 0.228426
    llr 1.079121
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 10
    target 11
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.055556
    npmi 0.103138
    llr 0.265568
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 13
    target 16
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.083333
    npmi 0.255041
    llr 1.294886
    significance "too few to test"
    first "2019-03-25"
    last "2019-03-25"
    relations "AllenNLP from Allen Institute for AI"
  ]
]
