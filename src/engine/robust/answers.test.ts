import { errors as databaseErrors } from '@strapi/database';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { conflict, invalid } from '../../rules/refusal';
import { TimeRefused } from '../../rules/time/errors';
import { defectAnswer, knownAnswer, withCode } from './answers';

const postgres = (code: string, more: object = {}) =>
  Object.assign(new Error("insert into x values ('13812345678')"), { severity: 'ERROR', code, ...more });
const answer = (error: unknown) => knownAnswer(error, 'en');
const short = (error: unknown) => {
  const given = answer(error);
  return given && [given.status, given.body.error.details.code, given.body.error.details.field ?? null];
};

describe('the answer to what went wrong', () => {
  test('a refusal keeps its code, its facts and gets its sentence', () => {
    expect(
      answer(conflict('STAGE_WRONG', { number: 'WX-1', type: 'ticket', stage: 'closed', action: 'assign' })),
    ).toEqual({
      status: 409,
      body: {
        data: null,
        error: {
          status: 409,
          name: 'ConflictError',
          message: 'WX-1 is now at stage “Closed”; “Assign” is not possible.',
          details: { code: 'STAGE_WRONG', number: 'WX-1', type: 'ticket', stage: 'closed', action: 'assign' },
        },
      },
    });
  });

  test('a field that is wrong is marked for the form of the panel', () => {
    const given = answer(invalid('TEXT_EMPTY', { type: 'ticket', field: 'matter' }))!;
    expect(given.body.error.name).toBe('ValidationError');
    expect(given.body.error.details.errors).toEqual([
      { path: ['matter'], message: given.body.error.message, name: 'ValidationError' },
    ]);
    expect(answer(invalid('BODY_TOO_DEEP'))!.body.error.details.errors).toEqual([]);
  });

  test('a constraint of the database is a refusal that names columns, never values', () => {
    const double = answer(
      postgres('23505', { detail: 'Key (building_code, label)=(3, 501) already exists.' }),
    )!;
    expect(double.status).toBe(409);
    expect(double.body.error.details).toEqual({ code: 'ALREADY_EXISTS', fields: ['buildingCode', 'label'] });
    expect(JSON.stringify(double)).not.toContain('501');
    expect(
      answer(postgres('23505', { detail: 'Key (lower(name::text))=(x) already exists.' }))!.body.error.details
        .fields,
    ).toEqual(['name']);
    expect(
      answer(postgres('23505', { constraint: 'owners_phone_hash_uq', table: 'owners' }))!.body.error.details
        .fields,
    ).toEqual(['phone']);
    expect(answer(postgres('23505'))!.body.error.details.fields).toEqual([]);
    expect(short(postgres('23503'))).toEqual([409, 'RECORD_IN_USE', null]);
    expect(short(postgres('23502', { column: 'received_at' }))).toEqual([422, 'INPUT_INVALID', 'receivedAt']);
    expect(short(postgres('23514', { constraint: 'units_area_check', table: 'units' }))).toEqual([
      422,
      'INPUT_INVALID',
      'area',
    ]);
    expect(short(postgres('GJ001'))).toEqual([409, 'APPEND_ONLY', null]);
  });

  test('a value that a column cannot hold is the caller’s', () => {
    expect(short(new databaseErrors.InvalidDateTimeError())).toEqual([422, 'INPUT_INVALID', '']);
    const missing = new databaseErrors.NotNullError({ column: 'received_at' });
    expect(short(missing)).toEqual([422, 'INPUT_INVALID', 'receivedAt']);
    for (const code of ['22P02', '22003', '22007', '22008', '22001']) {
      expect(short(postgres(code))).toEqual([422, 'INPUT_INVALID', '']);
    }
    for (const code of ['22021', '22P05'])
      expect(short(postgres(code))).toEqual([422, 'TEXT_NOT_STORABLE', '']);
  });

  test('a filter on the insides of an attribute that has none is the caller’s', () => {
    const told = new Error('Undefined attribute level operator id');
    expect(short(told)).toEqual([422, 'INPUT_INVALID', 'filters']);
  });

  test('a database that is busy or away may be asked again', () => {
    for (const code of ['40001', '40P01', '55P03', '53300', '57014', '08006']) {
      expect(short(postgres(code))).toEqual([503, 'DATABASE_BUSY', null]);
    }
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
    expect(short(refused)).toEqual([503, 'DATABASE_BUSY', null]);
    const pool = Object.assign(new Error('Timeout acquiring a connection'), { name: 'KnexTimeoutError' });
    expect(short(pool)).toEqual([503, 'DATABASE_BUSY', null]);
  });

  test('what nobody foresaw has no answer but a reference', () => {
    for (const error of [
      new TypeError('x'),
      postgres('42703'),
      'text',
      Object.assign(new Error('x'), { code: 'ENOENT' }),
    ]) {
      expect(answer(error)).toBeUndefined();
    }
    const given = defectAnswer('0f0e', 'zh-Hans');
    expect(given.body.error).toMatchObject({
      status: 500,
      name: 'InternalServerError',
      details: { code: 'INTERNAL', id: '0f0e' },
    });
    expect(given.body.error.message).toContain('0f0e');
  });

  test('Strapi’s own errors keep their shape and gain a code', () => {
    const yup = { errors: [{ path: ['name'], message: 'name must be defined.', name: 'ValidationError' }] };
    expect(answer(new errors.ValidationError('name must be defined.', yup))).toEqual({
      status: 400,
      body: {
        data: null,
        error: {
          status: 400,
          name: 'ValidationError',
          message: 'name must be defined.',
          details: { code: 'INPUT_INVALID', ...yup },
        },
      },
    });
    expect(answer(new errors.ValidationError('Invalid key', { key: 'x' }))!.body.error.details).toEqual({
      code: 'INPUT_INVALID',
      key: 'x',
      errors: [],
    });
    expect(short(new errors.NotFoundError())).toEqual([404, 'NOT_FOUND', null]);
    expect(short(new errors.ForbiddenError())).toEqual([403, 'NOT_ENTITLED', null]);
    expect(short(new errors.UnauthorizedError())).toEqual([401, 'UNAUTHENTICATED', null]);
    expect(short(new errors.PayloadTooLargeError())).toEqual([413, 'BODY_TOO_LARGE', null]);
    expect(short(new errors.RateLimitError())).toEqual([429, 'RATE_LIMITED', null]);
    expect(answer(new errors.NotImplementedError())!.status).toBe(501);
    expect(answer(new errors.PolicyError())!.body.error.message).toMatch(/not entitled/);
    expect(answer(new errors.PolicyError('Only on weekdays'))!.body.error.message).toBe('Only on weekdays');
  });

  test('what cannot be read as a body is answered as such', () => {
    const parse = Object.assign(new SyntaxError('Unexpected token 1 in JSON'), { status: 400, body: '{1' });
    expect(short(parse)).toEqual([400, 'BODY_MALFORMED', null]);
    expect(JSON.stringify(answer(parse))).not.toContain('Unexpected');
    expect(
      short(Object.assign(new Error('request entity too large'), { status: 413, type: 'entity.too.large' })),
    ).toEqual([413, 'BODY_TOO_LARGE', null]);
    expect(
      short(Object.assign(new Error('unsupported charset'), { status: 415, type: 'charset.unsupported' })),
    ).toEqual([415, 'BODY_MALFORMED', null]);
    expect(short(Object.assign(new Error('stream ended unexpectedly'), { httpCode: 400 }))).toEqual([
      400,
      'BODY_MALFORMED',
      null,
    ]);
    expect(short(Object.assign(new Error('options.maxFileSize'), { httpCode: 413 }))).toEqual([
      413,
      'BODY_TOO_LARGE',
      null,
    ]);
    expect(short(new URIError('URI malformed'))).toEqual([400, 'BODY_MALFORMED', null]);
    expect(short(Object.assign(new Error('gone'), { status: 404 }))).toEqual([404, 'NOT_FOUND', null]);
  });

  test('the failure of a schema that was let out names its field', () => {
    const result = z.object({ widgets: z.array(z.object({ uid: z.string() })) }).safeParse({ widgets: [{}] });
    expect(short(result.error)).toEqual([422, 'INPUT_INVALID', 'widgets.0.uid']);
  });

  test('what the calculator of business time refuses keeps its code', () => {
    expect(short(new TimeRefused('TIME_ZONE_UNKNOWN', { timeZone: 'Mars/Base' }))).toEqual([
      422,
      'TIME_ZONE_UNKNOWN',
      null,
    ]);
  });
});

describe('an answer that was written without being thrown', () => {
  const said = (status: number, body: unknown) => withCode({ status, body }, () => 'en');

  test('gains a code, and a sentence where it only repeated its status', () => {
    const body = {
      data: null,
      error: { status: 403, name: 'ForbiddenError', message: 'Forbidden', details: {} },
    };
    expect(said(403, body)).toMatchObject({
      status: 403,
      body: { error: { details: { code: 'NOT_ENTITLED' } } },
    });
    const own = { data: null, error: { status: 401, name: 'UnauthorizedError', message: 'Wrong password' } };
    expect(said(401, own)).toMatchObject({
      body: { error: { message: 'Wrong password', details: { code: 'UNAUTHENTICATED' } } },
    });
  });

  test('is made where there was none', () => {
    expect(said(404, undefined)).toMatchObject({ body: { error: { details: { code: 'NOT_FOUND' } } } });
    expect(said(405, '')).toMatchObject({ body: { error: { details: { code: 'METHOD_NOT_ALLOWED' } } } });
  });

  test('is left alone where there is nothing to add', () => {
    expect(said(200, { data: [] })).toBeUndefined();
    expect(said(404, '<html>')).toBeUndefined();
    expect(
      said(404, {
        data: null,
        error: { status: 404, name: 'x', message: 'y', details: { code: 'CASE_UNKNOWN' } },
      }),
    ).toBeUndefined();
  });
});
