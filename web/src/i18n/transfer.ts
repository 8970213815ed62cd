import { area } from '.';
import zh from './zh-CN/transfer';

/** Words of transfers to other authorities. */
export const t = area(zh, () => import('./en/transfer'));

/** A word by a key of the server's codes; {@code otherwise} for one that we do not know. */
export const word = (key: string, otherwise: string): string => (key in zh ? t(key as keyof typeof zh) : otherwise);
