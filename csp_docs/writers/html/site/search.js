(() => {
  const found = (id) => document.getElementById(`page_${id}`);
  const form = found('search'), count = found('count'), instead = found('instead'), list = found('results');
  const stemmed = document.documentElement.lang.startsWith('en') ? stem : (word) => word;
  const folded = (word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const wordsOf = (text) => [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((hit) => {
    const word = folded(hit[0]);
    return { word, form: stemmed(word), start: hit.index, end: hit.index + hit[0].length };
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
  const wanted = wordsOf(asked);
  const passages = JSON.parse(found('index').textContent).map(([link, title, way, text], order) =>
    ({ link, title, way, text, order, words: [...wordsOf(title), ...wordsOf(text)] }));
  const all = passages.flatMap(({ words }) => words);
  // Words that begin with a part of a word are found only if the document has no form of it as a word
  const fits = wanted.map(({ word, form }) => word.length < 4 || all.some((one) => one.form === form)
    ? (one) => one.form === form : (one) => one.word.startsWith(word));
  const hitsIn = (text) => wordsOf(text).filter((one) => fits.some((fit) => fit(one)));
  const entry = ({ link, title, way, text }) => {
    const item = document.createElement('li'), anchor = document.createElement('a');
    const above = document.createElement('p'), below = document.createElement('p'), shown = excerpt(text, hitsIn(text));
    anchor.href = link;
    marked(anchor, title, hitsIn(title));
    above.className = 'way';
    for (const heading of way) {
      const part = document.createElement('span');
      part.textContent = heading;
      above.append(part, ' ');
    }
    marked(below, shown, hitsIn(shown));
    item.append(anchor, ...(way.length ? [above] : []), below);
    return item;
  };
  const worth = ({ title, words }) => [
    fits.filter((fit) => wordsOf(title).some(fit)).length,
    wanted.filter(({ word }) => words.some((one) => one.word === word)).length,
    words.filter((one) => fits.some((fit) => fit(one))).length,
  ];
  const byWorth = (one, other) => other.worth.reduce((so, value, at) => so || value - one.worth[at], 0);
  const hits = passages.filter(({ words }) => wanted.length && fits.every((fit) => words.some(fit)))
    .map((one) => ({ ...one, worth: worth(one) })).sort((one, other) => byWorth(one, other) || one.order - other.order);
  const { found: some, nothing, noWords } = count.dataset;
  const said = hits.length ? some : wanted.length ? nothing : noWords;
  count.textContent = said.replace('{count}', hits.length).replace('{words}', () => asked.trim());
  document.title = `${count.textContent} – ${document.title}`;
  instead.hidden = hits.length > 0;
  list.append(...hits.map(entry));
})();
