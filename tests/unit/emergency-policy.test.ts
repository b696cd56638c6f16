import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDefaultRules } from '../../src/commands/emergency-labels/rules';
import {
  HAZARDS,
  hazardWords,
  isUsableExclusion,
  isUsableWord,
  matchEmergency,
  outsidePartyWords,
} from '../../src/rules/emergency';

const policy = (name: string): string => join(__dirname, '..', '..', 'database', 'policy', `${name}.json`);
const rules = readDefaultRules(policy('emergency-rules'));

interface Category {
  readonly code: string;
  readonly children?: readonly Category[];
}
const codesOf = (categories: readonly Category[]): string[] =>
  categories.flatMap(({ code, children }) => [code, ...codesOf(children ?? [])]);
const categories = new Set(codesOf(JSON.parse(readFileSync(policy('categories'), 'utf8')) as Category[]));

const parties = JSON.parse(readFileSync(policy('outside-parties'), 'utf8')) as {
  code: string;
  name: string;
}[];

const hazardOf = (text: string): string =>
  matchEmergency(rules, { text, categories: [] })?.rule.hazard ?? 'none';

test('[B-02] codes and orders are given once, every class of B-02 has a rule', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  expect(new Set(rules.map(({ order }) => order)).size).toBe(rules.length);
  expect(new Set(rules.map(({ hazard }) => hazard))).toEqual(new Set(HAZARDS));
  expect(Object.keys(hazardWords)).toEqual([...HAZARDS]);
});

test.each(rules.map((rule) => [rule.code, rule] as const))(
  '[B-02] %s names categories and outside parties that there are, and no word twice',
  (_code, rule) => {
    expect(rule.categories.filter((code) => !categories.has(code))).toEqual([]);
    expect(rule.outsideParties.filter((party) => !parties.some(({ code }) => code === party))).toEqual([]);
    expect(new Set(rule.words).size).toBe(rule.words.length);
    expect(new Set(rule.excluding).size).toBe(rule.excluding.length);
  },
);

test.each(rules.map((rule) => [rule.code, rule] as const))(
  '[B-02] every word of %s is found where it stands alone, unless the rule itself takes it away',
  (_code, rule) => {
    const lost = rule.words.filter((word) => {
      const text = word.replaceAll('…', ' ');
      return matchEmergency([{ ...rule, excluding: [] }], { text, categories: [] }) === null;
    });
    expect(lost).toEqual([]);
  },
);

test('[B-02] heating riser and main: the heat supplier is told; gas: the gas company; lift: the maintenance company', () => {
  const partiesOf = (text: string) => matchEmergency(rules, { text, categories: [] })?.rule.outsideParties;
  expect(partiesOf('暖气立管漏水')).toContain('heat_supplier');
  expect(partiesOf('闻到煤气味')).toContain('gas_company');
  expect(partiesOf('电梯困人')).toContain('lift_maintenance');
});

test('[B-02] the parties outside are those that the words know, by the same names', () => {
  expect(Object.fromEntries(parties.map(({ code, name }) => [code, name]))).toEqual(
    Object.fromEntries(Object.entries(outsidePartyWords).map(([code, { zh }]) => [code, zh])),
  );
});

test('[B-02] a manager could save every default rule, and none that never speaks', () => {
  expect(rules.flatMap(({ words }) => words.filter((word) => !isUsableWord(word)))).toEqual([]);
  expect(rules.flatMap(({ excluding }) => excluding.filter((one) => !isUsableExclusion(one)))).toEqual([]);
  expect(['', '…', '？！', '电梯，困人'].filter(isUsableWord)).toEqual([]);
});

test('[B-12] damage that goes on is contained first', () => {
  const first = rules.filter(({ containFirst }) => containFirst).map(({ code }) => code);
  expect(first).toEqual(expect.arrayContaining(['pipe_burst', 'heating_leak', 'gas_leak', 'power_leak']));
});

describe('[B-02] the default words', () => {
  test.each([
    ['有老人被困在电梯里', 'lift'],
    ['電梯突然下墜兩層', 'lift'],
    ['elevator dropped two floors', 'lift'],
    ['电梯停运三天了', 'none'],
    ['楼上装修砸了承重墙', 'structure'],
    ['the ceiling collapsed', 'structure'],
    ['墙面有细小裂纹', 'none'],
    ['插座冒火花', 'electric'],
    ['no power in my apartment', 'electric'],
    ['路灯不亮', 'none'],
    ['表前水管爆裂', 'water'],
    ['水龙头关不上', 'water'],
    ['WATER LEAK / HEAVY FLOW', 'water'],
    ['WATER LEAK / SLOW LEAK', 'none'],
    ['水泵坏了', 'water'],
    ['暖气片爆了', 'heating'],
    ['暖气不热', 'none'],
    ['三楼栏杆松动', 'fall_hazard'],
    ['stair tread broken', 'fall_hazard'],
    ['井盖不见了', 'fall_hazard'],
    ['18楼玻璃快掉下来了', 'glass_facade'],
    ['外墙瓷砖脱落', 'glass_facade'],
    ['falling bricks from the facade', 'glass_facade'],
    ['I smell gas', 'danger'],
    ['楼道着火', 'danger'],
    ['fire extinguisher missing', 'none'],
    ['物业费太高', 'none'],
  ])('%j: %s', (text, expected) => expect(hazardOf(text)).toBe(expected));
});
