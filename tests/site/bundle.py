"""Checks a bundle with Python's zipfile and hashlib, by RFC 8493 and the names of format 1, knowing nothing of our code.

usage: bundle.py <bundle.zip>    prints JSON: {"root", "findings": [...], "payload": {path: sha256}, "written": [instant]}
"""
import hashlib
import json
import re
import sys
import unicodedata
import zipfile
from pathlib import Path

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.I)
TAGS = ["目录.html", "checklist.json", "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]


def width(name):
    """In 汉字: a half-width character counts half."""
    return sum(0.5 if ord(character) < 0x2E80 else 1 for character in name)


def check_name(name):
    """What is wrong with one component of a path."""
    if not unicodedata.is_normalized("NFC", name):
        yield "not NFC"
    if FORBIDDEN.search(name):
        yield "a character Windows forbids"
    if RESERVED.match(name):
        yield "a name Windows reserves"
    if name != name.strip(" ") or name.endswith("."):
        yield "a space or dot at its end"
    if name in ("", ".", ".."):
        yield "no name"
    if len(name.encode()) > 180 or width(name) > 40:
        yield f"{len(name.encode())} bytes, {width(name)} 汉字"


def check_manifest(name, texts, contents, findings):
    """Each line's form, path and digest. Gives the paths it lists."""
    listed = []
    text = texts.get(name, "")
    if text and not text.endswith("\n"):
        findings.append(f"{name}: its last line has no end")
    for line in text.splitlines():
        match = re.fullmatch(r"([0-9a-f]{64})  (\S.*)", line)
        if not match:
            findings.append(f"{name}: bad line {line!r}")
            continue
        path = re.sub("%(0A|0D|25)", lambda code: chr(int(code[1], 16)), match[2])
        listed.append(path)
        if path not in contents:
            findings.append(f"{name}: {path} is not in the bag")
        elif hashlib.sha256(contents[path]).hexdigest() != match[1]:
            findings.append(f"{name}: {path} has other bytes")
    if len(listed) != len(set(listed)):
        findings.append(f"{name}: a path is listed twice")
    return listed


def check(path):
    findings = []
    root = Path(path).name.removesuffix(".zip")
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            findings.append(f"CRC: {archive.testzip()}")
        # An empty bag has its payload folder as an entry (RFC 8493, 2.1.2); all others are files.
        entries = [entry for entry in archive.infolist() if entry.filename != f"{root}/data/"]
        raw = {entry.filename: archive.read(entry) for entry in entries}
    for entry in entries:
        name = entry.filename
        if not name.startswith(f"{root}/"):
            findings.append(f"{name}: outside of {root}/")
        if not name.isascii() and not entry.flag_bits & 0x800:
            findings.append(f"{name}: not marked as UTF-8")
        if len(name) - len(root) - 1 > 120:
            findings.append(f"{name}: {len(name) - len(root) - 1} characters")
        if "/data/" in name and entry.compress_type != zipfile.ZIP_STORED:
            findings.append(f"{name}: compressed, so not packed by reference")
        for part in name.split("/"):
            findings += [f"{name}: {wrong}" for wrong in check_name(part)]
    folded = [unicodedata.normalize("NFC", entry.filename).casefold() for entry in entries]
    if len(folded) != len(set(folded)):
        findings.append("two names differ in case only, or not at all")

    contents = {name[len(root) + 1 :]: content for name, content in raw.items()}
    texts = {name: content.decode() for name, content in contents.items() if name.endswith(".txt") and "/" not in name}
    payload = {name for name in contents if name.startswith("data/")}
    findings += [f"{name} is missing" for name in TAGS if name not in contents]
    if texts.get("bagit.txt") != "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        findings.append("bagit.txt is not RFC 8493's")
    listed = check_manifest("manifest-sha256.txt", texts, contents, findings)
    tagged = check_manifest("tagmanifest-sha256.txt", texts, contents, findings)
    findings += [f"{name} is in no manifest" for name in payload - set(listed)]
    findings += [f"{name} is in no tag manifest" for name in contents.keys() - payload - set(tagged) - {TAGS[-1]}]
    oxum = f"{sum(len(contents[name]) for name in payload)}.{len(payload)}"
    if f"Payload-Oxum: {oxum}" not in texts.get("bag-info.txt", "").splitlines():
        findings.append(f"Payload-Oxum is not {oxum}")
    return {
        "root": root,
        "findings": findings,
        "payload": {name: hashlib.sha256(contents[name]).hexdigest() for name in sorted(payload)},
        "written": sorted({"%d-%02d-%02d %02d:%02d" % entry.date_time[:5] for entry in entries}),
    }


print(json.dumps(check(sys.argv[1])))
