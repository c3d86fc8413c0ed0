# SPDX-License-Identifier: GPL-3.0-or-later
"""What a PDF says to those who do not see it, and what of PDF/UA-1 (ISO 14289-1) it
misses, as far as a machine can tell. It takes qpdf's JSON of a file and shares no code
with what writes PDFs."""

import base64
import json
import re
import subprocess

DRAWING = {'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'BI'}
HEADING = re.compile(r'/H([1-6])$')
ALLOWED = re.compile(r'(https?|mailto):', re.IGNORECASE)
# What would make a document do something by itself.
ACTIVE = {'/JavaScript', '/JS', '/Launch', '/OpenAction', '/AA', '/EmbeddedFiles', '/RichMedia', '/SubmitForm', '/GoToR'}
INSIDE = {'/LI': {'/L'}, '/Lbl': {'/LI'}, '/LBody': {'/LI'}, '/TR': {'/Table', '/TBody', '/THead'}, '/TD': {'/TR'}, '/TH': {'/TR'}}
TOKEN = re.compile(rb'\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+', re.DOTALL)


def read(path):
    """Return the objects of a PDF by name, such as "obj:7 0 R"."""
    done = subprocess.run(['qpdf', '--json-output', '--json-stream-data=inline', '--decode-level=generalized', path],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)['qpdf'][1]


class Document:
    """A PDF that problems are noted of."""

    def __init__(self, objects):
        self.objects = objects
        self.problems = []
        self.words = {}  # of (page, number): what is drawn there
        self.order = []  # numbers as the tree comes to them
        self.root = self.get(objects['trailer']['value'].get('/Root'))
        self.pages = []
        self.add_pages(self.root.get('/Pages'))

    def get(self, value):
        """Return what a value refers to; a stream is its dictionary."""
        if isinstance(value, str) and value.endswith(' R'):
            it = self.objects.get('obj:' + value, {'value': None})
            return it['stream']['dict'] if 'stream' in it else it['value']
        return value

    def data(self, value):
        it = self.objects.get('obj:' + value) if isinstance(value, str) else None
        return base64.b64decode(it['stream']['data']) if it and 'stream' in it else b''

    def add_pages(self, reference):
        node = self.get(reference)
        if node.get('/Type') == '/Page':
            self.pages.append(reference)
        for kid in node.get('/Kids', []):
            self.add_pages(kid)

    def expect(self, good, problem):
        if not good:
            self.problems.append(problem)


def text(value):
    return value[2:] if isinstance(value, str) and value.startswith('u:') else ''


def unescape(token):
    """Return the bytes of a string of a content stream."""
    if token.startswith(b'<'):
        return bytes.fromhex(token[1:-1].decode())
    return re.sub(rb'\\([0-7]{1,3}|.)', lambda m: bytes([int(m[1], 8)]) if m[1][0:1].isdigit()
                  else {b'n': b'\n', b'r': b'\r', b't': b'\t'}.get(m[1], m[1]), token[1:-1], flags=re.DOTALL)


class Font:
    def __init__(self, document, value):
        font = document.get(value)
        self.width = 2 if font.get('/Subtype') == '/Type0' else 1
        inner = document.get(document.get(font.get('/DescendantFonts', [value]))[0])
        descriptor = document.get(inner.get('/FontDescriptor')) or {}
        name = font.get('/BaseFont')
        document.expect(any(key in descriptor for key in ('/FontFile', '/FontFile2', '/FontFile3')), f'{name} is not embedded')
        document.expect(inner.get('/Subtype') != '/CIDFontType2' or '/CIDToGIDMap' in inner, f'{name} has no CIDToGIDMap')
        self.characters = self.read_map(document.data(font.get('/ToUnicode')).decode('latin-1'))
        document.expect(self.characters, f'{name} says no characters')

    @staticmethod
    def read_map(cmap):
        characters = {}
        decode = lambda digits: bytes.fromhex(digits).decode('utf-16-be')
        for block in re.findall(r'beginbfchar(.*?)endbfchar', cmap, re.DOTALL):
            for code, to in re.findall(r'<(\w+)>\s*<(\w+)>', block):
                characters[int(code, 16)] = decode(to)
        for block in re.findall(r'beginbfrange(.*?)endbfrange', cmap, re.DOTALL):
            for first, last, to in re.findall(r'<(\w+)>\s*<(\w+)>\s*<(\w+)>', block):
                for code in range(int(first, 16), int(last, 16) + 1):
                    characters[code] = chr(ord(decode(to)) + code - int(first, 16))
        return characters

    def decode(self, data):
        return [self.characters.get(int.from_bytes(data[i:i + self.width], 'big'))
                for i in range(0, len(data), self.width)]


class Content:
    """The content of a page, token by token."""

    def __init__(self, document, page):
        self.document, self.page = document, page
        resources = document.get(document.get(page)['/Resources'])
        self.fonts = {name: Font(document, value) for name, value in (document.get(resources.get('/Font')) or {}).items()}
        self.font = None
        self.marks = []  # a number, 'artifact', 'actual' or 'other'
        operands = []
        for token in TOKEN.findall(document.data(document.get(page)['/Contents'])):
            if re.match(rb'[A-Za-z\'"]', token) and token not in (b'true', b'false', b'null'):
                self.operate(token.decode(), operands)
                operands = []
            else:
                operands.append(token)
        document.expect(not self.marks, 'a mark is not closed')

    def innermost(self):
        return next((m for m in reversed(self.marks) if m not in ('actual', 'other')), None)

    def say(self, words):
        mark = self.innermost()
        self.document.expect(mark is not None, 'something is drawn outside all marks')
        if isinstance(mark, int):
            self.document.words[self.page, mark] += words

    def show(self, operands):
        for token in operands:
            if not token.startswith((b'(', b'<')):
                continue
            characters = self.font.decode(unescape(token))
            if 'actual' in self.marks:
                continue
            if self.innermost() != 'artifact':
                self.document.expect(None not in characters, 'a character has no meaning')
            self.say(''.join(c or '' for c in characters))

    def open(self, operands):
        words = [o.decode('latin-1') for o in operands]
        mark = 'other'
        if words[0] == '/Artifact':
            mark = 'artifact'
        elif '/MCID' in words:
            mark = int(words[words.index('/MCID') + 1])
            self.document.expect((self.page, mark) not in self.document.words, 'a number comes twice on a page')
            self.document.words[self.page, mark] = ''
        elif '/ActualText' in words:
            self.say(unescape(operands[words.index('/ActualText') + 1])[2:].decode('utf-16-be'))
            mark = 'actual'
        if mark == 'artifact' or isinstance(mark, int):
            self.document.expect(self.innermost() is None, 'marks are nested')
        self.marks.append(mark)

    def operate(self, word, operands):
        if word in ('BDC', 'BMC'):
            self.open(operands)
        elif word == 'EMC':
            self.document.expect(self.marks, 'a mark is closed that is not open')
            self.marks and self.marks.pop()
        elif word == 'Tf':
            self.font = self.fonts[operands[-2].decode()]
        elif word in ('Tj', 'TJ', "'", '"'):
            self.show(operands)
        elif word in DRAWING:
            self.say('')


class Tree:
    """The structure, from its root, and what is read of it."""

    def __init__(self, document):
        self.document = document
        self.read = []
        self.level = 0
        self.tied = set()   # links that an element has
        self.parents = self.numbers(document.get(document.root.get('/StructTreeRoot')))
        root = document.get(document.root.get('/StructTreeRoot'))
        kids = document.get(root.get('/K'))
        self.walk(root['/K'], None) if isinstance(kids, dict) else [self.walk(k, None) for k in kids]
        document.expect(kids.get('/S') == '/Document' if isinstance(kids, dict) else False, 'the root is not a document')

    def numbers(self, root):
        tree = self.document.get(root.get('/ParentTree')) or {}
        flat = tree.get('/Nums', [])
        return dict(zip(flat[::2], flat[1::2]))

    def content(self, element, page, number):
        key = (page, number)
        parents = self.document.get(self.parents.get(self.document.get(page).get('/StructParents'))) or []
        self.document.expect(number < len(parents) and parents[number] == element, 'content does not know its element')
        self.document.expect(key not in self.document.order, 'content is in the tree twice')
        self.document.expect(key in self.document.words, 'the tree has content that is on no page')
        self.document.order.append(key)
        return self.document.words.get(key, '')

    def link(self, element, reference):
        annotation = self.document.get(reference)
        self.tied.add(reference)
        self.document.expect(self.parents.get(annotation.get('/StructParent')) == element, 'a link does not know its element')
        self.document.expect(text(annotation.get('/Contents')), 'a link does not say where it leads')
        action = self.document.get(annotation.get('/A')) or {}
        if action:
            self.document.expect(action.get('/S') == '/URI' and ALLOWED.match(text(action.get('/URI', '')) or action.get('/URI', '')),
                                 'a link leads to something that is no page')
        else:
            self.document.expect(annotation.get('/Dest', [None])[0] in self.document.pages, 'a link leads nowhere')

    def check(self, node, parent):
        kind = node.get('/S')
        heading = HEADING.match(kind)
        if heading:
            self.document.expect(int(heading[1]) <= self.level + 1, 'a level of headings is skipped')
            self.level = int(heading[1])
        self.document.expect(kind not in INSIDE or parent in INSIDE[kind], f'{kind} is not in its place')
        self.document.expect(kind != '/Figure' or text(node.get('/Alt')), 'a picture is not in words')
        if kind == '/TH':
            self.document.expect('/Scope' in json.dumps(node.get('/A', {})), 'a header has no scope')
        if kind == '/L':
            self.document.expect('/ListNumbering' in json.dumps(self.document.get(node.get('/A', {}))), 'a list has no numbering')

    def walk(self, reference, parent):
        node = self.document.get(reference)
        start = len(self.read)
        self.check(node, parent)
        kids = node.get('/K', [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                self.read.append(self.content(reference, node.get('/Pg'), kid))
            elif isinstance(kid, dict) and '/MCID' in kid:
                self.read.append(self.content(reference, kid['/Pg'], kid['/MCID']))
            elif isinstance(kid, dict) and kid.get('/Type') == '/OBJR':
                self.document.expect(node.get('/S') == '/Link', 'a link is in no link element')
                self.link(reference, kid['/Obj'])
            else:
                self.document.expect(self.document.get(self.document.get(kid).get('/P')) is node, 'an element does not know its parent')
                self.walk(kid, node.get('/S'))
        if node.get('/S') == '/Figure':
            self.read[start:] = [text(node.get('/Alt'))]
        if node.get('/S') in ('/P', '/H1', '/H2', '/H3', '/Lbl', '/Figure'):
            self.read.append('\n')


def check_document(document):
    root = document.root
    document.expect(re.match(r'u:[a-z]{2,3}(-[A-Za-z]+)?$', str(root.get('/Lang'))), 'no language')
    document.expect((document.get(root.get('/MarkInfo')) or {}).get('/Marked') is True, 'not said to be tagged')
    document.expect((document.get(root.get('/ViewerPreferences')) or {}).get('/DisplayDocTitle') is True, 'the title is not shown')
    xmp = document.data(root.get('/Metadata')).decode()
    document.expect('<pdfuaid:part>1</pdfuaid:part>' in xmp, 'not said to be PDF/UA-1')
    document.expect(re.search('<dc:title>.*?<rdf:li[^>]*>[^<]+<', xmp), 'no title')
    document.expect('/PageLabels' in root, 'no page labels')
    outlines = document.get(root.get('/Outlines')) or {}
    document.expect(outlines.get('/Count', 0) > 0, 'no bookmarks')
    for name, it in document.objects.items():
        value = it.get('value', it.get('stream', {}).get('dict'))
        found = [key for key in ACTIVE if isinstance(value, dict) and (key in value or value.get('/S') == key)]
        document.expect(not found, f'active content: {found}')
    document.expect(all(document.get(p).get('/Tabs') == '/S' for p in document.pages), 'the order of links is not that of the text')


def check(objects):
    """Return what is wrong with a PDF, each thing once, and what is read of it."""
    document = Document(objects)
    check_document(document)
    if '/StructTreeRoot' not in document.root:
        return document.problems + ['no structure'], ''
    for page in document.pages:
        Content(document, page)
    tree = Tree(document)
    document.expect(set(document.order) == set(document.words), 'content is in no element')
    links = {a for p in document.pages for a in document.get(document.get(p).get('/Annots', []))}
    document.expect(links == tree.tied, 'a link is in no element')
    return list(dict.fromkeys(document.problems)), ''.join(tree.read)
