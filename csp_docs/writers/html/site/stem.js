// What an English word and its other forms begin with, by M. F. Porter, "An algorithm for suffix stripping" (1980)
const stem = (() => {
  const C = '[^aeiou][^aeiouy]*', V = '[aeiouy][aeiou]*';
  const some = new RegExp(`^(${C})?${V}${C}`), one = new RegExp(`^(${C})?${V}${C}(${V})?$`);
  const more = new RegExp(`^(${C})?${V}${C}${V}${C}`), vowel = new RegExp(`^(${C})?[aeiouy]`);
  const short = new RegExp(`^${C}[aeiouy][^aeiouwxy]$`);
  const steps = [
    [some, { ational: 'ate', tional: 'tion', enci: 'ence', anci: 'ance', izer: 'ize', bli: 'ble', alli: 'al',
      entli: 'ent', eli: 'e', ousli: 'ous', ization: 'ize', ation: 'ate', ator: 'ate', alism: 'al', iveness: 'ive',
      fulness: 'ful', ousness: 'ous', aliti: 'al', iviti: 'ive', biliti: 'ble', logi: 'log' }],
    [some, { icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ful: '', ness: '' }],
    [more, { al: '', ance: '', ence: '', er: '', ic: '', able: '', ible: '', ant: '', ement: '', ment: '', ent: '',
      '(?<=[st])ion': '', ou: '', ism: '', ate: '', iti: '', ous: '', ive: '', ize: '' }],
  ].map(([fits, endings]) => [fits, endings, new RegExp(`^(.+?)(${Object.keys(endings).join('|')})$`)]);
  const without = (root) => /(?:at|bl|iz)$/.test(root) || short.test(root) ? `${root}e`
    : root.replace(/([^aeiouylsz])\1$/, '$1');
  const inflected = (word) => {
    if (word.endsWith('eed')) return some.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
    const root = (word.match(/^(.+?)(?:ed|ing)$/) || ['', ''])[1];
    return vowel.test(root) ? without(root) : word;
  };
  return (word) => {
    if (word.length < 3) return word;
    let left = inflected(word.replace(/^y/, 'Y').replace(/(ss|i)es$/, '$1').replace(/([^s])s$/, '$1'));
    if (left.endsWith('y') && vowel.test(left.slice(0, -1))) left = `${left.slice(0, -1)}i`;
    for (const [fits, endings, ended] of steps) {
      const [, root, ending] = left.match(ended) || [];
      if (ending && fits.test(root)) left = root + (endings[ending] || '');
    }
    const root = left.slice(0, -1);
    if (left.endsWith('e') && (more.test(root) || (one.test(root) && !short.test(root)))) left = root;
    return (left.endsWith('ll') && more.test(left) ? left.slice(0, -1) : left).toLowerCase();
  };
})();
