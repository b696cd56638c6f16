import { found, tradesChange } from './changes';

const person = (name: string, post: string, teams: string[] = []) => ({
  documentId: name,
  name,
  jobNumber: `N-${name}`,
  post,
  department: '工程部',
  duty: 'on_duty',
  trades: ['water', 'civil'],
  teams,
  cap: null,
  load: 0,
});

test('trades are told as what is added and what is taken away', () => {
  expect(tradesChange(person('李', 'technician'), ['civil', 'lift'])).toEqual({
    trades: { connect: [{ documentId: 'lift' }], disconnect: [{ documentId: 'water' }] },
  });
});

test('people are found by name, number, post and team', () => {
  const people = [person('李师傅', 'technician', ['水电班']), person('王主管', 'supervisor')];
  const names = (typed: string) =>
    found(people, typed, (code) => (code === 'supervisor' ? '主管' : '技工')).map(({ name }) => name);
  expect(names('')).toHaveLength(2);
  expect(names('n-李')).toEqual(['李师傅']);
  expect(names('水电')).toEqual(['李师傅']);
  expect(names('主管')).toEqual(['王主管']);
});
