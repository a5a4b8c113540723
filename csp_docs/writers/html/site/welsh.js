// What a Welsh word may be without the change of its first letters, and without the most common endings of plurals
const welsh = (() => {
  const changed = [['ngh', 'c'], ['mh', 'p'], ['nh', 't'], ['ng', 'g'], ['ch', 'c'], ['ph', 'p'], ['th', 't'], ['dd', 'd'],
    ['g', 'c'], ['b', 'p'], ['d', 't'], ['f', 'b'], ['f', 'm'], ['m', 'b'], ['n', 'd'], ['l', 'll'], ['r', 'rh'], ['', 'g']];
  return (word) => {
    const left = word.replace(/^(.{4,}?)(?:iau|au|ion|oedd|ydd)$/, '$1');
    const firsts = changed.filter(([now]) => left.length > 3 && left.startsWith(now));
    return [left, ...firsts.map(([now, before]) => before + left.slice(now.length))];
  };
})();
