import type zh from '../zh-CN/person';

const person: Record<keyof typeof zh, string> = {
  'person.title': 'One person’s cases',
  'person.lead': 'By the whole number, or from a case page. Complaints, consultations and suggestions are listed; reports are not.',
  'person.seat': 'This party of the case:',
  'person.by': 'Look up by',
  'person.phone': 'Telephone',
  'person.idNumber': 'ID number',
  'person.value': 'The whole number',
  'person.purpose': 'Purpose',
  'person.purposeHint': 'Who looked and what for goes to the audit log each time.',
  'person.choose': 'Choose a purpose',
  'person.look': 'Look',
  'person.found': '{n} found',
  'person.none': 'Nothing of this person within your sight.',
  'purpose.HANDLING': 'Working on a case in hand',
  'purpose.ANSWERING': 'Answering the person',
  'purpose.REPEATED': 'Checking for a repeated complaint',
  'purpose.SUPERVISION': 'Supervising how it was handled',
};

export default person;
