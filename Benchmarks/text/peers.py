#!/usr/bin/env python3
"""Speed of the Python tools for the same work on the same articles, one core, in processor time.

    peers.py PATH…      JSON lines with `text` and `lang`, or folders of .txt files

Run by run.sh in a throw-away environment. A tool that cannot be imported is named with the reason."""
import importlib.abc, importlib.machinery, json, os, pathlib, re, sys, time, types


LIMIT = float(os.environ.get("PEER_SECONDS", "20"))  # processor seconds for each tool and language


def articles(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            for file in sorted(path.glob("*.txt")):
                text = file.read_text(encoding="utf-8")
                yield language(text), text
        else:
            for line in path.open(encoding="utf-8"):
                record = json.loads(line)
                yield record.get("lang") or language(record["text"]), record["text"]


def language(text):
    letters = {"ur": "[ٹڈڑےں]", "ar": "[ةىإأ]", "fa": "[گچپژ\u200c]"}
    return max(letters, key=lambda lang: len(re.findall(letters[lang], text)))


class Anything(types.ModuleType):
    """Stands in for a library: any attribute, any call."""
    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {}) if name[0].isupper() else Anything(name)  # classes are inherited from

    def __call__(self, *args, **kwargs):
        return Anything("call")


class Stubs(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The models of these tools need large libraries that their rules do not: these are imported as stand-ins."""
    NAMES = {"fasttext", "gensim", "pycrfsuite", "sklearn", "smart_open", "tensorflow", "tensorflow_datasets", "tf2crf"}

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.NAMES:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return Anything(spec.name)

    def exec_module(self, module):
        pass


def hazm_tool():
    import hazm
    normalizer, words, sentences = hazm.Normalizer(), hazm.WordTokenizer(), hazm.SentenceTokenizer()
    return lambda text: [words.tokenize(s) for s in sentences.tokenize(normalizer.normalize(text))]


def arabic_tool():
    from camel_tools.tokenizers.word import simple_word_tokenize
    from camel_tools.utils.normalize import (normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar,
                                             normalize_unicode)
    from pyarabic import araby
    def run(text):
        text = araby.strip_tatweel(araby.strip_tashkeel(normalize_unicode(text)))
        text = normalize_teh_marbuta_ar(normalize_alef_maksura_ar(normalize_alef_ar(text)))
        return [simple_word_tokenize(s) for s in araby.sentence_tokenize(text)]
    return run


def pyarabic_tool():
    from pyarabic import araby
    def run(text):
        text = araby.strip_tatweel(araby.strip_tashkeel(text))
        return [araby.tokenize(s) for s in araby.sentence_tokenize(text)]
    return run


def urduhack_tool():
    from urduhack.normalization import normalize
    from urduhack.preprocessing import normalize_whitespace
    from urduhack.tokenization import sentence_tokenizer
    return lambda text: [s.split() for s in sentence_tokenizer(normalize_whitespace(normalize(text)))]


def dateparser_tool(lang):
    from dateparser.search import search_dates
    return lambda text: search_dates(text, languages=[lang])


def measure(name, lang, tool, texts):
    try:
        run = tool()
    except Exception as error:  # an import may fail in any way
        print(f"{name:28} {lang}  not available: {type(error).__name__}: {error}")
        return
    run(texts[0])
    size = done = 0
    start = time.process_time()
    for text in texts:
        run(text)
        size += len(text.encode())
        done += 1
        if time.process_time() - start > LIMIT:
            break
    seconds = time.process_time() - start
    print(f"{name:28} {lang}  {size / seconds / 1e6:8.3f} MB/s {done / seconds:10.1f} articles/s   ({done} articles)")


def main():
    by_language = {"fa": [], "ar": [], "ur": []}
    for lang, text in articles(sys.argv[1:]):
        by_language[lang].append(text)
    tools = [("hazm", "fa", hazm_tool), ("pyarabic + camel-tools", "ar", arabic_tool), ("pyarabic", "ar", pyarabic_tool),
             ("urduhack", "ur", urduhack_tool)]
    tools += [("dateparser", lang, lambda lang=lang: dateparser_tool(lang)) for lang in by_language]
    sys.meta_path.append(Stubs())  # after the real finders
    print("Python", sys.version.split()[0])
    for name, lang, tool in tools:
        if by_language[lang]:
            measure(name, lang, tool, by_language[lang])


if __name__ == "__main__":
    main()
