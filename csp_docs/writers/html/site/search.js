(() => {
  const found = (id) => document.getElementById(`page_${id}`);
  const form = found('search'), count = found('count'), list = found('results');
  const passages = JSON.parse(found('index').textContent);
  // One letter for each letter, so that places in folded words are places in the words
  const folded = (words) => Array.from({ length: words.length }, (_, at) =>
    words[at].normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()[0] || words[at]).join('');
  const stem = (word) => word.length < 4 ? word
    : word.replace(/(?:ies|y)$/, '').replace(/(x|ch|sh|ss)es$/, '$1').replace(/([^s])s$/, '$1');
  const looked = (words) => (folded(words.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) || [])
    .map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${stem(word)}[\\p{L}\\p{N}]*`, 'gu'));
  const places = (words, wanted) => wanted.map((one) => [...folded(words).matchAll(one)]
    .map((hit) => [hit.index, hit.index + hit[0].length]));
  const marked = (element, words, hits) => {
    let at = 0;
    for (const [start, end] of hits.sort((one, other) => one[0] - other[0])) {
      if (start < at) continue;
      const mark = document.createElement('mark');
      mark.textContent = words.slice(start, end);
      element.append(words.slice(at, start), mark);
      at = end;
    }
    element.append(words.slice(at));
  };
  const excerpt = (words, hits) => {
    const first = Math.min(...hits.map(([start]) => start), words.length);
    const begin = hits.length && first > 80 ? words.indexOf(' ', first - 80) + 1 : 0;
    const cut = words.slice(begin, begin + 240), whole = begin + 240 >= words.length;
    const shown = (begin ? '…\u00a0' : '') + (whole ? cut : cut.slice(0, cut.lastIndexOf(' ') + 1 || 240) + '…');
    return shown;
  };
  const entry = ({ link, title, page, words }, wanted) => {
    const item = document.createElement('li'), anchor = document.createElement('a'), text = document.createElement('p');
    anchor.href = link;
    marked(anchor, title, places(title, wanted).flat());
    const shown = excerpt(words, places(words, wanted).flat());
    marked(text, shown, places(shown, wanted).flat());
    item.append(anchor, page && page !== title ? ` – ${page}` : '', text);
    return item;
  };
  const asked = (new URLSearchParams(location.search).get('q') || '').trim();
  form.hidden = false;
  form.q.value = asked;
  const wanted = looked(asked);
  if (!wanted.length) return;
  const hits = passages.map(([link, title, page, words], order) => {
    const inTitle = places(title, wanted), inWords = places(words, wanted);
    const all = wanted.every((_, at) => inTitle[at].length || inWords[at].length);
    return { link, title, page, words, order, worth: all ? 100 * inTitle.flat().length + inWords.flat().length : 0 };
  }).filter((one) => one.worth).sort((one, other) => other.worth - one.worth || one.order - other.order);
  count.textContent = count.dataset.words.replace('{count}', hits.length).replace('{words}', asked);
  document.title = `${count.textContent} – ${document.title}`;
  list.append(...hits.map((hit) => entry(hit, wanted)));
})();
