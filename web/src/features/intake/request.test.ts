import { describe, expect, it } from 'vitest';
import { emptyDraft, emptyIdentity, type Draft, type Identity } from './draft';
import { greenQuestion } from './greenQuestion';
import { jurisdictionOf, submissionOf } from './request';

const place = { code: '620823', names: ['甘肃省', '平凉市', '崇信县'] };
const draft: Draft = {
  ...emptyDraft(),
  content: ' 冰箱不制冷 ',
  amount: '1,980',
  merchantName: '某某家电商场',
  merchantPlace: place,
  wantsComplaint: true,
  demands: ['REFUND'],
  disclosure: true,
  attachments: [{ attachmentId: 'a1', fileName: '小票.jpg', size: 1, type: 'image/jpeg', sm3: '' }],
};
const person: Identity = { ...emptyIdentity(), name: '张三', phone: '138 0000 0000', address: '锦屏镇' };

describe('the submission that is sent', () => {
  it('follows the contract', () => {
    expect(submissionOf(draft, person)).toMatchObject({
      channel: 'WEB',
      kinds: ['COMPLAINT'],
      person: { name: '张三', phone: '13800000000', anonymous: false, agent: null },
      merchant: { name: '某某家电商场', regionCode: '620823', type: 'SHOP', platform: null },
      content: '冰箱不制冷',
      amount: '1980.00',
      demands: ['REFUND'],
      attachments: ['a1'],
      consents: { greenChannel: false, entrustedMediation: false, disclosure: true },
    });
  });

  it('says to which words about the green channel somebody agreed, for the merchant they were about', () => {
    const agreed = { ...draft, greenChannel: true, greenChannelText: '2026-1' };
    const consent = (one: Draft) => submissionOf(one, person).consents;
    const here = { ...agreed, greenChannelFor: greenQuestion(agreed) };
    expect(consent(here)).toMatchObject({ greenChannel: true, greenChannelText: '2026-1' });
    expect(consent({ ...here, merchantName: '另一家' })).toMatchObject({ greenChannel: false });
    expect(consent({ ...here, wantsReport: true })).toMatchObject({ greenChannel: false });
    expect(consent({ ...here, injured: true })).toMatchObject({ greenChannel: false, injured: true });
  });

  it('leaves out the kinds when the text shall decide', () => {
    expect(submissionOf({ ...draft, wantsComplaint: false }, person)).not.toHaveProperty('kinds');
  });

  it('of an anonymous report carries nothing about the person, whatever was typed before', () => {
    const report = { ...draft, wantsComplaint: false, wantsReport: true, greenChannel: true };
    const sent = submissionOf(report, { ...person, anonymous: true, byAgent: true, agentName: '李四' });
    expect(JSON.stringify(sent)).not.toMatch(/张三|138|李四|锦屏/);
    expect(sent).toMatchObject({ person: { anonymous: true }, demands: [], consents: { greenChannel: false } });
  });

  it('never is anonymous once there is a complaint in it', () => {
    const both = { ...draft, wantsReport: true };
    expect(submissionOf(both, { ...person, anonymous: true }).person).toMatchObject({ anonymous: false, name: '张三' });
  });

  it('tells platform facts of a shop inside a platform only', () => {
    const shop = { ...draft, published: 'NONE' as const, platformName: '某平台' };
    expect(submissionOf(shop, person).merchant).not.toHaveProperty('addressPublished');
    expect(submissionOf({ ...shop, merchantType: 'IN_PLATFORM' }, person).merchant).toMatchObject({
      addressPublished: false,
      platform: { name: '某平台', regionCode: null },
    });
  });
});

describe('the question who is competent', () => {
  it('holds the place of the act for a report only', () => {
    const reported = { ...draft, actPlace: place };
    expect(jurisdictionOf(reported, 'COMPLAINT')).not.toHaveProperty('actRegionCode');
    expect(jurisdictionOf(reported, 'REPORT')).toMatchObject({ actRegionCode: '620823' });
  });
});
