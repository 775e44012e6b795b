/// Capitalized names that are never nodes: sites that others publish on, places, languages.
enum NonEntities {
    static func contains(_ surface: some Collection<UInt8>) -> Bool { names.contains(surface) }

    private static let names = WordSet(
        [sites, cities, countries, languages].flatMap {
            $0.replacing("\n", with: "").split(separator: "|").map(String.init)
        })

    private static let sites = """
        twitter|youtube|medium|reddit|wechat|github|meetup|arxiv|openreview|linkedin|facebook live|substack|quora|zhihu|知乎|\
        微信|推特|公众号|towards data science|hacker news|stack overflow|acl anthology|x.com|under review
        """

    private static let cities = """
        london|paris|berlin|munich|vienna|zurich|geneva|rome|milan|florence|barcelona|madrid|lisbon|porto|dublin|edinburgh|\
        amsterdam|brussels|copenhagen|stockholm|oslo|helsinki|prague|budapest|warsaw|athens|istanbul|ankara|moscow|kyiv|\
        new york|new orleans|san francisco|los angeles|san diego|long beach|seattle|portland|denver|boston|chicago|\
        philadelphia|minneapolis|atlanta|miami|honolulu|las vegas|silicon valley|montreal|montréal|toronto|vancouver|ottawa|\
        mexico city|bogotá|medellín|lima|santiago|buenos aires|montevideo|são paulo|rio de janeiro|brasília|porto alegre|\
        beijing|shanghai|shenzhen|hangzhou|hong kong|taipei|tokyo|kyoto|seoul|singapore|bangkok|hanoi|jakarta|delhi|\
        new delhi|mumbai|bangalore|hyderabad|dubai|abu dhabi|doha|riyadh|tel aviv|jerusalem|cairo|tunis|nairobi|kigali|\
        addis ababa|accra|lagos|johannesburg|cape town|stellenbosch|melbourne|sydney|punta cana|grenoble|toulouse|lyon|\
        zürich|münchen|wien|köln|hamburg|stuttgart|lausanne|turku|tampere|trondheim|bergen|gothenburg|uppsala|tallinn|riga|\
        vilnius|bucharest|belgrade|zagreb|ljubljana|sofia|thessaloniki|valencia|sevilla|bilbao|marseille|bordeaux|nantes|\
        guangzhou|nanjing|wuhan|chengdu|xi'an|北京|上海|深圳|广州|杭州|香港|台北|东京|首尔|新加坡|伦敦|巴黎|纽约|旧金山|londres|\
        nueva york|nova york|nova iorque|lisboa|berlim|berlín|parís|pékin|londra
        """

    private static let countries = """
        united states|united kingdom|usa|china|france|germany|spain|italy|england|scotland|ireland|iceland|norway|sweden|\
        denmark|finland|estonia|latvia|lithuania|poland|austria|belgium|portugal|greece|hungary|romania|bulgaria|serbia|\
        croatia|slovenia|ukraine|russia|canada|brazil|mexico|argentina|chile|colombia|peru|uruguay|india|pakistan|bangladesh|\
        sri lanka|nepal|indonesia|malaysia|thailand|vietnam|philippines|japan|korea|south korea|taiwan|turkey|iran|iraq|\
        saudi arabia|qatar|united arab emirates|africa|south africa|nigeria|ethiopia|kenya|ghana|senegal|uganda|tanzania|\
        rwanda|morocco|algeria|tunisia|europe|asia|america|latin america|australia|new zealand|california|israel|egypt|\
        switzerland|netherlands|états-unis|royaume-uni|allemagne|espagne|italie|suisse|belgique|chine|japon|inde|brésil|\
        estados unidos|reino unido|alemania|francia|españa|suiza|brasil|alemanha|frança|espanha|suíça|isviçre|\
        türkiye|almanya|fransa|hindistan|japonya|中国|美国|英国|法国|德国|日本|韩国|印度|加拿大|澳大利亚|瑞士|以色列|欧洲|非洲
        """

    private static let languages = """
        english|chinese|mandarin|cantonese|french|german|spanish|portuguese|italian|dutch|danish|swedish|norwegian|finnish|\
        icelandic|estonian|latvian|lithuanian|polish|czech|slovak|hungarian|romanian|bulgarian|serbian|croatian|slovenian|\
        ukrainian|russian|greek|turkish|arabic|hebrew|persian|farsi|urdu|hindi|bengali|tamil|telugu|marathi|gujarati|\
        punjabi|kannada|malayalam|sinhala|nepali|sanskrit|thai|vietnamese|indonesian|malay|javanese|sundanese|tagalog|\
        japanese|korean|mongolian|kazakh|uzbek|uyghur|tibetan|georgian|armenian|azerbaijani|swahili|hausa|yoruba|yorùbá|\
        igbo|amharic|somali|zulu|isizulu|xhosa|wolof|kinyarwanda|luganda|twi|afrikaans|quechua|guarani|nahuatl|basque|\
        catalan|galician|welsh|irish|breton|maltese|faroese|latin|esperanto|nigerian pidgin|anglais|français|allemand|\
        espagnol|portugais|italien|néerlandais|chinois|japonais|arabe|russe|inglés|francés|alemán|español|portugués|italiano|\
        chino|japonés|ruso|inglês|francês|alemão|espanhol|português|chinês|japonês|russo|ingilizce|almanca|fransızca|türkçe|\
        arapça|çince|英语|汉语|中文|英文|法语|德语|西班牙语|葡萄牙语|意大利语|荷兰语|俄语|日语|韩语|阿拉伯语|土耳其语|印地语|\
        الإنجليزية|العربية|الفرنسية
        """
}
