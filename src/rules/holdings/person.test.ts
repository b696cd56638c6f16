import { made } from '../cases/types';
import { onePerson, personOf } from './person';

describe('the new owner or tenant', () => {
  test('[G-03] is one of the register or a new person, and not both', () => {
    expect(onePerson('p1', {}, 'buyer')).toBeUndefined();
    expect(onePerson(null, { newPersonName: '王新' }, 'buyer')).toBeUndefined();
    expect(onePerson('p1', { newPersonName: '王新' }, 'buyer')).toMatchObject({ code: 'PERSON_NAMED_TWICE' });
    expect(onePerson(undefined, {}, 'buyer')).toMatchObject({
      code: 'PERSON_MISSING',
      details: { field: 'buyer' },
    });
  });

  test('[G-01] who is in the register already is not put there again', () => {
    expect(personOf('p1', { newPersonName: null })).toEqual({ person: 'p1', records: [] });
  });

  test('[G-01] who is new comes into the register with what is known of him', () => {
    const person = made('person');
    const given = {
      newPersonName: '新居公司',
      newPersonKind: 'company',
      newPersonPhone: '0755-1',
      newPersonIdNumber: '91',
    };
    const whole = { name: '新居公司', kind: 'company', phone: '0755-1', idNumber: '91' };
    expect(personOf(null, given)).toEqual({ person, records: [{ type: 'owner', id: person, set: whole }] });
    const little = { name: '王新', kind: 'person', phone: null, idNumber: null };
    const named = personOf(undefined, { newPersonName: '王新', newPersonPhone: '' });
    expect(named).toEqual({ person, records: [{ type: 'owner', id: person, set: little }] });
  });
});
