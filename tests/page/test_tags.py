#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The PDF of the sample can be read without being seen, and says what the plain text
says. Then it is broken, in each way that the check looks for, and the check tells."""

import base64
import copy
import json
import os
import re
import subprocess
import sys
import tempfile

from pdf_tags import check, read

CAREBRIEF = os.environ['CAREBRIEF']
RESULTS = []


def expect(good, what, detail=''):
    RESULTS.append(good)
    print(f'{"ok" if good else "not ok"} {len(RESULTS)} - {what}{": " + str(detail) if not good else ""}', flush=True)


def run(*words, typed=None):
    done = subprocess.run([CAREBRIEF, *words], input=typed, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f'{words}: {done.stderr}')
    return done.stdout


def plain(words):
    """Return words as they are whatever divides them: no line breaks, no brackets around
    the numbers of sources and what stands for pictures, no soft hyphens."""
    words = re.sub(r'\[(\d+)\]', r'\1', words.replace('\u00ad', ''))
    return re.sub(r'[\s\[\]]+', '', words)


def find(objects, test):
    """Return the name and value of the first object that passes a test."""
    for name, it in objects.items():
        value = it.get('value', it.get('stream', {}).get('dict'))
        if isinstance(value, dict) and test(value):
            return name, value
    raise LookupError


def element(objects, kind):
    return find(objects, lambda v: v.get('/S') == kind and '/P' in v)[1]


def catalog(objects):
    return find(objects, lambda v: v.get('/Type') == '/Catalog')[1]


def page(objects):
    return find(objects, lambda v: v.get('/Type') == '/Page')[1]


def annotation(objects, key='/Dest'):
    return find(objects, lambda v: v.get('/Subtype') == '/Link' and key in v)[1]


def edit_stream(objects, reference, old, new):
    stream = objects['obj:' + reference]['stream']
    data = base64.b64decode(stream['data'])
    assert old in data, old
    stream['data'] = base64.b64encode(data.replace(old, new, 1)).decode()


def edit_content(objects, old, new):
    edit_stream(objects, page(objects)['/Contents'], old, new)


def swap_kids(objects):
    kids = element(objects, '/Document')['/K']
    kids[2], kids[4] = kids[4], kids[2]


def double_kid(objects):
    node = element(objects, '/P')
    node['/K'] = node['/K'] * 2


def drop(getter, key):
    return lambda objects: getter(objects).pop(key)


def put(getter, key, value):
    return lambda objects: getter(objects).__setitem__(key, value)


def font(objects):
    return find(objects, lambda v: v.get('/Type') == '/Font' and '/ToUnicode' in v)[1]


def cid_font(objects):
    return find(objects, lambda v: v.get('/Subtype') == '/CIDFontType2')[1]


def descriptor(objects):
    return find(objects, lambda v: v.get('/Type') == '/FontDescriptor')[1]


def action(objects):
    return annotation(objects, '/A')['/A']


# How the file is broken, and what is to be said of it.
BREAKS = [
    ('language', drop(catalog, '/Lang'), 'no language'),
    ('mark info', drop(catalog, '/MarkInfo'), 'not said to be tagged'),
    ('shown title', drop(catalog, '/ViewerPreferences'), 'the title is not shown'),
    ('metadata', drop(catalog, '/Metadata'), 'no title'),
    ('identifier', lambda o: edit_stream(o, catalog(o)['/Metadata'], b'part>1<', b'part>9<'), 'not said to be PDF/UA-1'),
    ('structure', drop(catalog, '/StructTreeRoot'), 'no structure'),
    ('page labels', drop(catalog, '/PageLabels'), 'no page labels'),
    ('bookmarks', drop(catalog, '/Outlines'), 'no bookmarks'),
    ('order of links', drop(page, '/Tabs'), 'the order of links is not that of the text'),
    ('alternative text', drop(lambda o: element(o, '/Figure'), '/Alt'), 'a picture is not in words'),
    ('level of headings', put(lambda o: element(o, '/H3'), '/S', '/H4'), 'a level of headings is skipped'),
    ('item outside a list', put(lambda o: element(o, '/L'), '/S', '/Sect'), '/LI is not in its place'),
    ('numbering', drop(lambda o: element(o, '/L'), '/A'), 'a list has no numbering'),
    ('parent', put(lambda o: element(o, '/H2'), '/P', '1 0 R'), 'an element does not know its parent'),
    ('parents of content', lambda o: find(o, lambda v: '/Nums' in v and '/P' not in v and '/Kids' not in v)[1]['/Nums'].clear(),
     'content does not know its element'),
    ('description of a link', drop(annotation, '/Contents'), 'a link does not say where it leads'),
    ('aim of a link', put(annotation, '/Dest', [None]), 'a link leads nowhere'),
    ('script in a link', put(action, '/URI', 'u:javascript:alert(1)'), 'a link leads to something that is no page'),
    ('file in a link', put(action, '/URI', 'u:file:///etc/passwd'), 'a link leads to something that is no page'),
    ('element of a link', put(lambda o: element(o, '/Link'), '/S', '/Span'), 'a link is in no link element'),
    ('untied link', lambda o: page(o)['/Annots'].append('1 0 R'), 'a link is in no element'),
    ('content twice', double_kid, 'content is in the tree twice'),
    ('content missing', put(lambda o: element(o, '/H1'), '/K', []), 'content is in no element'),
    ('number twice', lambda o: edit_content(o, b'/MCID 1>>', b'/MCID 0>>'), 'a number comes twice on a page'),
    ('drawing outside', lambda o: edit_content(o, b'/Artifact BMC', b'/Span BMC'), 'something is drawn outside all marks'),
    ('mark not closed', lambda o: edit_content(o, b'EMC', b''), 'a mark is not closed'),
    ('mark closed twice', lambda o: edit_content(o, b'EMC', b'EMC EMC'), 'a mark is closed that is not open'),
    ('font left out', lambda o: [descriptor(o).pop(k, None) for k in ('/FontFile', '/FontFile2', '/FontFile3')], 'is not embedded'),
    ('characters', drop(font, '/ToUnicode'), 'says no characters'),
    ('glyph map', drop(cid_font, '/CIDToGIDMap'), 'has no CIDToGIDMap'),
    ('script', put(catalog, '/OpenAction', {'/S': '/JavaScript'}), 'active content'),
    ('language of the root', put(lambda o: element(o, '/Document'), '/S', '/Sect'), 'the root is not a document'),
]


def test_sample(folder):
    library, pdf = f'{folder}/a.carebrief', f'{folder}/a.pdf'
    run('new', library)
    run('import', library, os.environ['CAREBRIEF_SAMPLE'])
    run('export', library, '--format', 'pdf', '--output', pdf)
    objects = read(pdf)
    problems, words = check(objects)
    expect(not problems, 'the sample passes', problems)
    told = run('export', library, '--format', 'text', '--output', '-')
    expect(plain(words) == plain(told), 'the structure says what the plain text says', plain(words)[:200])
    expect('\u00ad' in words, 'and has words divided with soft hyphens')
    return objects, words


CONTENTS = re.compile(r'Contents:1Twosystemsfromthestart2.*?4Willitsavemoney\?\d')


def test_templates(folder):
    """Whatever a briefing looks like, it says the same; a cover has the contents besides."""
    library = f'{folder}/a.carebrief'
    for template in ('research-briefing', 'large-print'):
        pdf = f'{folder}/{template}.pdf'
        run('export', library, '--format', 'pdf', '--template', template, '--output', pdf)
        objects = read(pdf)
        problems, words = check(objects)
        expect(not problems, f'{template} passes', problems)
        told = plain(run('export', library, '--format', 'text', '--template', template, '--output', '-'))
        contents = CONTENTS.search(plain(words))
        expect(bool(contents and contents.group().endswith('3')) == (template == 'research-briefing'), f'{template} has contents or none', plain(words)[:400])
        rest = plain(words).replace(contents.group(), '', 1) if contents else plain(words)
        expect(rest == told, f'{template} says what the plain text says', rest[:200])
    sections = [it['value'] for it in read(f'{folder}/research-briefing.pdf').values()
                if isinstance(it.get('value'), dict) and str(it['value'].get('/Contents', '')).startswith('u:Section ')]
    expect(len(sections) == 4 and all('/Dest' in it for it in sections), 'the contents lead to the sections', sections)


def test_poster(folder):
    """Each lane is said with its marks, on the sheet that it is on; a poster has no headings to be bookmarked."""
    pdf = f'{folder}/poster.pdf'
    run('timeline', f'{folder}/a.carebrief', '--as-of', '2019-06-01', '--output', pdf)
    problems, words = check(read(pdf))
    expect(problems == ['no bookmarks'], 'a poster passes', problems)
    expect(words.startswith('Timeline\nAs of 1 June 2019.'), 'and begins with what it is', words[:200])
    lanes = [line.split('. ')[0] for line in words.splitlines()]
    expect([lane in lanes for lane in ('Government (2010-15 coalition)', 'Labour', 'Conservatives', 'Liberal Democrats')] == [True] * 4,
           'has its lanes', lanes)
    said = [line for line in words.splitlines() if line.startswith('Labour. ')]
    expect(len(said) == 1 and 'Made September 2014. No deadline. Lapsed.' in said[0], 'with the sentences of their marks', said)


RECORDS = {
    'briefing': [{'id': '7', 'title': 'Links & <marks>', 'authors': 'A. Author', 'status': 'published'}],
    'source': [{'id': '8', 'title': 'Adroddiad am integreiddio', 'kind': 'report', 'language': 'cy', 'url': 'https://example.org/\u0175 (1)'},
               {'id': '9', 'title': 'A paper', 'kind': 'report', 'url': 'file:///etc/passwd'}],
    'section': [{'id': '10', 'briefing': '7', 'ordinal': '1', 'heading': 'One',
                 'text': 'A **[report](https://example.org/a?b=c)** [@8 p.2], [a trick](javascript:alert) and '
                         '[another](DATA:text/html,x), [@9]\n\n<script>alert(1)</script>\n\n### Deeper\n\n'
                         '1. first\n   - inner\n     - innermost\n2. second\n\n> quoted\n>\n> 1. as a list\n>\n> #### Head\n>\n> and on\n\n*Write* to [us](mailto:a@example.org).\n\n'
                         '- a dot\n\n1. anew\n2. and on\n\n10 Downing Street\\\nLondon\n\n    two\n    lines\n\n'
                         '\u05e8\u05d0\u05d4 [\u05d4\u05d3\u05d5\u05d7](https://example.org/) \u05e2\u05db\u05e9\u05d9\u05d5, and [report](https://example.com/) now\n\n'
                         'see [the report ](https://example.net/) [@8] and [in [@9] it](https://example.net/2)\n\n'
                         'In **[Senedd Cymru](lang:cy)**, which is so called, and in [Deutsch [@9]](lang:de) too.'}],
}


def test_links(folder):
    """Only addresses of pages and mailboxes can be followed; what is typed stays text."""
    library, pdf = f'{folder}/b.carebrief', f'{folder}/b.pdf'
    with open(f'{folder}/b.json', 'w', encoding='utf-8') as file:
        json.dump({'format': 'carebrief-library', 'version': 1, 'records': RECORDS}, file)
    run('new', library)
    run('import', library, file.name)
    run('export', library, '--format', 'pdf', '--output', pdf)
    objects = read(pdf)
    problems, words = check(objects)
    expect(not problems, 'links, lists and marks pass', problems)
    told = run('export', library, '--format', 'text', '--output', '-')
    expect(plain(words) == plain(told), 'and say what the text says', (plain(words), plain(told)))
    aims = sorted(str(it['value']['/A']['/URI'])[2:] for it in objects.values()
                  if isinstance(it.get('value'), dict) and '/A' in it['value'] and '/URI' in it['value']['/A'])
    expect(aims == ['https://example.com/', 'https://example.net/', 'https://example.net/2', 'https://example.net/2', 'https://example.org/',
                     'https://example.org/%C5%B5%20%281%29', 'https://example.org/a?b=c', 'mailto:a@example.org'],
           'addresses that may be followed are links', aims)
    expect(find(objects, lambda v: v.get('/S') == '/Span' and v.get('/Lang') == 'u:cy'), 'a Welsh title is Welsh')
    expect(find(objects, lambda v: v.get('/S') == '/Span' and v.get('/Lang') == 'u:de'), 'a passage is in the language that it is marked to be in')
    html = run('export', library, '--format', 'html', '--output', '-')
    expect('<span lang="cy"><strong>Senedd Cymru</strong></span>' in html and 'lang:' not in html, 'and so it is in a web page', html[-900:])
    expect('<script' not in html and 'href="javascript' not in html.lower() and 'href="data' not in html.lower(),
           'a web page runs nothing')
    expect('<blockquote><p>quoted</p>\n<ol start="1">\n<li><p>as a list</p>\n</li>\n</ol>\n<h3>Head</h3>\n<p>and on</p>\n</blockquote>' in html,
           'a quotation holds all that is quoted', html[-2500:])
    expect(html.count('<ol start="1">') == 4 and html.count('<ul>') == 3 and 'Downing Street<br>London' in html,
           'lists and lines are what was typed', html[-2500:])
    expect('&lt;script&gt;' in html and 'lang="cy"' in html and '<a href="https://example.org/a?b=c">' in html,
           'and says what was typed')
    return objects


def test_table(folder):
    """A table has headings for its columns and rows; in plain text a row is a line."""
    library, pdf = f'{folder}/c.carebrief', f'{folder}/table.pdf'
    run('new', library)
    with open(os.environ['CAREBRIEF_SAMPLE'], encoding='utf-8') as file:
        sample = json.load(file)
    for box in sample['records']['box']:
        box['kind'] = 'table' if box['kind'] == 'chart' else box['kind']
    with open(f'{folder}/c.json', 'w', encoding='utf-8') as file:
        json.dump(sample, file)
    run('import', library, file.name)
    told = run('export', library, '--format', 'text', '--output', '-')
    expect('\nFigure\tAmount\tWhose\nBetter Care Fund: announced minimum\t£3.8 billion\tthe Government\n' in told,
           'a row of a table is a line', told)
    for template in ('key-issue', 'research-briefing', 'large-print'):
        run('export', library, '--format', 'pdf', '--template', template, '--pages', 'any', '--output', pdf)
        objects = read(pdf)
        problems, words = check(objects)
        expect(not problems, f'a table in a {template} passes', problems)
        expect('FigureAmountWhoseBetterCareFund:announcedminimum£3.8billiontheGovernment' in plain(words),
               'and is read row by row', plain(words))
        heads = [it['value']['/A'].get('/Scope') for it in objects.values()
                 if isinstance(it.get('value'), dict) and it['value'].get('/S') == '/TH']
        expect(sorted(heads) == ['/Column'] * 3 + ['/Row'] * 7, 'with headings', heads)
    html = run('export', library, '--format', 'html', '--output', '-')
    expect('<tr><th scope="row">Better Care Fund: announced minimum</th>\n<td>£3.8 billion</td>' in html, 'also on the web', html)


def test_ledger(folder):
    """A ledger is a table, and below it a list of what is not in its sum."""
    library, pdf = f'{folder}/ledger.carebrief', f'{folder}/ledger.pdf'
    run('new', library)
    with open(os.environ['CAREBRIEF_SAMPLE'], encoding='utf-8') as file:
        sample = json.load(file)
    records = sample['records']
    records['ledger'] = [{'id': '90001', 'question': 'How many bids?'}]
    records['ledger_item'] = [{'id': str(90001 + n), 'ledger': '90001', 'ordinal': str(n), 'figure': figure}
                              for n, figure in enumerate(('17008', '17009', '17010'))]
    for box in records['box']:
        if box['kind'] == 'chart':
            box.update(kind='ledger', ledger='90001')
    with open(f'{folder}/ledger.json', 'w', encoding='utf-8') as file:
        json.dump(sample, file)
    run('import', library, file.name)
    for template in ('key-issue', 'research-briefing', 'large-print'):
        run('export', library, '--format', 'pdf', '--template', template, '--pages', 'any', '--output', pdf)
        objects = read(pdf)
        problems, words = check(objects)
        expect(not problems, f'a ledger in a {template} passes', problems)
        expect('Sum23bids' in plain(words), 'and is read row by row', plain(words))
        heads = [it['value']['/A'].get('/Scope') for it in objects.values()
                 if isinstance(it.get('value'), dict) and it['value'].get('/S') == '/TH']
        expect(sorted(heads) == ['/Column'] * 2 + ['/Row'] * 3, 'with headings', heads)


def make_table(sample, n, text=None):
    """Return a sample whose chart is a table of so many rows, all of them with a text or with their own."""
    sample = copy.deepcopy(sample)
    records = sample['records']
    box = next(it for it in records['box'] if it['kind'] == 'chart')
    box['kind'] = 'table'
    records['box_item'] = [it for it in records['box_item'] if it['box'] != box['id']]
    for i in range(n):
        item = {'id': str(60001 + i), 'box': box['id'], 'ordinal': str(i + 1), 'figure': records['figure'][i % len(records['figure'])]['id']}
        records['box_item'].append(item | ({'text': text} if text else {}))
    return sample


def test_long_tables(folder):
    """Headings of a table that goes on are in the structure once; a table that is set as lists is lists."""
    with open(os.environ['CAREBRIEF_SAMPLE'], encoding='utf-8') as file:
        sample = json.load(file)
    for name, table, template, tables in (
            ('long', make_table(sample, 70), 'research-briefing', 1), ('long', make_table(sample, 70), 'large-print', 1),
            ('lists', make_table(sample, 6, 'Internationalisationalism counterrevolutionaries misunderstandings'), 'large-print', 0)):
        library, pdf = f'{folder}/{name}-{template}.carebrief', f'{folder}/{name}.pdf'
        if name == 'lists':
            for figure in table['records']['figure']:
                figure['period_words'] = 'intergovernmentalisations'
        with open(f'{folder}/{name}.json', 'w', encoding='utf-8') as file:
            json.dump(table, file)
        run('new', library)
        run('import', library, file.name)
        run('export', library, '--format', 'pdf', '--template', template, '--output', pdf)
        objects = read(pdf)
        problems, words = check(objects)
        expect(not problems, f'{name} table passes in a {template}', problems)
        told = plain(run('export', library, '--format', 'text', '--template', template, '--output', '-'))
        expect(CONTENTS.sub('', plain(words), 1) == told, 'and is told once', plain(words)[:300])
        kinds = [it['value'].get('/S') for it in objects.values() if isinstance(it.get('value'), dict) and '/P' in it['value']]
        expect(kinds.count('/Table') == tables, 'and is what it says', kinds.count('/Table'))


def test_volume(folder):
    """Several briefings in one file: a list of them, and each says what it says alone."""
    library, pdf = f'{folder}/a.carebrief', f'{folder}/volume.pdf'
    run('import', library, f'{folder}/b.json')
    run('export', library, '--format', 'pdf', '--all', '--output', pdf)
    objects = read(pdf)
    problems, words = check(objects)
    expect(not problems, 'a volume passes', problems)
    titles = ['Links & <marks>', 'Integrating health and social care']
    told = ''.join(plain(run('export', library, '--format', 'text', '--briefing', title, '--output', '-')) for title in titles)
    expect(plain(words) == plain(f'Briefings Contents 1 {titles[0]} 3 2 {titles[1]} 5') + told, 'and says all of them',
           plain(words)[:300])
    parts = [it['value'] for it in objects.values() if isinstance(it.get('value'), dict) and it['value'].get('/S') == '/Part']
    expect(len(parts) == 3 and all('/Lang' in part for part in parts), 'each is a part with its language', parts)
    for title in titles:
        link = find(objects, lambda v, t=title: v.get('/Contents') == f'u:{t}')[1]
        expect('/Dest' in link, f'the list leads to {title}', link)
    run('export', library, '--format', 'pdf', '-b', titles[1], '-b', titles[0], '--output', pdf)
    _, words = check(read(pdf))
    expect(plain(words).startswith(plain(f'Briefings Contents 1 {titles[1]} 3 2 {titles[0]} 5')), 'in the order that is asked for',
           plain(words)[:300])


def test_breaks(objects, linked, words):
    for name, change, problem in BREAKS:
        broken = copy.deepcopy(linked if ' in a link' in name else objects)
        try:
            change(broken)
        except LookupError:
            expect(False, f'broken: {name}', 'there is nothing to break')
            continue
        problems, _ = check(broken)
        expect(any(problem in p for p in problems), f'broken: {name}', problems)
    swapped = copy.deepcopy(objects)
    swap_kids(swapped)
    problems, other = check(swapped)
    expect(plain(other) != plain(words), 'broken: order of reading', problems)


def main():
    with tempfile.TemporaryDirectory() as folder:
        objects, words = test_sample(folder)
        linked = test_links(folder)
        test_poster(folder)
        test_templates(folder)
        test_volume(folder)
        test_table(folder)
        test_ledger(folder)
        test_long_tables(folder)
    test_breaks(objects, linked, words)
    print(f'1..{len(RESULTS)}')
    return 0 if all(RESULTS) else 1


if __name__ == '__main__':
    sys.exit(main())
