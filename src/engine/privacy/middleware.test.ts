import { Refusal } from '../../rules/refusal';
import { type Attribute, type Model, personalFields } from './fields';
import { keysFrom } from './keys';
import { maskRecords } from './reading';
import { sealerOf } from './seal';
import { lookUpParams } from './searching';
import { sealData } from './writing';

const personal = (kind: string): Attribute => ({
  type: 'string',
  pluginOptions: { guanjia: { personal: kind } },
});
const types: Record<string, Record<string, Attribute>> = {
  'api::owner.owner': {
    name: { type: 'string' },
    phone: personal('phone'),
    phoneHash: { type: 'string', searchable: false },
    idNumber: personal('id_number'),
    idNumberHash: { type: 'string', searchable: false },
    card: personal('bank_card'),
    remark: { type: 'text' },
    kin: { type: 'component', component: 'x.kin' },
    kins: { type: 'component', component: 'x.kin' },
    zone: { type: 'dynamiczone' },
    homes: { type: 'relation', target: 'api::home.home' },
    anything: { type: 'relation' },
    photo: { type: 'media' },
  },
  'x.kin': { name: { type: 'string' }, phone: personal('phone'), phoneHash: { type: 'string' } },
  'api::home.home': { label: { type: 'string' }, owner: { type: 'relation', target: 'api::owner.owner' } },
  'plugin::upload.file': { name: { type: 'string' } },
};
for (const name of ['phone', 'idNumber', 'card']) types['api::owner.owner']![name]!.searchable = false;
const models = Object.fromEntries(
  Object.entries(types).map(([uid, attributes]) => [uid, { uid, attributes }]),
);
const modelOf = (uid: string): Model | undefined => models[uid];
const owner = models['api::owner.owner']!;
const home = models['api::home.home']!;
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const sealer = sealerOf(
  keysFrom({ PERSONAL_DATA_KEY: key(1), PERSONAL_DATA_KEY_ID: 'k', LOOKUP_HASH_KEY: key(2) }),
);
const PHONE = '13812345678';
const sealed = sealer.seal('phone', PHONE);

describe('reading', () => {
  test('personal data is masked wherever it is populated, and hashes stay inside', () => {
    const row = () => ({ name: '李', phone: sealed.stored, phoneHash: sealed.hash, idNumber: null });
    const shown = { name: '李', phone: '138****5678', idNumber: null };
    const found = [
      { ...row(), kin: row(), kins: [row()], zone: [{ __component: 'x.kin', ...row() }] },
      {
        ...row(),
        homes: [{ label: '501', owner: row() }],
        anything: [{ __type: 'api::owner.owner', ...row() }],
      },
      {
        unheardOf: { phone: 'x' },
        photo: { name: 'p' },
        createdAt: new Date(0),
        homes: null,
        zone: [null, { __component: 'y' }],
      },
    ];
    maskRecords(owner, found, { modelOf, masked: sealer.masked });
    expect(found).toEqual([
      { ...shown, kin: shown, kins: [shown], zone: [{ __component: 'x.kin', ...shown }] },
      {
        ...shown,
        homes: [{ label: '501', owner: shown }],
        anything: [{ __type: 'api::owner.owner', ...shown }],
      },
      {
        unheardOf: { phone: 'x' },
        photo: { name: 'p' },
        createdAt: new Date(0),
        homes: null,
        zone: [null, { __component: 'y' }],
      },
    ]);
    expect(() => maskRecords(owner, null, { modelOf, masked: sealer.masked })).not.toThrow();
  });
});

describe('writing', () => {
  const write = (data: unknown, stored: readonly Record<string, unknown>[] = []) =>
    sealData(owner, data, { modelOf, sealer, storedRows: () => Promise.resolve(stored) }) as Promise<
      Record<string, unknown>
    >;
  const refused = async (data: unknown, stored?: readonly Record<string, unknown>[]) => {
    const error: unknown = await write(data, stored).catch((thrown: unknown) => thrown);
    if (!(error instanceof Refusal)) throw new Error('it was taken');
    return [error.code, error.details.field, error.details.reason];
  };

  test('personal values are sealed with their hash, in components too, and nothing else is touched', async () => {
    const data = await write({
      name: PHONE,
      phone: PHONE,
      card: '6222021234567890',
      kin: { phone: PHONE },
      zone: [{ __component: 'x.kin', phone: PHONE }, 3],
    });
    expect(data.name).toBe(PHONE);
    expect(data.phoneHash).toBe(sealed.hash);
    expect(sealer.open(String(data.phone))).toBe(PHONE);
    expect(data).not.toHaveProperty('cardHash');
    const parts = [data.kin, (data.zone as unknown[])[0]] as Record<string, string>[];
    for (const part of parts)
      expect([sealer.open(part.phone!), part.phoneHash]).toEqual([PHONE, sealed.hash]);
    expect(JSON.stringify({ ...data, name: '' })).not.toContain(PHONE);
  });

  test('an emptied value is emptied with its hash, one that is not given is left', async () => {
    expect(await write({ phone: '', idNumber: null, card: undefined })).toEqual({
      phone: null,
      phoneHash: null,
      idNumber: null,
      idNumberHash: null,
    });
  });

  test('the mask of what is stored means unchanged', async () => {
    expect(await write({ name: '王', phone: '138****5678' }, [{ phone: sealed.stored }])).toEqual({
      name: '王',
    });
    expect(await write({ kin: { id: 3, phone: '138****5678' } }, [{ phone: sealed.stored }])).toEqual({
      kin: { id: 3 },
    });
  });

  test('any other mask would put stars in place of a number and is refused', async () => {
    expect(await refused({ phone: '139****5678' }, [{ phone: sealed.stored }])).toEqual([
      'INPUT_INVALID',
      'phone',
      'masked',
    ]);
    expect(await refused({ phone: '138****5678' })).toEqual(['INPUT_INVALID', 'phone', 'masked']);
    expect(await refused({ kins: [{}, { phone: '***' }] })).toEqual([
      'INPUT_INVALID',
      'kins.1.phone',
      'masked',
    ]);
  });

  test('a hash is never taken from outside, and a number is given as text', async () => {
    expect(await write({ phoneHash: 'forged', name: 'x' })).toEqual({ name: 'x' });
    expect(await refused({ phone: 13812345678 })).toEqual(['INPUT_INVALID', 'phone', 'type']);
    expect(await refused({ idNumber: '1'.repeat(50) })).toEqual(['TEXT_TOO_LONG', 'idNumber', undefined]);
    expect(await write('no record')).toBe('no record');
  });
});

describe('looking up', () => {
  const looked = (params: Record<string, unknown>, model = owner) =>
    lookUpParams(model, params, { modelOf, hash: sealer.hash });
  const refused = (params: Record<string, unknown>, model = owner) => {
    try {
      looked(params, model);
    } catch (error) {
      if (error instanceof Refusal) return [error.code, error.details.field];
      throw error;
    }
    return 'taken';
  };
  const NO = 'PERSONAL_DATA_NOT_SEARCHABLE';

  test('a whole number is looked up by its hash, however it is spelt', () => {
    const { hash } = sealed;
    expect(looked({ filters: { phone: '138 1234-5678' } })).toEqual({ filters: { phoneHash: hash } });
    expect(looked({ filters: { $or: [{ phone: { $eqi: PHONE } }, { name: { $contains: '李' } }] } })).toEqual(
      {
        filters: { $or: [{ phoneHash: { $eq: hash } }, { name: { $contains: '李' } }] },
      },
    );
    expect(looked({ filters: { phone: { $in: [PHONE], $not: { $ne: PHONE }, $notNull: true } } })).toEqual({
      filters: { phoneHash: { $in: [hash], $not: { $ne: hash }, $notNull: true } },
    });
    expect(looked({ filters: { phone: null, card: { $null: true } } })).toEqual({
      filters: { phoneHash: null, card: { $null: true } },
    });
    expect(looked({ filters: { owner: { phone: PHONE }, label: '501' } }, home)).toEqual({
      filters: { owner: { phoneHash: hash }, label: '501' },
    });
  });

  test('part of a number, order by it, or one kept without a hash is refused', () => {
    for (const operator of ['$contains', '$startsWith', '$gt', '$between', '$containsi', '$notContains']) {
      expect(refused({ filters: { phone: { [operator]: '138' } } })).toEqual([NO, 'phone']);
    }
    expect(refused({ filters: { $and: [{ $not: { idNumber: { $endsWith: 'X' } } }] } })).toEqual([
      NO,
      'idNumber',
    ]);
    expect(refused({ filters: { card: '6222' } })).toEqual([NO, 'card']);
    expect(refused({ filters: { phoneHash: { $startsWith: 'a' } } })).toEqual([NO, 'phone']);
    expect(refused({ filters: { phoneHash: sealed.hash } })).toBe('taken');
    for (const sort of [
      'phone',
      'name,phone:desc',
      ['phone:asc'],
      { phone: 'asc' },
      [{ idNumber: 'asc' }],
      'phoneHash',
    ]) {
      expect(refused({ sort })).toEqual([NO, expect.any(String)]);
    }
    for (const sort of ['owner.phone:asc', { owner: { phone: 'asc' } }])
      expect(refused({ sort }, home)).toEqual([NO, 'phone']);
    expect(refused({ sort: ['name:asc', { homes: { label: 'asc' } }, 'unheard.of'] })).toBe('taken');
  });

  test('what is populated is looked up by the same rule', () => {
    expect(looked({ populate: { owner: { filters: { phone: PHONE } }, x: true } }, home)).toEqual({
      populate: { owner: { filters: { phoneHash: sealed.hash } }, x: true },
    });
    const inside = {
      populate: { homes: { populate: { owner: { filters: { phone: { $contains: '1' } } } } } },
    };
    expect(refused(inside)).toEqual([NO, 'phone']);
    expect(refused({ populate: { anything: { on: { 'api::owner.owner': { sort: 'phone' } } } } })).toEqual([
      NO,
      'phone',
    ]);
    expect(refused({ populate: { anything: { on: { 'api::nothing.x': { sort: 'phone' } } } } })).toBe(
      'taken',
    );
    expect(looked({ populate: ['owner'] }, home)).toEqual({ populate: ['owner'] });
    expect(looked({ populate: '*' }, home)).toEqual({ populate: '*' });
  });

  test('a search for a whole number finds it; any other is left to Strapi', () => {
    const wanted = {
      $or: [
        { phoneHash: sealer.hash('phone', PHONE) },
        { idNumberHash: sealer.hash('id_number', PHONE) },
        { name: { $containsi: PHONE } },
        { remark: { $containsi: PHONE } },
      ],
    };
    expect(looked({ _q: PHONE })).toEqual({ filters: wanted });
    expect(looked({ _q: PHONE, filters: { name: 'x' } })).toEqual({
      filters: { $and: [{ name: 'x' }, wanted] },
    });
    expect(looked({ _q: '李' })).toEqual({ _q: '李' });
    expect(looked({ _q: PHONE }, home)).toEqual({ _q: PHONE });
  });
});

test('a schema that marks a field as of no known kind does not open', () => {
  expect(() => personalFields({ uid: 'x', attributes: { name: personal('name') } })).toThrow(
    'x.name: name is no kind',
  );
});
