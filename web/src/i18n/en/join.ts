import type zh from '../zh-CN/join';

const join: Record<keyof typeof zh, string> = {
  'join.lead': 'The agency asks you to take part in online mediation; you can enter until {until}.',
  'join.go': 'Take part online',
  'join.going': 'Entering…',
  'join.look': 'Look again',
};

export default join;
