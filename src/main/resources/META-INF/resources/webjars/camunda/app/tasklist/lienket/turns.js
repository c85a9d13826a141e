import { facts, list } from './dom.js';

/** Whose signatures a text needs, by rank: those of one rank are made in any order, each rank after the one before. */

/**
 * @typedef {{turns: Api.Turn[], signatures: Api.Signature[]}} Signing
 */

/**
 * With which key is signed now, who else may sign at the same time, and who signs next; nothing where the parties sign one after the
 * other and each has one signer.
 *
 * @param {Signing} signing
 * @param {number} own position of the turn
 */
export function turn({ turns, signatures }, own) {
  const mine = turns[own];
  if (!mine || turns.every((each) => each === mine || (each.party !== mine.party && each.rank !== mine.rank))) {
    return null;
  }
  const left = turns.filter((each) => each !== mine && !signatureOf(signatures, each));
  const next = left.find(({ rank }) => rank > mine.rank)?.rank;
  return facts([
    ['Lượt của bạn', whose(mine)],
    [
      'Khóa dùng để ký',
      mine.key === 'body' ? 'chữ ký số của cơ quan, tổ chức (con dấu điện tử)' : 'chữ ký số của chính người ký',
    ],
    ['Cùng lượt, ký trước hay sau đều được', named(left.filter(({ rank }) => rank === mine.rank))],
    ['Lượt tiếp theo', named(left.filter(({ rank }) => rank === next))],
  ]);
}

/**
 * The rank whose turn it is; none once all have signed.
 *
 * @param {Signing} signing
 */
export function openRank({ turns, signatures }) {
  return turns.find((each) => !signatureOf(signatures, each))?.rank;
}

/**
 * By which a turn was taken.
 *
 * @template {Api.Signature} T
 * @param {T[]} signatures
 * @param {Api.Turn} taken
 */
export function signatureOf(signatures, taken) {
  return signatures.find(({ party, role, key }) => party === taken.party && role === taken.role && key === taken.key);
}

/** @param {Api.Turn} turn */
export function whose({ partyName, words }) {
  return partyName + words;
}

/**
 * Whose turns they are.
 *
 * @param {Api.Turn[]} turns
 */
function named(turns) {
  return turns.length > 0 && list(turns.map(whose));
}
