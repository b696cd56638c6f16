import { EventEmitter } from 'node:events';
import { keepServing } from './keep-serving';

function office() {
  const process = new EventEmitter();
  const lines: string[] = [];
  let stops = 0;
  const keeping = { log: (line: string) => lines.push(line), stop: () => (stops += 1) };
  return { process, lines, keeping, stops: () => stops };
}

describe('what nobody handled', () => {
  test('a rejection is logged under an id and the office stays open', () => {
    const { process, lines, keeping, stops } = office();
    keepServing(process, keeping);
    process.emit('unhandledRejection', new TypeError('x of undefined'));
    process.emit('unhandledRejection', 'a text');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^[0-9a-f-]{36} .*TypeError: x of undefined/);
    expect(lines[1]).toMatch(/a thrown string$/);
    expect(stops()).toBe(0);
  });

  test('an exception ends the process once, in good order, unless a connection merely broke', () => {
    const { process, lines, keeping, stops } = office();
    keepServing(process, keeping);
    process.emit('uncaughtException', Object.assign(new Error('read'), { code: 'ECONNRESET' }));
    expect(stops()).toBe(0);
    process.emit('uncaughtException', new Error('one'));
    process.emit('uncaughtException', new Error('two'));
    process.emit('uncaughtException', null);
    expect(stops()).toBe(1);
    expect(lines).toHaveLength(4);
  });

  test('doing it twice is doing it once, and it can be undone', () => {
    const { process, keeping, lines } = office();
    const letGo = keepServing(process, keeping);
    expect(keepServing(process, keeping)).toBe(letGo);
    process.emit('unhandledRejection', new Error('x'));
    expect(lines).toHaveLength(1);
    letGo();
    expect(process.listenerCount('unhandledRejection')).toBe(0);
    expect(process.listenerCount('uncaughtException')).toBe(0);
  });

  test('the text of a database error, which may repeat what somebody typed, is not logged', () => {
    const { process, keeping, lines } = office();
    keepServing(process, keeping);
    const error = Object.assign(new Error("insert into owners values ('13812345678')"), {
      code: '23505',
      severity: 'ERROR',
      detail: 'Key (phone)=(13812345678) already exists.',
      constraint: 'owners_phone_uq',
    });
    process.emit('unhandledRejection', error);
    expect(lines[0]).toContain('database error 23505, constraint owners_phone_uq');
    expect(lines[0]).not.toContain('13812345678');
  });
});
