export default {
  title: '{n} possible duplicates',
  said: '{n} possible duplicates',
  none: 'No possible duplicates found.',
  waiting: 'Compared once there is a merchant, or 20 characters of the story.',
  inform: 'For your information only; go on registering.',
  open: 'open',
  shut: 'ended',
  see: 'View',
  failed: 'Cannot compare right now; go on registering.',
  retry: 'Try again',
  caseTitle: 'May be the same as this case',
  caseLead:
    'Whether it is the same dispute is for the handler to judge. A link notes both cases in each other and changes nothing; after a merger this case has no time limits of its own.',
  link: 'Link',
  merge: 'Merge into that case',
  joint: 'Ask its complainant to join',
  linked: 'Linked',
  otherPerson: 'another complainant',
  ownTitle: 'You may have told us already',
  ownLead:
    'These are submissions that your tracking codes in this window open. For the same matter, add material instead of submitting again; for another matter, go on.',
  ownSee: 'See progress, add material',
};
