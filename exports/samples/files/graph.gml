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
    mentions 30
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
    npmi 0.242641
    llr 6.988263
    p 0.00820459
    q 0.177976
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
    npmi 0.147736
    llr 2.627786
    p 0.105008
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
    npmi 0.216424
    llr 5.551911
    p 0.0184605
    q 0.310798
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
    npmi 0.108388
    llr 1.441162
    p 0.229951
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
    npmi 0.352141
    llr 16.439558
    p 5.02261e-05
    q 0.0056655
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
    npmi 0.561199
    llr 23.376695
    p 1.33182e-06
    q 0.000375573
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
    npmi 0.613022
    llr 26.104464
    p 3.23435e-07
    q 0.000147727
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
    npmi 0.001224
    llr 0.000175
    p 0.989445
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-11-17"
  ]
  edge [
    source 0
    target 7
    weight 6.5
    passages 13
    issues 10
    editions 5
    jaccard 0.111111
    npmi 0.139744
    llr 2.030878
    p 0.154132
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2020-03-30"
  ]
  edge [
    source 0
    target 4
    weight 7.0
    passages 12
    issues 11
    editions 7
    jaccard 0.114754
    npmi 0.094689
    llr 0.983971
    p 0.32122
    q 1.0
    significance "no"
    first "2019-03-25"
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
    npmi 0.450392
    llr 13.588791
    p 0.00022754
    q 0.0160416
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
    npmi 0.07765
    llr 0.565316
    p 0.452126
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
    npmi 0.270865
    llr 5.163924
    p 0.0230607
    q 0.35152
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
    npmi 0.314147
    llr 5.935021
    p 0.0148429
    q 0.257581
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
    npmi 0.55436
    llr 18.224918
    p 1.96294e-05
    q 0.00271859
    significance "yes"
    first "2019-03-25"
    last "2019-11-17"
    relations "GPT-2 released by OpenAI"
  ]
  edge [
    source 5
    target 20
    weight 5.0
    passages 9
    issues 9
    editions 5
    jaccard 0.357143
    npmi 0.698452
    llr 25.728935
    p 3.92892e-07
    q 0.000147727
    significance "yes"
    first "2019-06-10"
    last "2020-03-30"
    relations "Thomas Wolf at Hugging Face"
  ]
  edge [
    source 2
    target 4
    weight 4.0
    passages 8
    issues 8
    editions 5
    jaccard 0.133333
    npmi 0.208294
    llr 2.488541
    p 0.114678
    q 1.0
    significance "no"
    first "2019-04-23"
    last "2019-11-17"
  ]
  edge [
    source 4
    target 5
    weight 4.0
    passages 8
    issues 7
    editions 4
    jaccard 0.16
    npmi 0.292245
    llr 4.447049
    p 0.0349616
    q 0.467024
    significance "no"
    first "2019-09-02"
    last "2020-03-30"
  ]
  edge [
    source 5
    target 7
    weight 4.0
    passages 8
    issues 6
    editions 3
    jaccard 0.181818
    npmi 0.353589
    llr 6.118497
    p 0.0133774
    q 0.239519
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
    npmi 0.373962
    llr 6.702764
    p 0.00962636
    q 0.204878
    significance "no"
    first "2019-09-02"
    last "2020-03-30"
  ]
  edge [
    source 1
    target 4
    weight 3.5
    passages 7
    issues 4
    editions 2
    jaccard 0.111111
    npmi 0.151907
    llr 1.296206
    p 0.254907
    q 1.0
    significance "no"
    first "2019-09-02"
    last "2019-11-17"
  ]
  edge [
    source 5
    target 10
    weight 4.0
    passages 7
    issues 7
    editions 4
    jaccard 0.2
    npmi 0.403711
    llr 7.640348
    p 0.00570769
    q 0.149065
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
    npmi -0.038312
    llr 0.114233
    p 0.735375
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
    npmi 0.138274
    llr 1.353938
    p 0.244591
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
    npmi 0.138274
    llr 1.353938
    p 0.244591
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
    npmi 0.386553
    llr 6.341593
    p 0.0117939
    q 0.21809
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
    npmi 0.156194
    llr 1.229258
    p 0.267551
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
    npmi 0.176586
    llr 1.534875
    p 0.215382
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
    jaccard 0.103448
    npmi 0.148074
    llr 1.110345
    p 0.292007
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
    npmi 0.18453
    llr 1.649213
    p 0.199066
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
    npmi 0.427956
    llr 7.315411
    p 0.00683658
    q 0.16066
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
    npmi 0.233993
    llr 2.488438
    p 0.114685
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
    npmi 0.295432
    llr 3.699395
    p 0.0544322
    q 0.632985
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
    npmi 0.496299
    llr 8.99642
    p 0.00270509
    q 0.0782395
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
    npmi 0.315823
    llr 4.130544
    p 0.0421158
    q 0.522051
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
    npmi 0.366946
    llr 5.30233
    p 0.0212969
    q 0.333651
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
    npmi 0.646828
    llr 12.979769
    p 0.000314875
    q 0.0197322
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
    npmi 0.052555
    llr 0.200416
    p 0.654385
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
    npmi 0.236808
    llr 2.612155
    p 0.106048
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
    npmi 0.340104
    llr 5.000634
    p 0.025338
    q 0.381084
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
    npmi 0.386553
    llr 6.341593
    p 0.0117939
    q 0.21809
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
    npmi 0.223034
    llr 2.331838
    p 0.126752
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
    npmi 0.543532
    llr 9.966164
    p 0.00159443
    q 0.0513862
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
    npmi -0.010396
    llr 0.006526
    p 0.935614
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
    npmi 0.031703
    llr 0.058775
    p 0.808443
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
    npmi 0.054584
    llr 0.131851
    p 0.716521
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
    npmi 0.268581
    llr 2.509043
    p 0.113195
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
    npmi 0.268581
    llr 2.509043
    p 0.113195
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
    npmi 0.092111
    llr 0.352827
    p 0.552517
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
    npmi 0.112202
    llr 0.509427
    p 0.475387
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
    jaccard 0.08
    npmi 0.121012
    llr 0.582255
    p 0.44543
    q 1.0
    significance "no"
    first "2019-11-17"
    last "2020-01-20"
  ]
  edge [
    source 5
    target 9
    weight 2.0
    passages 4
    issues 4
    editions 2
    jaccard 0.086957
    npmi 0.157035
    llr 0.932062
    p 0.334328
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
    npmi 0.339096
    llr 3.588709
    p 0.0581734
    q 0.669588
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
    npmi 0.196155
    llr 1.379703
    p 0.240152
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
    npmi 0.220483
    llr 1.692369
    p 0.193289
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
    npmi 0.356208
    llr 3.865769
    p 0.0492806
    q 0.585142
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
    npmi 0.214637
    llr 1.610517
    p 0.204419
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
    npmi 0.332591
    llr 3.404568
    p 0.0650161
    q 0.733382
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
    npmi 0.37469
    llr 4.171219
    p 0.0411162
    q 0.515323
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
    npmi 0.259057
    llr 2.218526
    p 0.136363
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
    npmi 0.394782
    llr 4.510456
    p 0.0336883
    q 0.467024
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
    npmi 0.441118
    llr 5.321395
    p 0.0210651
    q 0.333651
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
    npmi 0.453138
    llr 7.488033
    p 0.00621104
    q 0.149065
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
    npmi 0.492644
    llr 6.239367
    p 0.0124941
    q 0.227312
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
    npmi 0.148209
    llr 0.863511
    p 0.352758
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
    npmi 0.08652
    llr 0.315857
    p 0.574108
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
    npmi 0.226481
    llr 1.847679
    p 0.174054
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
    npmi 0.13421
    llr 0.708328
    p 0.399999
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
    jaccard 0.069767
    npmi 0.138977
    llr 0.616961
    p 0.432179
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
    jaccard 0.083333
    npmi 0.141104
    llr 0.770476
    p 0.38007
    q 1.0
    significance "no"
    first "2019-03-25"
    last "2019-07"
  ]
  edge [
    source 4
    target 15
    weight 1.5
    passages 3
    issues 3
    editions 2
    jaccard 0.076923
    npmi 0.201267
    llr 1.199266
    p 0.273468
    q 1.0
    significance "no"
    first "2019-10-07"
    last "2019-11-17"
  ]
  edge [
    source 4
    target 20
    weight 1.5
    passages 3
    issues 3
    editions 2
    jaccard 0.081081
    npmi 0.240744
    llr 1.645291
    p 0.199601
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
    npmi 0.296996
    llr 2.851578
    p 0.0912843
    q 0.980654
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
    npmi 0.308262
    llr 2.962693
    p 0.0852059
    q 0.933129
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
    npmi 0.37469
    llr 4.09487
    p 0.0430135
    q 0.527383
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
    npmi 0.352682
    llr 3.729206
    p 0.0534688
    q 0.628258
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
    npmi -0.204195
    llr 2.178897
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
    npmi -0.22764
    llr 2.82824
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
    npmi -0.146932
    llr 1.023903
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
    npmi -0.146932
    llr 1.023903
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
    npmi -0.066225
    llr 0.18569
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
    npmi 0.047053
    llr 0.063013
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
    npmi -0.150038
    llr 0.909608
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
    npmi 0.057263
    llr 0.091392
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
    npmi 0.026579
    llr 0.020619
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
    npmi 0.13797
    llr 0.476955
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
    npmi 0.022139
    llr 0.014268
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
    npmi -0.041249
    llr 0.055225
    significance "too few to test"
    first "2019-07"
    last "2019-07"
  ]
  edge [
    source 4
    target 10
    weight 1.0
    passages 2
    issues 2
    editions 1
    jaccard 0.041667
    npmi 0.002636
    llr 0.000208
    significance "too few to test"
    first "2019-11-17"
    last "2019-11-17"
  ]
  edge [
    source 4
    target 16
    weight 1.5
    passages 2
    issues 2
    editions 2
    jaccard 0.073171
    npmi 0.16789
    llr 0.867919
    p 0.351532
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
    jaccard 0.055556
    npmi 0.185024
    llr 0.784556
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
    jaccard 0.052632
    npmi 0.140607
    llr 0.478667
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
    npmi 0.118049
    llr 0.345739
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
    npmi 0.1328
    llr 0.4262
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
    npmi 0.1328
    llr 0.4262
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
    npmi 0.213508
    llr 0.993616
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
    npmi 0.169091
    llr 0.657987
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
    npmi 0.185024
    llr 0.766661
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
    npmi 0.185024
    llr 0.766661
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
    npmi 0.108789
    llr 0.293909
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
    npmi 0.198756
    llr 0.852729
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
    npmi 0.310148
    llr 1.8019
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
    npmi 0.166052
    llr 0.629656
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
    npmi 0.24676
    llr 1.255898
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
    npmi 0.202343
    llr 0.890964
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
    npmi 0.221314
    llr 1.033947
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
    npmi 0.221314
    llr 1.033947
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
    npmi 0.286703
    llr 1.570231
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
    npmi 0.322994
    llr 1.90349
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
    npmi 0.359285
    llr 2.250833
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
    npmi -0.023445
    llr 0.017405
    significance "too few to test"
    first "2019-06-10"
    last "2019-06-10"
  ]
  edge [
    source 4
    target 6
    weight 0.5
    passages 1
    issues 1
    editions 1
    jaccard 0.018182
    npmi -0.164818
    llr 0.723465
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 4
    target 13
    weight 0.5
    passages 1
    issues 1
    editions 1
    jaccard 0.02439
    npmi -0.029574
    llr 0.017346
    significance "too few to test"
    first "2019-10-07"
    last "2019-10-07"
  ]
  edge [
    source 4
    target 14
    weight 0.5
    passages 1
    issues 1
    editions 1
    jaccard 0.02439
    npmi -0.029574
    llr 0.017346
    significance "too few to test"
    first "2019-09-02"
    last "2019-09-02"
  ]
  edge [
    source 5
    target 8
    weight 1.0
    passages 1
    issues 1
    editions 1
    jaccard 0.047619
    npmi 0.060786
    llr 0.099885
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
    npmi 0.037341
    llr 0.039154
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
    npmi 0.148733
    llr 0.514712
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
    npmi 0.22944
    llr 1.089011
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
    npmi 0.104316
    llr 0.271659
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
    npmi 0.256019
    llr 1.305275
    significance "too few to test"
    first "2019-03-25"
    last "2019-03-25"
    relations "AllenNLP from Allen Institute for AI"
  ]
]
