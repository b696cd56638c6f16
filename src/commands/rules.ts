/**
 * `npm run rules`: every rule of the book with the tests that prove it, by the ids in their titles.
 * Exits 1 when a title carries an id that the book does not have.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { chapters, provenRules, type ProofReport, type TestTitle } from '../rules/rulebook';

const ROOMS = ['src', 'tests'];
const PASSED_OVER = new Set(['node_modules', 'dist', 'build', 'output']);

/** Titles of the tests (it, test, describe, `.each` and the like) in a file's text; skipped ones prove nothing. */
export function titlesIn(file: string, text: string): TestTitle[] {
  const titles: TestTitle[] = [];
  const visit = (node: ts.Node): void => {
    const words = ts.isCallExpression(node) ? calleeWords(node.expression) : [];
    if (words.includes('skip') || words.includes('todo')) return;
    if (['it', 'test', 'describe'].includes(words[0] ?? '')) {
      const title = titleText((node as ts.CallExpression).arguments[0]);
      if (title !== undefined) titles.push({ file, title });
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      false,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    ),
  );
  return titles;
}

/** Prints the report through `say`; true when no test carries an unknown id. */
export function sayRules({ rules, unknown }: ProofReport, say: (line: string) => void): boolean {
  for (const { letter, zh, en } of chapters) {
    say(`\n${letter}. ${en} ${zh}`);
    for (const { rule, proofs } of rules.filter((row) => row.rule.id.startsWith(letter))) {
      say(`  ${proofs.length > 0 ? '✓' : '–'} ${rule.id} ${rule.zh}`);
      for (const { file, title } of proofs) say(`      ${file}: ${title}`);
    }
  }
  const proven = rules.filter(({ proofs }) => proofs.length > 0).length;
  say(`\n${proven} of ${rules.length} rules proven, ${rules.length - proven} without a test`);
  for (const { id, file, title } of unknown) say(`unknown rule ${id} in ${file}: ${title}`);
  return unknown.length === 0;
}

/** The titles of all *.test.ts and *.test.tsx files below a project's `src` and `tests`. */
export function titlesOf(root: string): TestTitle[] {
  return ROOMS.flatMap((room) => testFiles(path.join(root, room)))
    .sort()
    .flatMap((file) =>
      titlesIn(path.relative(root, file).split(path.sep).join('/'), readFileSync(file, 'utf8')),
    );
}

/** `test.each(table)` gives ['test', 'each']; empty where the callee is something else. */
function calleeWords(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [...calleeWords(callee.expression), callee.name.text];
  if (ts.isCallExpression(callee)) return calleeWords(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return calleeWords(callee.tag);
  return [];
}

function titleText(title: ts.Expression | undefined): string | undefined {
  if (title === undefined) return undefined;
  if (ts.isStringLiteralLike(title)) return title.text;
  if (ts.isTemplateExpression(title)) {
    return title.head.text + title.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(title)) return `${titleText(title.left) ?? '…'}${titleText(title.right) ?? '…'}`;
  return undefined;
}

function testFiles(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : testFiles(full);
    return /\.test\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

if (require.main === module) {
  const report = provenRules(titlesOf(path.join(__dirname, '../..')));
  process.exitCode = sayRules(report, (line) => process.stdout.write(`${line}\n`)) ? 0 : 1;
}
