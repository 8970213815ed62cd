import { describe, expect, it } from 'vitest';
import { amountOf, amountTrouble, amountWords } from './amount';
import { emptyDraft, emptyIdentity, type Draft, type Identity } from './draft';
import { fieldAt, fieldIds, fields, isRequired, ruleOf, steps } from './fields';
import { faultsOf, isOld, plainPhone } from './validate';

const complaint: Draft = {
  ...emptyDraft(),
  content: '5月2日买的冰箱不制冷，店里不给退。',
  merchantName: '某某家电商场',
  merchantPlace: { code: '620823', names: ['甘肃省', '平凉市', '崇信县'] },
  merchantAddress: '西街12号',
  wantsComplaint: true,
  demands: ['REFUND'],
  truth: true,
};
const person: Identity = { ...emptyIdentity(), name: '张三', phone: '13800000000', address: '崇信县锦屏镇' };
const anonymousReport: Draft = { ...complaint, wantsComplaint: false, wantsReport: true, demands: [], merchantAddress: '' };
const nobody: Identity = { ...emptyIdentity(), anonymous: true };

const messages = (draft: Draft, identity: Identity): string[] => faultsOf(draft, identity).map(({ message }) => message);

describe('what the wizard asks for', () => {
  const requiredOf = (draft: Draft, identity: Identity): string[] =>
    fieldIds.filter((field) => field !== 'truth' && isRequired(field, draft, identity));

  it('is at most eight answers for a complaint and four for an anonymous report', () => {
    expect(requiredOf(complaint, person)).toHaveLength(8);
    expect(requiredOf({ ...complaint, merchantType: 'IN_PLATFORM' }, person).length).toBeLessThanOrEqual(8);
    expect(requiredOf(anonymousReport, nobody).length).toBeLessThanOrEqual(4);
  });

  it('names the article of every required answer', () => {
    const unnamed = fieldIds.filter((field) => ruleOf(field).required?.article === '');
    expect(unnamed).toEqual([]);
  });

  it('stands on one step each', () => {
    expect(new Set(fieldIds.map((field) => fields[field].step)).size).toBeLessThanOrEqual(steps.length);
    expect(fieldAt('person.name')).toBe('name');
    expect(fieldAt('merchant.platform')).toBe('platformName');
    expect(fieldAt('consents')).toBeNull();
  });
});

describe('a complaint', () => {
  it('passes when it is complete', () => {
    expect(faultsOf(complaint, person)).toEqual([]);
  });

  it('needs a real name, and a pure report may be anonymous', () => {
    expect(messages(complaint, { ...person, name: ' ' })).toEqual(['fault.name']);
    expect(messages(complaint, { ...person, name: '', anonymous: true })).toEqual(['fault.name']);
    expect(faultsOf(anonymousReport, nobody)).toEqual([]);
    expect(messages(anonymousReport, emptyIdentity())).toEqual(['fault.nameReport', 'fault.phoneReport']);
  });

  it('needs no demand while the text decides what it is', () => {
    expect(messages({ ...complaint, wantsComplaint: false, demands: [] }, person)).toEqual([]);
    expect(messages({ ...complaint, demands: [] }, person)).toEqual(['fault.demands']);
  });

  it('asks for the platform instead of the place of a shop inside one', () => {
    const inPlatform: Draft = { ...complaint, merchantType: 'IN_PLATFORM', merchantPlace: null, merchantAddress: '' };
    expect(messages(inPlatform, person)).toEqual(['fault.platformName']);
  });

  it('asks an agent for name and phone', () => {
    expect(messages(complaint, { ...person, byAgent: true })).toEqual(['fault.agentName', 'fault.agentPhone']);
  });

  it('warns after three years and stops nobody', () => {
    expect(isOld({ ...complaint, knewOn: '2023-05-05' }, '2026-05-06')).toBe(true);
    expect(isOld({ ...complaint, knewOn: '2023-05-06' }, '2026-05-06')).toBe(false);
    expect(isOld({ ...anonymousReport, knewOn: '2020-01-01' }, '2026-05-06')).toBe(false);
    expect(faultsOf({ ...complaint, knewOn: '2020-01-01' }, person)).toEqual([]);
  });

  it('takes a story of 5,000 characters and says by how much a longer one is over', () => {
    expect(faultsOf({ ...complaint, content: '字'.repeat(5000) }, person)).toEqual([]);
    expect(faultsOf({ ...complaint, content: '字'.repeat(5001) }, person)).toEqual([
      { field: 'content', message: 'fault.contentLong', params: { n: '5,001', max: '5,000' } },
    ]);
  });

  it('knows days that do not exist or lie ahead', () => {
    expect(messages({ ...complaint, occurredOn: '2026-02-30' }, person)).toEqual(['fault.occurredOn']);
    expect(messages({ ...complaint, occurredOn: '2999-01-01' }, person)).toEqual(['fault.occurredFuture']);
    expect(messages({ ...complaint, occurredOn: '1900-01-01', knewOn: '1900-01-02' }, person)).toEqual(['fault.occurredOld', 'fault.knewOld']);
  });
});

describe('a phone number', () => {
  const faultOf = (phone: string) => faultsOf(complaint, { ...person, phone })[0] ?? null;

  it.each(['13800000000', '138 0000 0000', '+8613800000000', '１３８００００００００', '0933-6120000', '010-12345678', '400-800-0000'])(
    'may be %s',
    (phone) => {
      expect(faultOf(phone)).toBeNull();
    },
  );

  it('says how many digits are missing or too many', () => {
    expect(faultOf('1380000')).toMatchObject({ message: 'fault.phoneShort', params: { n: 4 } });
    expect(faultOf('138000000001')).toMatchObject({ message: 'fault.phoneLong', params: { n: 1 } });
    expect(faultOf('没有')).toMatchObject({ message: 'fault.phoneOdd' });
  });

  it('is sent without what people put between the digits', () => {
    expect(plainPhone('+86 138 0000 0000')).toBe('13800000000');
  });
});

describe('an amount', () => {
  it.each([
    ['1980', '1980.00'],
    ['1,980.5', '1980.50'],
    ['￥1980.00元', '1980.00'],
    ['１９８０', '1980.00'],
    ['0', '0.00'],
    ['99999999.99', '99999999.99'],
  ])('typed as %s is %s', (typed, amount) => {
    expect(amountOf(typed)).toBe(amount);
  });

  it.each(['', '一千', '1980.005', '-5', '1e3', '100000000'])('is not %s', (typed) => {
    expect(amountOf(typed)).toBeNull();
  });

  it.each([
    ['-5', 'negative'],
    ['100000000', 'large'],
    ['1980.005', 'cents'],
    ['一千', 'odd'],
    ['1980', null],
  ])('typed as %s has the trouble %s', (typed, trouble) => {
    expect(amountTrouble(typed)).toBe(trouble);
  });

  it('is shown with its thousands', () => {
    expect(amountWords('1980.00')).toBe('1,980.00');
    expect(amountWords('99999999.99')).toBe('99,999,999.99');
  });
});
