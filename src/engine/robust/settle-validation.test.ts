import './settle-validation';
import { ValidationError, object, string } from 'yup';

describe('a validation test that fails for a reason of its own', () => {
  const broken = new Error('the database is away');
  const schema = object({
    number: string().test('unique', 'must be unique', () => Promise.reject(broken)),
    name: string().test('short', 'too long', (value) => Promise.resolve((value ?? '').length < 3)),
  });

  test('ends the validation with that reason', async () => {
    await expect(schema.validate({ number: '1', name: 'ab' }, { abortEarly: false })).rejects.toBe(broken);
    await expect(schema.validate({ number: '1', name: 'abc' })).rejects.toBeInstanceOf(Error);
  });

  test('others pass and fail as before', async () => {
    const named = object({ name: string().test('short', 'too long', (value) => (value ?? '').length < 3) });
    await expect(named.validate({ name: 'ab' })).resolves.toEqual({ name: 'ab' });
    await expect(named.validate({ name: 'abc' })).rejects.toBeInstanceOf(ValidationError);
    expect(() => named.validateSync({ name: 'abc' })).toThrow('too long');
    const thrown = string().test('thrown', 'never said', () => {
      throw broken;
    });
    await expect(thrown.validate('x')).rejects.toBe(broken);
    expect(thrown.describe().tests).toEqual([{ name: 'thrown', params: undefined }]);
  });
});
