"""Articles for a campaign: copies of the seeds under other names, each with a line of its own."""
import json
import os


def write(seeds, articles, portion, folder):
    """Writes `articles` articles as JSON lines, `portion` in each file; returns the files in order."""
    texts = []
    for name in sorted(os.listdir(seeds)):
        if name.endswith(".txt"):
            with open(os.path.join(seeds, name), encoding="utf-8") as file:
                texts.append((name[:-4], file.read()))
    os.makedirs(folder)
    files = []
    for start in range(0, articles, portion):
        path = os.path.join(folder, f"{start:07d}.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for number in range(start, min(start + portion, articles)):
                name, text = texts[number % len(texts)]
                record = {"id": f"{number:07d}-{name}", "text": f"{text}\n{number}\n"}
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        files.append(path)
    return files
