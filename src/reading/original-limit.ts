// How much of an original is read.
import type { Unreadable } from '../model/document.ts';
import { unreadable } from './unreadable.ts';

/** Bytes of an original that are tried at all; of sound and film, whatever their size, only what is needed to describe them. */
export const ORIGINAL_LIMIT = 256 * 1024 * 1024;

/** From so many bytes on, a child asks for what it needs; what is smaller is given to it whole. */
export const GIVEN_WHOLE = 8 * 1024 * 1024;

/** Bytes of sound and film that are looked at to describe them. */
export const LOOKED_AT = 64 * 1024 * 1024;

export const tooBig = (size: number): Unreadable =>
  unreadable('too-big', `It has ${Math.round(size / 1e6)} MB; the limit is ${Math.round(ORIGINAL_LIMIT / 1e6)} MB.`);
