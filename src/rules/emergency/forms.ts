/** Verbs of the trade whose forms no ending makes. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  fall: ['fell', 'fallen'],
  break: ['broke', 'broken'],
  stick: ['stuck'],
  sink: ['sank', 'sunk'],
  hang: ['hung'],
  blow: ['blew', 'blown'],
  lose: ['lost'],
  go: ['goes', 'went', 'gone'],
  come: ['came'],
  cave: ['caved'],
};

/**
 * An English word with the endings that a report gives it: leak, leaks, leaked, leaking; trap, trapped; die, dies.
 * Some forms that do not exist are among them, which harms nothing. Anything else stands for itself.
 */
export function formsOf(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  if (!/^[a-z]{3,}$/.test(word)) return forms;
  for (const form of IRREGULAR[word] ?? []) forms.add(form);
  for (const ending of ['s', 'es', 'ed', 'ing']) forms.add(word + ending);
  if (word.endsWith('e')) forms.add(`${word}d`).add(`${word.slice(0, -1)}ing`);
  if (/[^aeiou]y$/.test(word)) forms.add(`${word.slice(0, -1)}ies`).add(`${word.slice(0, -1)}ied`);
  const last = word.at(-1) as string;
  if (/[^aeiou][aeiou][^aeiouwxy]$/.test(word)) forms.add(`${word}${last}ed`).add(`${word}${last}ing`);
  return forms;
}
