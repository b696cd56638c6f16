import { type InputSchema } from '../http/contract';
import { fieldsOf } from './fields';
import { firstValues, readInput } from './values';

const ZONE = 'Asia/Shanghai';

const schema: InputSchema = {
  type: 'object',
  required: ['at', 'technician', 'accepted'],
  properties: {
    at: { type: 'string', format: 'date-time', widget: 'moment', title: '到场时间' },
    technician: { type: 'string', widget: 'reference', reference: 'staff-member', title: '技工' },
    accepted: { type: 'boolean', title: '同意报价' },
    price: { type: 'integer', widget: 'fen', title: '报价（分）' },
    count: { type: 'integer', minimum: 1, maximum: 9, title: '数量' },
    reason: {
      anyOf: [{ type: 'string', enum: ['weather', 'missing_part'] }, { type: 'null' }],
      title: '原因',
    },
    note: { type: 'string', maxLength: 10, title: '备注' },
    story: { type: 'string', maxLength: 10_000, title: '经过' },
    channel: { type: 'string', enum: ['phone', 'walk_in'], default: 'phone', title: '渠道' },
  },
};
const fields = fieldsOf(schema);
const filled = { at: '2026-11-21T09:05', technician: 'abcdefghijklmnopqrstuvwx', accepted: false };

test('each property of the schema becomes a field with a fitting input', () => {
  expect(Object.fromEntries(fields.map(({ name, kind }) => [name, kind]))).toEqual({
    at: 'moment',
    technician: 'reference',
    accepted: 'yes-no',
    price: 'fen',
    count: 'integer',
    reason: 'choice',
    note: 'line',
    story: 'text',
    channel: 'choice',
  });
  expect(fields.find(({ name }) => name === 'price')?.label).toBe('报价');
  expect(fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([
    'at',
    'technician',
    'accepted',
  ]);
});

test('a form begins with the defaults of its schema', () => {
  expect(firstValues(fields, ZONE)).toMatchObject({ channel: 'phone', note: undefined, accepted: undefined });
});

test('what was left empty is not sent, and a "no" is', () => {
  expect(readInput(fields, { ...filled, note: ' ', reason: undefined }, ZONE)).toEqual({
    input: { at: '2026-11-21T09:05:00+08:00', technician: filled.technician, accepted: false },
    complaints: {},
  });
});

test('yuan are sent as fen, numbers as numbers, text as it was typed', () => {
  const { input } = readInput(fields, { ...filled, price: '12.5', count: '3', note: ' 楼上漏水 ' }, ZONE);
  expect(input).toMatchObject({ price: 1250, count: 3, note: ' 楼上漏水 ' });
});

test('what is missing or cannot be read is named at its field', () => {
  const values = { at: 'soon', price: 'dear', count: '12', note: '一二三四五六七八九十一' };
  expect(readInput(fields, values, ZONE).complaints).toEqual({
    at: { key: 'form.notATime' },
    technician: { key: 'form.required' },
    accepted: { key: 'form.required' },
    price: { key: 'form.notAnAmount' },
    count: { key: 'form.tooHigh', params: { max: 9 } },
    note: { key: 'form.tooLong', params: { max: 10 } },
  });
});
