import type { components } from '@/api/schema';
import type {
  AttachmentRef,
  CalendarDay,
  CalendarYear,
  Deadline,
  DueDate,
  JurisdictionAnswer,
  JurisdictionRequest,
  LawRule,
  Progress,
  Region,
  RegionHit,
  Session,
  SubmissionAnswer,
  SubmissionRequest,
  SubmittedCase,
  SuggestAnswer,
} from '@/api/types';
import type { Item, Matter, Member, Offer, Profile, Somebody, Talk, TalkLine } from '@/features/greenchannel/types';

type Contract = components['schemas'];

/** `true` when the contract knows every field that our type names, else the names it does not know. */
type Known<Ours, Theirs> = [Exclude<keyof Ours, keyof Theirs>] extends [never] ? true : Exclude<keyof Ours, keyof Theirs>;

/**
 * Checked by the compiler alone (`npm run typecheck`): what the screens name and the contract of `api/openapi.json` no
 * longer has, breaks the build here.
 */
export const named: {
  deadline: Known<Deadline, Contract['DeadlineView']>;
  dueDate: Known<DueDate, Contract['LawDeadline']>;
  rule: Known<LawRule, Contract['Rule']>;
  calendar: Known<CalendarYear, Contract['LawCalendar']>;
  day: Known<CalendarDay, Contract['LawCalendarDay']>;
  region: Known<Region, Contract['Region']>;
  hit: Known<RegionHit, Contract['Found']>;
  facts: Known<JurisdictionRequest, Contract['Facts']>;
  answer: Known<JurisdictionAnswer, Contract['Answer']>;
  suggestion: Known<SuggestAnswer, Contract['Reading']>;
  attachment: Known<AttachmentRef, Contract['Attachment']>;
  submission: Known<SubmissionRequest, Contract['SubmissionForm']>;
  person: Known<SubmissionRequest['person'], Contract['Person']>;
  merchant: Known<SubmissionRequest['merchant'], Contract['Merchant']>;
  goods: Known<SubmissionRequest['goods'], Contract['Goods']>;
  consents: Known<SubmissionRequest['consents'], Contract['Consents']>;
  receipt: Known<SubmissionAnswer, Contract['Receipt']>;
  opened: Known<SubmittedCase, Contract['OpenedCase']>;
  progress: Known<Progress, Contract['Progress']>;
  progressCase: Known<Progress['cases'][number], Contract['CaseProgress']>;
  session: Known<Session, Contract['SessionView']>;
  talk: Known<Talk, Contract['GreenTalk']>;
  line: Known<TalkLine, Contract['GreenLine']>;
  matter: Known<Matter, Contract['GreenMatter']>;
  item: Known<Item, Contract['GreenItem']>;
  member: Known<Member, Contract['GreenMember']>;
  somebody: Known<Somebody, Contract['GreenPerson']>;
  offer: Known<Offer, Contract['GreenOffer']>;
  profile: Known<Profile, Contract['MerchantProfile']>;
} = {
  deadline: true,
  dueDate: true,
  rule: true,
  calendar: true,
  day: true,
  region: true,
  hit: true,
  facts: true,
  answer: true,
  suggestion: true,
  attachment: true,
  submission: true,
  person: true,
  merchant: true,
  goods: true,
  consents: true,
  receipt: true,
  opened: true,
  progress: true,
  progressCase: true,
  session: true,
  talk: true,
  line: true,
  matter: true,
  item: true,
  member: true,
  somebody: true,
  offer: true,
  profile: true,
};
