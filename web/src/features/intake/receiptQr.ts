/** Where a receipt leads to. It carries the number and never the code: a picture is easily passed on. */
export const trackLink = (submissionNo: string, origin: string): string =>
  `${origin}/track?no=${encodeURIComponent(submissionNo)}`;
