"""Checks bundles by RFC 8493 (BagIt 1.0) and README.md's format 1, with Python's standard library, knowing nothing of our code.

usage: python3 bagit.py <volume.zip> ...

The volumes given together are checked as one bundle. Prints a finding a line; exits with 1 where there is any, else 0.
"""
import hashlib
import io
import re
import sys
import zipfile

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DECODED = {"%0A": "\n", "%0D": "\r", "%25": "%"}


def unsafe(path):
    """Whether a path could lead out of the folder it is unpacked to, or can't be a file's."""
    parts = path.split("/")
    return (
        path.startswith(("/", "~"))
        or "\\" in path
        or re.match(r"[A-Za-z]:", path) is not None
        or any(part in ("", ".", "..") for part in parts)
        or any(ord(character) < 32 or ord(character) == 127 for character in path)
    )


class Volume:
    def __init__(self, path):
        self.name = path.replace("\\", "/").rsplit("/", 1)[-1]
        self.findings = []
        self.files = {}
        self.folders = set()
        self.info = []
        self.lines = []
        try:
            self.open(path)
        except (OSError, zipfile.BadZipFile, ValueError, EOFError) as error:
            self.find(f"can't be read: {error}")
            return
        self.check_declaration()
        self.info = self.read_info()
        self.check_manifests()
        self.check_oxum()

    def find(self, finding):
        self.findings.append(f"{self.name}: {finding}")

    def open(self, path):
        """Section 4.2: an archive holds the bag's one base directory."""
        root = self.name.removesuffix(".zip")
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                name = entry.filename.removesuffix("/")
                if unsafe(name):
                    self.find(f"{entry.filename!r}: unsafe path")
                if not name.startswith(root + "/") and name != root:
                    self.find(f"{entry.filename}: outside of {root}/")
                    continue
                inside = name[len(root) + 1 :]
                parts = inside.split("/")
                self.folders.update("/".join(parts[:i]) for i in range(1, len(parts)))
                if entry.is_dir():
                    self.folders.add(inside)
                    continue
                if inside in self.files:
                    self.find(f"{inside}: twice in the archive")
                self.files[inside] = self.read(archive, entry)

    def read(self, archive, entry):
        try:
            return archive.read(entry)
        except zipfile.BadZipFile as error:
            self.find(f"{entry.filename}: {error}")
            # Its bytes all the same, for the digests to judge.
            with archive.open(entry) as stream:
                stream._expected_crc = None
                return stream.read()

    def check_declaration(self):
        """Sections 2.1.1 and 2.1.2: the declaration, and a payload directory though it may be empty."""
        if "bagit.txt" not in self.files:
            self.find("bagit.txt is missing")
        elif self.files["bagit.txt"] != DECLARATION:
            self.find("bagit.txt is not the declaration of BagIt 1.0 in UTF-8")
        if "data" not in self.folders:
            self.find("there is no payload directory data/")

    def text(self, path):
        try:
            return self.files[path].decode("utf-8")
        except UnicodeDecodeError as error:
            self.find(f"{path}: {error}")
            return self.files[path].decode("utf-8", "replace")

    def read_info(self):
        """Section 2.2.2: `Label: value` a line; one that begins with white space goes on with the value above."""
        fields = []
        if "bag-info.txt" not in self.files:
            self.find("bag-info.txt is missing")
            return fields
        for line in re.split(r"\r\n|\r|\n", self.text("bag-info.txt")):
            if line[:1] in (" ", "\t") and fields:
                fields[-1] = (fields[-1][0], fields[-1][1] + " " + line.strip())
            elif line and ":" not in line:
                self.find(f"bag-info.txt: bad line {line!r}")
            elif line:
                label, value = line.split(":", 1)
                fields.append((label.strip(), value.strip()))
        return fields

    def field(self, label):
        """The value of a field that must be there once."""
        values = [value for name, value in self.info if name.lower() == label.lower()]
        if len(values) != 1:
            self.find(f"bag-info.txt: {label} is there {len(values)} times")
        return values[0] if values else ""

    def manifest(self, name):
        """Section 2.1.3: digest, white space, path. Gives digests by path, CR, LF and % decoded."""
        digests = {}
        algorithm = re.fullmatch(r"(?:tag)?manifest-(\w+)\.txt", name)[1]
        for number, line in enumerate(io.StringIO(self.text(name), newline=""), 1):
            match = re.fullmatch(r"([0-9a-f]+) +(.+?)[\r\n]*", line, re.I | re.S)
            path = match and re.sub("%(0A|0D|25)", lambda code: DECODED[code[0].upper()], match[2], flags=re.I)
            if not match or len(match[1]) != 2 * hashlib.new(algorithm).digest_size:
                self.find(f"{name}: bad line {number}")
            elif unsafe(path):
                self.find(f"{name}: unsafe path {path!r}")
            elif path in digests:
                self.find(f"{name}: {path} is listed twice")
            else:
                digests[path] = match[1].lower()
                if name == "manifest-sha256.txt":
                    self.lines.append((path, line.rstrip("\r\n")))
        for path, expected in digests.items():
            if path not in self.files:
                self.find(f"{path}: in {name}, not in the bag")
            elif hashlib.new(algorithm, self.files[path]).hexdigest() != expected:
                self.find(f"{path}: other bytes than {name} says")
        return digests

    def check_manifests(self):
        """Section 3: every payload file is in every manifest, every tag file in every tag manifest, and nothing else."""
        payload = {path for path in self.files if path.startswith("data/")}
        tags = {path for path in self.files if not path.startswith(("data/", "tagmanifest-"))}
        for kind, expected in (("manifest", payload), ("tagmanifest", tags)):
            names = [path for path in self.files if re.fullmatch(rf"{kind}-\w+\.txt", path)]
            if f"{kind}-sha256.txt" not in names:
                self.find(f"{kind}-sha256.txt is missing")
            for name in names:
                listed = set(self.manifest(name))
                for path in sorted(expected - listed):
                    self.find(f"{path}: not in {name}")
                for path in sorted((listed - expected) & self.files.keys()):
                    self.find(f"{path}: does not belong into {name}")

    def check_oxum(self):
        payload = [content for path, content in self.files.items() if path.startswith("data/")]
        found = f"{sum(map(len, payload))}.{len(payload)}"
        declared = self.field("Payload-Oxum")
        if declared != found:
            self.find(f"Payload-Oxum is {declared}, not {found}")


def check_group(volumes):
    """Section 2.2.2: the volumes of one group, each once; and the fingerprint over all of their payload."""
    if len({volume.field("Bag-Group-Identifier") for volume in volumes}) > 1:
        yield "volumes of different groups"
    counts = [re.fullmatch(r"(\d+) of (\d+)", volume.field("Bag-Count")) for volume in volumes]
    for volume, count in zip(volumes, counts):
        if not count:
            yield f"{volume.name}: Bag-Count is {volume.field('Bag-Count')!r}"
    indexes = [int(count[1]) for count in counts if count]
    totals = {int(count[2]) for count in counts if count}
    if len(totals) > 1:
        yield f"volumes are {sorted(totals)} in number"
    total = max(totals, default=0)
    if len(indexes) != len(set(indexes)):
        yield "a volume is there twice"
    if set(range(1, total + 1)) - set(indexes):
        yield f"volumes {sorted(set(range(1, total + 1)) - set(indexes))} of {total} are not here"
    if set(indexes) - set(range(1, total + 1)):
        yield f"volumes {sorted(set(indexes) - set(range(1, total + 1)))} are not of {total}"

    lines = [line for _, line in sorted(line for volume in volumes for line in volume.lines)]
    digits = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16].upper()
    found = "-".join(digits[i : i + 4] for i in range(0, 16, 4))
    for volume in volumes:
        declared = volume.field("Yinzheng-Fingerprint")
        if declared != found:
            yield f"{volume.name}: Yinzheng-Fingerprint is {declared}, not {found}"


def main(paths):
    volumes = [Volume(path) for path in paths]
    group = list(check_group(volumes))
    findings = [finding for volume in volumes for finding in volume.findings] + group
    for finding in findings:
        print(finding.replace("\n", "\\n"))
    return 1 if findings or not volumes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
