/** The same thing said in Chinese and in English. */
export type Sentence = { zh: string; en: string };

/** A reason not to start that whoever runs the command can do something about. Nothing has been damaged. */
export class CannotStart extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentence.en);
    this.name = 'CannotStart';
  }
}

/** Somebody pressed Ctrl-C, or the system asked us to end. */
export class Interrupted extends Error {
  constructor() {
    super('interrupted');
    this.name = 'Interrupted';
  }
}

/** The sentence on one line, for progress. */
export function inLine({ zh, en }: Sentence): string {
  return `${zh} · ${en}`;
}

/** Tells why the command ends here. Always goes to the error output. */
export function complain({ zh, en }: Sentence): void {
  process.stderr.write(`✗ ${zh}\n  ${en}\n`);
}
