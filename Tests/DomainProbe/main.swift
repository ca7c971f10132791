import ArabicScript
import Calendars
import EventCoding
import Lexicons
import NewsEvents
import TemporalTagging
import TimelineMerging

// Links every domain module and nothing else; a test looks at what the linker made of it.
let article = Article(id: "probe", text: "ایران")
print(TimelineMerger().merge([]).events.count, LanguageIdentifier.identify(article.text).confidence)
