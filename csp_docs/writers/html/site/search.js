(() => {
  const found = (id) => document.getElementById(`page_${id}`);
  const form = found('search'), count = found('count'), instead = found('instead'), list = found('results');
  const formsIn = { en: (word) => [stem(word)], cy: welsh };
  const formsOf = (word, lang) => (formsIn[lang.slice(0, 2)] || ((one) => [one]))(word);
  const share = (forms, others) => forms.some((form) => others.includes(form));
  const folded = (word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wordsOf = (text, lang) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((hit) => {
    const word = folded(hit[0]);
    return { word, forms: formsOf(word, lang), start: hit.index, end: hit.index + hit[0].length };
  });
  const marked = (element, text, hits) => {
    let at = 0;
    for (const { start, end } of hits) {
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      element.append(text.slice(at, start), mark);
      at = end;
    }
    element.append(text.slice(at));
  };
  const excerpt = (text, hits) => {
    const first = hits.length ? hits[0].start : 0;
    const begin = first > 80 ? text.indexOf(' ', first - 80) + 1 : 0;
    const cut = text.slice(begin, begin + 240), whole = begin + 240 >= text.length;
    return (begin ? '…\u00a0' : '') + (whole ? cut : cut.slice(0, cut.lastIndexOf(' ') + 1 || 240) + '…');
  };
  const asked = new URLSearchParams(location.search).get('q');
  form.hidden = false;
  if (asked === null) return;
  form.q.value = asked.trim();
  const own = document.documentElement.lang;
  const wanted = wordsOf(asked, own);
  const passages = JSON.parse(found('index').textContent).map(([link, title, way, text, lang = own], order) =>
    ({ link, title, way, text, lang, order, words: [...wordsOf(title, lang), ...wordsOf(text, lang)] }));
  // Words that begin with a part of a word are found only if the document has no form of it as a word
  const fitsIn = (lang) => wanted.map(({ word }) => {
    const whole = word.length < 4 || passages.some((one) => one.words.some(({ forms }) => share(forms, formsOf(word, one.lang))));
    return whole ? ({ forms }) => share(forms, formsOf(word, lang)) : (one) => one.word.startsWith(word);
  });
  const fitsOf = Object.fromEntries([...new Set(passages.map(({ lang }) => lang))].map((lang) => [lang, fitsIn(lang)]));
  const hitsIn = (text, lang) => wordsOf(text, lang).filter((one) => fitsOf[lang].some((fit) => fit(one)));
  const entry = ({ link, title, way, text, lang }) => {
    const item = document.createElement('li'), anchor = document.createElement('a');
    const above = document.createElement('p'), below = document.createElement('p');
    const shown = excerpt(text, hitsIn(text, lang));
    anchor.href = link;
    if (lang !== own) anchor.lang = below.lang = lang;
    marked(anchor, title, hitsIn(title, lang));
    above.className = 'way';
    for (const heading of way) {
      const part = document.createElement('span');
      part.textContent = heading;
      above.append(part, ' ');
    }
    marked(below, shown, hitsIn(shown, lang));
    item.append(anchor, ...(way.length ? [above] : []), below);
    return item;
  };
  const worth = ({ title, words, lang }) => [
    fitsOf[lang].filter((fit) => wordsOf(title, lang).some(fit)).length,
    wanted.filter(({ word }) => words.some((one) => one.word === word)).length,
    words.filter((one) => fitsOf[lang].some((fit) => fit(one))).length,
  ];
  const byWorth = (one, other) => other.worth.reduce((so, value, at) => so || value - one.worth[at], 0);
  const hits = passages.filter(({ words, lang }) => wanted.length && fitsOf[lang].every((fit) => words.some(fit)))
    .map((one) => ({ ...one, worth: worth(one) })).sort((one, other) => byWorth(one, other) || one.order - other.order);
  const { found: some, nothing, noWords } = count.dataset;
  const said = hits.length ? some : wanted.length ? nothing : noWords;
  count.textContent = said.replace('{count}', hits.length).replace('{words}', () => asked.trim());
  document.title = `${count.textContent} – ${document.title}`;
  instead.hidden = hits.length > 0;
  list.append(...hits.map(entry));
})();
