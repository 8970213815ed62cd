/** Invented cases for component tests. */
import type { ActSpec, CaseDetail, CaseItem, CaseList } from '@/features/casefile/types';
import type { Deadline } from '@/api/types';

export const deadline: Deadline = {
  rule: 'order121.complaint.accept',
  title: '受理',
  source: 'STATUTE',
  article: '第十五条',
  startedAt: '2026-05-06T10:42:00+08:00',
  nominal: '2026-05-14',
  dueOn: '2026-05-14',
  dueAt: null,
  actBy: '2026-05-14',
  provisional: false,
  reason: '5月6日收到，当天不算。到 5月14日满 7 个工作日。',
  skipped: [{ date: '2026-05-10', why: '周日' }],
  state: 'RUNNING',
  urgency: 'near',
  remaining: { value: 2, unit: 'WORKING_DAY' },
  metAt: null,
  words: '还剩 2 个工作日，5月14日（周四）截止',
};

export function caseItem(change: Partial<CaseItem> = {}): CaseItem {
  return {
    caseNo: '620823-260506-0012',
    kind: 'COMPLAINT',
    stage: 'RECEIVED',
    stageLabel: '已接收',
    agency: { code: '620823', name: '崇信县市场监督管理局' },
    summary: '冰箱第二天就不制冷',
    merchant: '某某家电商场',
    receivedAt: '2026-05-06T10:42:00+08:00',
    handlers: [],
    flags: [],
    nearestDeadline: deadline,
    version: 1,
    availableActs: ['accept', 'refuse'],
    ...change,
  };
}

export function caseDetail(change: Partial<CaseDetail> = {}): CaseDetail {
  return {
    ...caseItem(),
    content: '5月2日在西街买的冰箱，第二天就不制冷，店里不给退。',
    demands: ['REFUND'],
    amount: '1980.00',
    goods: null,
    occurredOn: '2026-05-02',
    channel: 'WEB',
    law: 'order121',
    route: { articles: ['第十三条第一款'], reason: '商家在崇信县。' },
    parties: [
      {
        partyId: 'P1',
        role: 'COMPLAINANT',
        name: '张*',
        phone: '138****0000',
        address: null,
        maskedFields: ['NAME', 'PHONE'],
      },
    ],
    timeline: [],
    deadlines: [deadline],
    duties: [],
    attachments: [],
    related: [],
    blockedActs: [{ act: 'extend', label: '延长', article: '第二十三条', why: '受理和调解期限不能延长。' }],
    ...change,
  };
}

export function caseList(items: CaseItem[]): CaseList {
  return {
    items,
    nextCursor: null,
    total: items.length,
    counts: { all: items.length, toDecide: items.length, toVerify: 3, toAnswer: 2, today: 0, overdue: 0, waiting: 0, most: 10_000 },
  };
}

export const acts: ActSpec[] = [
  {
    act: 'accept',
    label: '受理',
    kinds: ['COMPLAINT'],
    effect: '告知投诉人；调解期限起算',
    fields: [{ name: 'note', label: '备注', type: 'TEXT', required: false }],
  },
  {
    act: 'refuse',
    label: '不予受理',
    kinds: ['COMPLAINT'],
    effect: '告知投诉人理由和其他途径',
    fields: [
      {
        name: 'grounds',
        label: '理由',
        type: 'CODES',
        required: true,
        options: [{ code: 'OVER_THREE_YEARS', label: '超过三年', article: '第十六条第四项' }],
      },
      { name: 'facts', label: '事实', type: 'TEXT', required: true },
    ],
  },
];
