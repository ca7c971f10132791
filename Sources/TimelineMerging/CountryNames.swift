/// Countries in the four interface languages, by ISO 3166-1 alpha-3 and PLOVER's codes for parties without a country.
///
/// The names are those of Unicode CLDR 41; where CLDR's form is long or cautious the form that newspapers print is
/// used ("Turkey", "الإمارات"). One line a code: code, English, Persian, Arabic, Urdu.
enum CountryNames {
  /// Whether a code is a country's, and not PLOVER's for organisations and the like.
  static func isCountry(_ code: String) -> Bool { !withoutGround.contains(code) }

  private static let withoutGround: Set<String> = ["IGO", "NGO", "ISM", "IMG", "MNC", "UNO", "EUR", "UNK"]

  static let table = """
    ABW|Aruba|آروبا|أروبا|اروبا
    AFG|Afghanistan|افغانستان|أفغانستان|افغانستان
    AGO|Angola|آنگولا|أنغولا|انگولا
    AIA|Anguilla|آنگویلا|أنغويلا|انگوئیلا
    ALA|Åland Islands|جزایر آلاند|جزر آلاند|آلینڈ آئلینڈز
    ALB|Albania|آلبانی|ألبانيا|البانیہ
    AND|Andorra|آندورا|أندورا|انڈورا
    ARE|the UAE|امارات|الإمارات|متحدہ عرب امارات
    ARG|Argentina|آرژانتین|الأرجنتين|ارجنٹینا
    ARM|Armenia|ارمنستان|أرمينيا|آرمینیا
    ASM|American Samoa|ساموآی امریکا|ساموا الأمريكية|امریکی ساموآ
    ATA|Antarctica|جنوبگان|أنتاركتيكا|انٹارکٹیکا
    ATF|French Southern Territories|سرزمین‌های جنوبی فرانسه|الأقاليم الجنوبية الفرنسية|فرانسیسی جنوبی خطے
    ATG|Antigua & Barbuda|آنتیگوا و باربودا|أنتيغوا وبربودا|انٹیگوا اور باربودا
    AUS|Australia|استرالیا|أستراليا|آسٹریلیا
    AUT|Austria|اتریش|النمسا|آسٹریا
    AZE|Azerbaijan|جمهوری آذربایجان|أذربيجان|آذربائیجان
    BDI|Burundi|بوروندی|بوروندي|برونڈی
    BEL|Belgium|بلژیک|بلجيكا|بیلجیم
    BEN|Benin|بنین|بنين|بینن
    BES|Caribbean Netherlands|جزایر کارائیب هلند|هولندا الكاريبية|کریبیائی نیدرلینڈز
    BFA|Burkina Faso|بورکینافاسو|بوركينا فاسو|برکینا فاسو
    BGD|Bangladesh|بنگلادش|بنغلاديش|بنگلہ دیش
    BGR|Bulgaria|بلغارستان|بلغاريا|بلغاریہ
    BHR|Bahrain|بحرین|البحرين|بحرین
    BHS|the Bahamas|باهاما|جزر البهاما|بہاماس
    BIH|Bosnia and Herzegovina|بوسنی و هرزگوین|البوسنة والهرسك|بوسنیا اور ہرزیگووینا
    BLM|St. Barthélemy|سن بارتلمی|سان بارتليمي|سینٹ برتھلیمی
    BLR|Belarus|بلاروس|بيلاروس|بیلاروس
    BLZ|Belize|بلیز|بليز|بیلائز
    BMU|Bermuda|برمودا|برمودا|برمودا
    BOL|Bolivia|بولیوی|بوليفيا|بولیویا
    BRA|Brazil|برزیل|البرازيل|برازیل
    BRB|Barbados|باربادوس|بربادوس|بارباڈوس
    BRN|Brunei|برونئی|بروناي|برونائی
    BTN|Bhutan|بوتان|بوتان|بھوٹان
    BVT|Bouvet Island|جزیرهٔ بووه|جزيرة بوفيه|بؤویٹ آئلینڈ
    BWA|Botswana|بوتسوانا|بوتسوانا|بوتسوانا
    CAF|the Central African Republic|جمهوری آفریقای مرکزی|جمهورية أفريقيا الوسطى|وسطی افریقی جمہوریہ
    CAN|Canada|کانادا|كندا|کینیڈا
    CCK|Cocos Keeling Islands|جزایر کوکوس|جزر كوكوس كيلينغ|کوکوس کیلنگ جزائر
    CHE|Switzerland|سوئیس|سويسرا|سوئٹزر لینڈ
    CHL|Chile|شیلی|تشيلي|چلی
    CHN|China|چین|الصين|چین
    CIV|Ivory Coast|ساحل عاج|ساحل العاج|آئیوری کوسٹ
    CMR|Cameroon|کامرون|الكاميرون|کیمرون
    COD|the Democratic Republic of the Congo|جمهوری دموکراتیک کنگو|الكونغو الديمقراطية|جمہوریہ کانگو
    COG|the Republic of the Congo|جمهوری کنگو|جمهورية الكونغو|کانگو
    COK|Cook Islands|جزایر کوک|جزر كوك|کک آئلینڈز
    COL|Colombia|کلمبیا|كولومبيا|کولمبیا
    COM|Comoros|کومور|جزر القمر|کوموروس
    CPV|Cape Verde|کیپ‌ورد|الرأس الأخضر|کیپ ورڈی
    CRI|Costa Rica|کاستاریکا|كوستاريكا|کوسٹا ریکا
    CUB|Cuba|کوبا|كوبا|کیوبا
    CUW|Curaçao|کوراسائو|كوراساو|کیوراکاؤ
    CXR|Christmas Island|جزیرهٔ کریسمس|جزيرة كريسماس|جزیرہ کرسمس
    CYM|Cayman Islands|جزایر کِیمن|جزر كايمان|کیمین آئلینڈز
    CYP|Cyprus|قبرس|قبرص|قبرص
    CZE|the Czech Republic|جمهوری چک|التشيك|جمہوریہ چیک
    DEU|Germany|آلمان|ألمانيا|جرمنی
    DJI|Djibouti|جیبوتی|جيبوتي|جبوتی
    DMA|Dominica|دومینیکا|دومينيكا|ڈومنیکا
    DNK|Denmark|دانمارک|الدانمرك|ڈنمارک
    DOM|the Dominican Republic|جمهوری دومینیکن|جمهورية الدومينيكان|ڈومینیکن جمہوریہ
    DZA|Algeria|الجزایر|الجزائر|الجیریا
    ECU|Ecuador|اکوادور|الإكوادور|ایکواڈور
    EGY|Egypt|مصر|مصر|مصر
    ERI|Eritrea|اریتره|إريتريا|اریٹیریا
    ESH|Western Sahara|صحرای غربی|الصحراء الغربية|مغربی صحارا
    ESP|Spain|اسپانیا|إسبانيا|ہسپانیہ
    EST|Estonia|استونی|إستونيا|اسٹونیا
    ETH|Ethiopia|اتیوپی|إثيوبيا|ایتھوپیا
    EUR|the European Union|اتحادیه اروپا|الاتحاد الأوروبي|یورپی یونین
    FIN|Finland|فنلاند|فنلندا|فن لینڈ
    FJI|Fiji|فیجی|فيجي|فجی
    FLK|Falkland Islands|جزایر فالکلند|جزر فوكلاند|فاکلینڈ جزائر
    FRA|France|فرانسه|فرنسا|فرانس
    FRO|Faroe Islands|جزایر فارو|جزر فارو|جزائر فارو
    FSM|Micronesia|میکرونزی|ميكرونيزيا|مائکرونیشیا
    GAB|Gabon|گابن|الغابون|گیبون
    GBR|Britain|بریتانیا|بريطانيا|برطانیہ
    GEO|Georgia|گرجستان|جورجيا|جارجیا
    GGY|Guernsey|گرنزی|غيرنزي|گوئرنسی
    GHA|Ghana|غنا|غانا|گھانا
    GIB|Gibraltar|جبل‌الطارق|جبل طارق|جبل الطارق
    GIN|Guinea|گینه|غينيا|گنی
    GLP|Guadeloupe|گوادلوپ|غوادلوب|گواڈیلوپ
    GMB|the Gambia|گامبیا|غامبيا|گیمبیا
    GNB|Guinea-Bissau|گینهٔ بیسائو|غينيا بيساو|گنی بساؤ
    GNQ|Equatorial Guinea|گینهٔ استوایی|غينيا الاستوائية|استوائی گیانا
    GRC|Greece|یونان|اليونان|یونان
    GRD|Grenada|گرنادا|غرينادا|گریناڈا
    GRL|Greenland|گرینلند|غرينلاند|گرین لینڈ
    GTM|Guatemala|گواتمالا|غواتيمالا|گواٹے مالا
    GUF|French Guiana|گویان فرانسه|غويانا الفرنسية|فرینچ گیانا
    GUM|Guam|گوام|غوام|گوام
    GUY|Guyana|گویان|غيانا|گیانا
    HKG|Hong Kong|هنگ کنگ|هونغ كونغ|ہانگ کانگ
    HMD|Heard & McDonald Islands|هرد و جزایر مک‌دونالد|جزيرة هيرد وجزر ماكدونالد|ہیرڈ جزیرہ و میکڈولینڈ جزائر
    HND|Honduras|هندوراس|هندوراس|ہونڈاروس
    HRV|Croatia|کرواسی|كرواتيا|کروشیا
    HTI|Haiti|هائیتی|هايتي|ہیٹی
    HUN|Hungary|مجارستان|هنغاريا|ہنگری
    IDN|Indonesia|اندونزی|إندونيسيا|انڈونیشیا
    IGO|an international organisation|یک سازمان بین‌المللی|منظمة دولية|ایک بین الاقوامی تنظیم
    IMG|an armed group|یک گروه مسلح|جماعة مسلحة|ایک مسلح گروہ
    IMN|Isle of Man|جزیرهٔ من|جزيرة مان|آئل آف مین
    IND|India|هند|الهند|بھارت
    IOT|British Indian Ocean Territory|قلمرو بریتانیا در اقیانوس هند|الإقليم البريطاني في المحيط الهندي|برطانوی بحر ہند کا علاقہ
    IRL|Ireland|ایرلند|أيرلندا|آئرلینڈ
    IRN|Iran|ایران|إيران|ایران
    IRQ|Iraq|عراق|العراق|عراق
    ISL|Iceland|ایسلند|آيسلندا|آئس لینڈ
    ISM|an international movement|یک جنبش بین‌المللی|حركة دولية|ایک بین الاقوامی تحریک
    ISR|Israel|اسرائیل|إسرائيل|اسرائیل
    ITA|Italy|ایتالیا|إيطاليا|اٹلی
    JAM|Jamaica|جامائیکا|جامايكا|جمائیکا
    JEY|Jersey|جرزی|جيرسي|جرسی
    JOR|Jordan|اردن|الأردن|اردن
    JPN|Japan|ژاپن|اليابان|جاپان
    KAZ|Kazakhstan|قزاقستان|كازاخستان|قزاخستان
    KEN|Kenya|کنیا|كينيا|کینیا
    KGZ|Kyrgyzstan|قرقیزستان|قيرغيزستان|کرغزستان
    KHM|Cambodia|کامبوج|كمبوديا|کمبوڈیا
    KIR|Kiribati|کیریباتی|كيريباتي|کریباتی
    KNA|St. Kitts & Nevis|سنت کیتس و نویس|سانت كيتس ونيفيس|سینٹ کٹس اور نیویس
    KOR|South Korea|کره جنوبی|كوريا الجنوبية|جنوبی کوریا
    KOS|Kosovo|کوزوو|كوسوفو|کوسووو
    KWT|Kuwait|کویت|الكويت|کویت
    LAO|Laos|لائوس|لاوس|لاؤس
    LBN|Lebanon|لبنان|لبنان|لبنان
    LBR|Liberia|لیبریا|ليبيريا|لائبیریا
    LBY|Libya|لیبی|ليبيا|لیبیا
    LCA|St. Lucia|سنت لوسیا|سانت لوسيا|سینٹ لوسیا
    LIE|Liechtenstein|لیختن‌اشتاین|ليختنشتاين|لیشٹنسٹائن
    LKA|Sri Lanka|سری‌لانکا|سريلانكا|سری لنکا
    LSO|Lesotho|لسوتو|ليسوتو|لیسوتھو
    LTU|Lithuania|لیتوانی|ليتوانيا|لیتھونیا
    LUX|Luxembourg|لوکزامبورگ|لوكسمبورغ|لکسمبرگ
    LVA|Latvia|لتونی|لاتفيا|لٹویا
    MAC|Macao|ماکائو|ماكاو|مکاؤ
    MAF|St. Martin|سنت مارتین|سان مارتن|سینٹ مارٹن
    MAR|Morocco|مراکش|المغرب|مراکش
    MCO|Monaco|موناکو|موناكو|موناکو
    MDA|Moldova|مولداوی|مولدوفا|مالدووا
    MDG|Madagascar|ماداگاسکار|مدغشقر|مڈغاسکر
    MDV|the Maldives|مالدیو|جزر المالديف|مالدیپ
    MEX|Mexico|مکزیک|المكسيك|میکسیکو
    MHL|Marshall Islands|جزایر مارشال|جزر مارشال|مارشل آئلینڈز
    MKD|North Macedonia|مقدونیهٔ شمالی|مقدونيا الشمالية|شمالی مقدونیہ
    MLI|Mali|مالی|مالي|مالی
    MLT|Malta|مالت|مالطا|مالٹا
    MMR|Myanmar|میانمار|ميانمار|میانمار
    MNC|a multinational company|یک شرکت چندملیتی|شركة متعددة الجنسيات|ایک کثیر القومی کمپنی
    MNE|Montenegro|مونته‌نگرو|الجبل الأسود|مونٹے نیگرو
    MNG|Mongolia|مغولستان|منغوليا|منگولیا
    MNP|Northern Mariana Islands|جزایر ماریانای شمالی|جزر ماريانا الشمالية|شمالی ماریانا آئلینڈز
    MOZ|Mozambique|موزامبیک|موزمبيق|موزمبیق
    MRT|Mauritania|موریتانی|موريتانيا|موریطانیہ
    MSR|Montserrat|مونت‌سرات|مونتسرات|مونٹسیراٹ
    MTQ|Martinique|مارتینیک|جزر المارتينيك|مارٹینک
    MUS|Mauritius|موریس|موريشيوس|ماریشس
    MWI|Malawi|مالاوی|ملاوي|ملاوی
    MYS|Malaysia|مالزی|ماليزيا|ملائشیا
    MYT|Mayotte|مایوت|مايوت|مایوٹ
    NAM|Namibia|نامیبیا|ناميبيا|نامیبیا
    NCL|New Caledonia|کالدونیای جدید|كاليدونيا الجديدة|نیو کلیڈونیا
    NER|Niger|نیجر|النيجر|نائجر
    NFK|Norfolk Island|جزیرهٔ نورفولک|جزيرة نورفولك|نارفوک آئلینڈ
    NGA|Nigeria|نیجریه|نيجيريا|نائجیریا
    NGO|a non-governmental organisation|یک سازمان غیردولتی|منظمة غير حكومية|ایک غیر سرکاری تنظیم
    NIC|Nicaragua|نیکاراگوئه|نيكاراغوا|نکاراگووا
    NIU|Niue|نیوئه|نيوي|نیئو
    NLD|the Netherlands|هلند|هولندا|نیدرلینڈز
    NOR|Norway|نروژ|النرويج|ناروے
    NPL|Nepal|نپال|نيبال|نیپال
    NRU|Nauru|نائورو|ناورو|نؤرو
    NZL|New Zealand|نیوزیلند|نيوزيلندا|نیوزی لینڈ
    OMN|Oman|عمان|عُمان|عمان
    PAK|Pakistan|پاکستان|باكستان|پاکستان
    PAN|Panama|پاناما|بنما|پانامہ
    PCN|Pitcairn Islands|جزایر پیت‌کرن|جزر بيتكيرن|پٹکائرن جزائر
    PER|Peru|پرو|بيرو|پیرو
    PHL|the Philippines|فیلیپین|الفلبين|فلپائن
    PLW|Palau|پالائو|بالاو|پلاؤ
    PNG|Papua New Guinea|پاپوا گینهٔ نو|بابوا غينيا الجديدة|پاپوآ نیو گنی
    POL|Poland|لهستان|بولندا|پولینڈ
    PRI|Puerto Rico|پورتوریکو|بورتوريكو|پیورٹو ریکو
    PRK|North Korea|کره شمالی|كوريا الشمالية|شمالی کوریا
    PRT|Portugal|پرتغال|البرتغال|پرتگال
    PRY|Paraguay|پاراگوئه|باراغواي|پیراگوئے
    PSE|Palestine|فلسطین|فلسطين|فلسطین
    PYF|French Polynesia|پلی‌نزی فرانسه|بولينيزيا الفرنسية|فرانسیسی پولینیشیا
    QAT|Qatar|قطر|قطر|قطر
    REU|Réunion|رئونیون|روينيون|ری یونین
    ROU|Romania|رومانی|رومانيا|رومانیہ
    RUS|Russia|روسیه|روسيا|روس
    RWA|Rwanda|رواندا|رواندا|روانڈا
    SAU|Saudi Arabia|عربستان|السعودية|سعودی عرب
    SDN|Sudan|سودان|السودان|سوڈان
    SEN|Senegal|سنگال|السنغال|سینیگل
    SGP|Singapore|سنگاپور|سنغافورة|سنگاپور
    SGS|South Georgia & South Sandwich Islands|جورجیای جنوبی و جزایر ساندویچ جنوبی|جورجيا الجنوبية وجزر ساندويتش الجنوبية|جنوبی جارجیا اور جنوبی سینڈوچ جزائر
    SHN|St. Helena|سنت هلن|سانت هيلينا|سینٹ ہیلینا
    SJM|Svalbard & Jan Mayen|سوالبارد و یان ماین|سفالبارد وجان ماين|سوالبرڈ اور جان ماین
    SLB|Solomon Islands|جزایر سلیمان|جزر سليمان|سولومن آئلینڈز
    SLE|Sierra Leone|سیرالئون|سيراليون|سیرالیون
    SLV|El Salvador|السالوادور|السلفادور|ال سلواڈور
    SMR|San Marino|سان‌مارینو|سان مارينو|سان مارینو
    SOM|Somalia|سومالی|الصومال|صومالیہ
    SPM|St. Pierre & Miquelon|سن پیر و میکلن|سان بيير ومكويلون|سینٹ پیئر اور میکلیئون
    SRB|Serbia|صربستان|صربيا|سربیا
    SSD|South Sudan|سودان جنوبی|جنوب السودان|جنوبی سوڈان
    STP|São Tomé & Príncipe|سائوتومه و پرینسیپ|ساو تومي وبرينسيبي|ساؤ ٹومے اور پرنسپے
    SUR|Suriname|سورینام|سورينام|سورینام
    SVK|Slovakia|اسلواکی|سلوفاكيا|سلوواکیہ
    SVN|Slovenia|اسلوونی|سلوفينيا|سلووینیا
    SWE|Sweden|سوئد|السويد|سویڈن
    SWZ|Eswatini|اسواتینی|إسواتيني|سواتنی
    SXM|Sint Maarten|سنت مارتن|سانت مارتن|سنٹ مارٹن
    SYC|Seychelles|سیشل|سيشل|سشلیز
    SYR|Syria|سوریه|سوريا|شام
    TCA|Turks & Caicos Islands|جزایر تورکس و کایکوس|جزر توركس وكايكوس|ٹرکس اور کیکوس جزائر
    TCD|Chad|چاد|تشاد|چاڈ
    TGO|Togo|توگو|توغو|ٹوگو
    THA|Thailand|تایلند|تايلاند|تھائی لینڈ
    TJK|Tajikistan|تاجیکستان|طاجيكستان|تاجکستان
    TKL|Tokelau|توکلائو|توكيلو|ٹوکیلاؤ
    TKM|Turkmenistan|ترکمنستان|تركمانستان|ترکمانستان
    TLS|East Timor|تیمور شرقی|تيمور الشرقية|مشرقی تیمور
    TON|Tonga|تونگا|تونغا|ٹونگا
    TTO|Trinidad & Tobago|ترینیداد و توباگو|ترينيداد وتوباغو|ترینیداد اور ٹوباگو
    TUN|Tunisia|تونس|تونس|تونس
    TUR|Turkey|ترکیه|تركيا|ترکی
    TUV|Tuvalu|تووالو|توفالو|ٹووالو
    TWN|Taiwan|تایوان|تايوان|تائیوان
    TZA|Tanzania|تانزانیا|تنزانيا|تنزانیہ
    UGA|Uganda|اوگاندا|أوغندا|یوگنڈا
    UKR|Ukraine|اوکراین|أوكرانيا|یوکرین
    UMI|U.S. Outlying Islands|جزایر دورافتادهٔ ایالات متحده|جزر الولايات المتحدة النائية|امریکہ سے باہر کے چھوٹے جزائز
    UNO|the United Nations|سازمان ملل|الأمم المتحدة|اقوام متحدہ
    URY|Uruguay|اروگوئه|أورغواي|یوروگوئے
    USA|the United States|آمریکا|الولايات المتحدة|امریکہ
    UZB|Uzbekistan|ازبکستان|أوزبكستان|ازبکستان
    VAT|the Vatican|واتیکان|الفاتيكان|ویٹیکن
    VCT|St. Vincent & Grenadines|سنت وینسنت و گرنادین|سانت فنسنت وجزر غرينادين|سینٹ ونسنٹ اور گرینیڈائنز
    VEN|Venezuela|ونزوئلا|فنزويلا|وینزوئیلا
    VGB|British Virgin Islands|جزایر ویرجین بریتانیا|جزر فيرجن البريطانية|برٹش ورجن آئلینڈز
    VIR|U.S. Virgin Islands|جزایر ویرجین ایالات متحده|جزر فيرجن التابعة للولايات المتحدة|امریکی ورجن آئلینڈز
    VNM|Vietnam|ویتنام|فيتنام|ویتنام
    VUT|Vanuatu|وانواتو|فانواتو|وینوآٹو
    WLF|Wallis & Futuna|والیس و فوتونا|جزر والس وفوتونا|ویلیز اور فیوٹیونا
    WSM|Samoa|ساموآ|ساموا|ساموآ
    XKX|Kosovo|کوزوو|كوسوفو|کوسووو
    YEM|Yemen|یمن|اليمن|یمن
    ZAF|South Africa|افریقای جنوبی|جنوب أفريقيا|جنوبی افریقہ
    ZMB|Zambia|زامبیا|زامبيا|زامبیا
    ZWE|Zimbabwe|زیمبابوه|زيمبابوي|زمبابوے
    """

  /// Countries whose Arabic name is masculine; every other name of a country is feminine in Arabic.
  static let arabicMasculine: Set<String> = [
    "EUR", "IRQ", "JOR", "LBN", "MAR", "SDN", "SOM", "TCD", "VAT", "YEM",
  ]
}
