import type zh from '../zh-CN/about';

const words: Record<keyof typeof zh, string> = {
  'ask.label': 'Your question',
  'ask.hint': 'In your own words. Answers are in Chinese. No names or numbers, please.',
  'ask.go': 'Find an answer',
  'ask.asking': 'Looking…',
  'ask.none': 'Nothing found. Try other words, or call 12315.',
  'ask.found': '{n} found',
  'rate.helpful': 'Helpful',
  'rate.unhelpful': 'Not helpful',
  'rate.remark': 'What was not clear (optional; no name or telephone, please)',
  'rate.send': 'Send',
  'rate.thanks': 'Thank you. Whoever writes the answers will see it.',
  'ask.unhelped': 'This did not help',
  'ask.onTitle': 'What else you can do',
  'ask.onLead': 'Write your question and an officer answers it, or call now.',
  'ask.onSubmit': 'Ask, complain or report',
  'ask.onCall': 'Call 12315',
  'ask.sources': 'According to: {sources}',
  'help.title': 'Help',
  'help.which.h': 'How do complaint and report differ',
  'help.which.p':
    'A complaint asks us to settle your dispute with a merchant, such as a refund, by mediation. A report tells us of a breach of law, which we look into. You may make both; they are handled as two files. (Articles 3 and 9)',
  'help.need.h': 'What does a complaint need',
  'help.need.p':
    'Your real name, phone and postal address; the merchant’s name and address; what you want and what happened. Upload receipts and photos if you have them. For somebody else: the original power of attorney and proof of your identity. (Articles 10 and 11)',
  'help.anonymous.h': 'May I leave no name',
  'help.anonymous.p':
    'For a report alone, yes. It is looked into, but we cannot tell you the result. A complaint needs your real name. (Article 10)',
  'help.when.h': 'When is there an answer',
  'help.when.p':
    'Within seven working days we tell you whether a complaint is accepted. Without agreement sixty days after acceptance, mediation ends. A report is generally looked into and decided within fifteen working days, which may be extended. The day of receipt does not count. (Articles 15, 23, 35 and 45)',
  'help.refuse.h': 'When is a complaint not accepted',
  'help.refuse.p':
    'When it is not ours; another authority has handled it; it is not for daily life; more than three years have passed; true material is not given; another’s name is used; and so on. We tell you the reason and the other ways. (Article 16)',
  'help.other.h': 'What other ways are there',
  'help.other.p':
    'Settle with the merchant; ask a consumer association to mediate; complain to the authority in charge; arbitration if agreed; the court. (Consumer Protection Law, Article 39)',
  'help.code.h': 'The code is lost',
  'help.code.p':
    'The code is shown once, and we cannot read it either. Call 12315; after a check of your identity the officer tells you the progress.',
  'help.call.h': 'I cannot use these pages',
  'help.call.p':
    'Call 12315, go to the window of the local market regulator, or write. It is registered just the same, with the same deadlines. (Article 8)',

  'privacy.title': 'How your data is used',
  'privacy.what.h': 'What we ask for',
  'privacy.what.p':
    'A complaint needs name, phone and postal address, as Article 10 asks. An anonymous report needs nothing about you. Everything else may be left out.',
  'privacy.use.h': 'What it is for',
  'privacy.use.p':
    'Only for your matter: to check identity, to reach you, to tell you the result. The merchant gets only what mediation needs, never your ID number or e-mail.',
  'privacy.report.h': 'Who reports',
  'privacy.report.p':
    'A reporter’s identity is stored apart and encrypted; it is not in the file and not told to the merchant. Only those who look into the matter may see it, by procedure, and each look is recorded. (Article 37)',
  'privacy.keep.h': 'Where it is',
  'privacy.keep.p':
    'On the agency’s server; names, phones, addresses and ID numbers are encrypted one by one. Drafts are on your device only and are cleared after 7 days; name, phone and address are not in them and go when the page is closed.',
  'privacy.photos.h': 'Photos',
  'privacy.photos.p': 'Photos are made smaller on your device first; where they were taken is not sent.',
  'privacy.track.h': 'No tracking',
  'privacy.track.p':
    'The public pages hold no statistics or advertising code and use no third party; addresses of pages hold no personal data.',
  'privacy.rights.h': 'Your rights',
  'privacy.rights.p':
    'You may ask to see and correct your data, and withdraw a complaint: call 12315 or go to the agency’s window. Files that the law keeps cannot be deleted meanwhile.',

  'accessibility.title': 'Accessibility',
  'accessibility.aim.h': 'Our aim',
  'accessibility.aim.p':
    'These pages follow WCAG 2.2, level AA: everything can be done by keyboard, with a screen reader, and enlarged.',
  'accessibility.do.h': 'What you can adjust',
  'accessibility.do.p':
    'On top of every page: text size, elder mode, language. Elder mode has larger text, one question a page, and may be yellow on black; where the device has a voice, the page can be read aloud.',
  'accessibility.keys.h': 'By keyboard',
  'accessibility.keys.p': 'Tab goes on, Enter or Space chooses. In one-line fields Enter goes to the next step.',
  'accessibility.limits.h': 'What is not there yet',
  'accessibility.limits.p':
    'No user of a screen reader has tried these pages yet, and not every domestic browser or old PC was tried. Please tell us of difficulties.',
  'accessibility.help.h': 'When nothing works',
  'accessibility.help.p': 'Call 12315; an officer registers it for you, with the same number and deadlines.',
};

export default words;
